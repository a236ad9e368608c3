import { hiddenNumber } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { anyGame, type AnyGame } from "@replayground/replay";
import { asciiToBytes, bytesToAscii, err, ok } from "@replayground/kernel";
import { cliGame } from "../src/games.ts";
import { run } from "../src/run.ts";
import type { Cli, Outcome } from "../src/types.ts";

/** Files in memory, and the tiny game: the command line without a process around it. */
export class Desk {
  readonly files: Map<string, Uint8Array> = new Map();
  readonly modules: Map<string, AnyGame> = new Map();

  put(path: string, content: Uint8Array | string): void {
    this.files.set(path, typeof content === "string" ? asciiToBytes(content) : content);
  }

  text(path: string): string {
    return bytesToAscii(this.files.get(path) ?? new Uint8Array());
  }

  async run(...args: readonly string[]): Promise<Outcome> {
    return (await run(this.cli(), args)).outcome;
  }

  private cli(): Cli {
    const source = { title: "Hidden number", module: "@replayground/engine/testing", name: "hiddenNumber" };
    return {
      games: [cliGame(hiddenNumber, (view) => `pot ${view.pot}`, source)],
      hash: nodeHash,
      files: {
        read: (path, limit) => {
          const bytes = this.files.get(path);
          if (bytes === undefined) return Promise.resolve(err({ kind: "no_input", reason: "there is no such file" }));
          return Promise.resolve(bytes.length > limit ? err({ kind: "too_large", limit }) : ok(bytes));
        },
        write: (path, bytes) => {
          if (this.files.has(path)) return Promise.resolve(err("it exists already"));
          this.files.set(path, bytes);
          return Promise.resolve(ok(null));
        },
      },
      loadGame: (path) => {
        const game = this.modules.get(path);
        return Promise.resolve(game === undefined ? err("there is no such module") : ok(anyGame(game)));
      },
    };
  }
}
