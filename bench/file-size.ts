// Sizes of logs in their forms, from the hands of real games: `node bench/file-size.ts`.
import { writeMatchFile } from "@replayground/archive";
import { nodeHash } from "@replayground/hash/node";
import { unwrap } from "@replayground/kernel";
import { formatLogLines, packEvents } from "@replayground/log";
import { anyGame, commandsOf, createRegistry } from "@replayground/replay";
import { tetris } from "@replayground/tetris";
import { gzipSync } from "node:zlib";
import { playRecorded, recordedGames } from "./lib/recorded.ts";

const registry = createRegistry([anyGame(tetris)]);
const rows: Record<string, string | number>[] = [];
for (const game of recordedGames()) {
  const log = playRecorded(game);
  const file = unwrap(await writeMatchFile(registry, nodeHash, log)).length;
  const lines = formatLogLines(log.header, log.events, log.claimed ?? unwrap({ ok: false, error: "no head" }));
  const pieces = log.events.filter(({ type }) => type === "piece_lock").length;
  const commands = commandsOf(tetris, log.events).length;
  rows.push({
    game: game.id,
    events: log.events.length,
    pieces,
    "edges/piece": round(commands / pieces),
    "file B": file,
    "file B/event": round(file / log.events.length),
    "file B/piece": round(file / pieces),
    "packed B/event": round(packEvents(log.events).length / log.events.length),
    "lines B/event": round(lines.length / log.events.length),
    "lines.gz B/event": round(gzipSync(lines).length / log.events.length),
  });
}
console.table(rows);

function round(value: number): number {
  return Math.round(100 * value) / 100;
}
