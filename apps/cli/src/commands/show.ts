import { Replay, stateHash } from "@replayground/replay";
import { unwrap } from "@replayground/kernel";
import { EXIT } from "../exit.ts";
import { gameOf, loadLog, refuse } from "../load.ts";
import { formatTime, parseCount, parseTime } from "../time.ts";
import type { Command } from "../types.ts";

export const show: Command = {
  name: "show",
  synopsis: "show FILE [--seq N | --at M:SS]",
  purpose: "Draw the board as it stood after an event or at a moment; at the end by default.",
  options: { seq: { type: "string" }, at: { type: "string" } },
  operands: [1, 1],
  run: async (cli, { operands, options }) => {
    const [path = "-"] = operands;
    const log = await loadLog(cli, path);
    if (!log.ok) return log.error;
    const game = gameOf(cli, log.value.header);
    if (game === null) throw new Error("Broken invariant: the rules of a verified log are known");
    const { ticksPerSecond } = game.game;
    const seq = options["seq"] === undefined ? log.value.events.length : parseCount(String(options["seq"]));
    const tick = options["at"] === undefined ? undefined : parseTime(String(options["at"]), ticksPerSecond);
    if (seq === null) return refuse(EXIT.usage, "--seq takes an event number.", "Try --seq 100.");
    if (tick === null) return refuse(EXIT.usage, "--at takes a time.", "Try --at 1:30 or --at 90.5.");
    const replay = unwrap(Replay.open({ game: game.game, hash: cli.hash }, log.value));
    if (seq > replay.length) {
      return refuse(
        EXIT.usage,
        `There is no event ${seq}: the log has ${replay.length}.`,
        `Try --seq ${replay.length}.`,
      );
    }
    const match = tick === undefined ? replay.at(seq) : replay.atTick(tick);
    const title = `after event ${match.seq} of ${replay.length}, at ${formatTime(match.at, ticksPerSecond)}`;
    return {
      code: EXIT.ok,
      text: `${title}, ${match.paused ? "paused" : match.status}\n${game.draw(match)}`,
      json: {
        ok: true,
        seq: match.seq,
        at: match.at,
        status: match.status,
        paused: match.paused,
        // The hash of an open state could be searched for what is hidden: told of open logs only.
        state: match.header.chance.kind === "open" ? stateHash(replay.runtime, match) : null,
        view: game.game.view(match.game, "spectator"),
      },
    };
  },
};
