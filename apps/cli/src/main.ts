import { nodeHash } from "@replayground/hash/node";
import { nodeFiles } from "./files.ts";
import { games } from "./games.ts";
import { loadGame } from "./load-game.ts";
import { run, type Run } from "./run.ts";

/** The composition root: runs one call and leaves its exit code behind. */
export async function main(args: readonly string[]): Promise<void> {
  // A reader that has seen enough (`| head`) is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
  const done = await run({ games, hash: nodeHash, files: nodeFiles, loadGame }, args);
  process.exitCode = done.outcome.code;
  print(done);
}

function print({ outcome, asJson }: Run): void {
  const { bytes, json, text } = outcome;
  if (bytes !== undefined) process.stdout.write(bytes);
  else if (asJson) process.stdout.write(`${JSON.stringify(json)}\n`);
  else if (text !== "") (outcome.code < 3 ? process.stdout : process.stderr).write(`${text}\n`);
}
