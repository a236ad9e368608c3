import { createMatch, execute, frameCommand, type GameCommand, type MatchState } from "@replayground/engine";
import {
  createTestMatch,
  createTestRandom,
  hiddenNumber,
  proposeHiddenNumber,
  type HiddenNumberTypes,
} from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { bytesToHex, toSeat, toTick, unwrap, type LogEvent } from "@replayground/kernel";
import { Chain, type WellFormedLog } from "@replayground/log";
import { anyGame, createRegistry, type Registry } from "@replayground/replay";

export const registry: Registry = createRegistry([anyGame(hiddenNumber)]);

export interface PlayOptions {
  readonly seed: number;
  readonly committed?: boolean;
  /** Commands offered; hands go up and down for ever, so a match of any length can be had. */
  readonly steps?: number;
  /** Play on until the numbers are shown. Default true. */
  readonly finish?: boolean;
}

/** A log of the tiny game: mostly hands and questions, at random ticks, hints and violations among them. */
export function playLog({ seed, committed = false, steps = 60, finish = true }: PlayOptions): WellFormedLog {
  const { authority, header } = createTestMatch(hiddenNumber, nodeHash, { seed, committed });
  const random = createTestRandom(seed);
  const created = unwrap(createMatch(authority, header));
  const events: LogEvent[] = [...created.events];
  let { match } = created;
  const send = (command: GameCommand, at: number): void => {
    const step = execute(authority, match, command, toTick(at));
    events.push(...step.events);
    ({ match } = step);
  };
  for (const seat of committed ? [1, 0] : []) {
    send(
      frameCommand("add_nonce", toSeat(seat), bytesToHex(nodeHash.sha256(new Uint8Array([seat, seed]))).slice(32)),
      0,
    );
  }
  for (let i = 0; i < steps; i++) send(handOrWait(match, i), match.at + 20 + random.below(100));
  for (let i = 0; finish && i < 500 && match.status === "running"; i++) {
    const command = proposeHiddenNumber(match, random);
    if (command !== null) send(command, match.at + 1 + random.below(4000));
  }
  const chain = Chain.from(nodeHash, header);
  for (const event of events) chain.append(event);
  return { header, events, claimed: chain.hex };
}

function handOrWait(match: MatchState<HiddenNumberTypes>, i: number): GameCommand {
  const seat = toSeat(i % 3 === 0 ? 1 : 0);
  const isUp = match.game.sides[seat]?.hand === true;
  return { type: isUp ? "lower_hand" : "raise_hand", seat, data: {} };
}
