import type { GameTypes, MatchState } from "@replayground/engine";
import type { HashPort, Result } from "@replayground/kernel";
import type { AnyGame } from "@replayground/replay";
import type { ExitCode } from "./exit.ts";

/** A game as the command line knows it. */
export interface CliGame {
  readonly name: string;
  readonly game: AnyGame;
  /** The board as text, as a spectator sees it. */
  readonly draw: (match: MatchState<GameTypes>) => string;
  /** Where a written test imports the game from. */
  readonly source: { readonly module: string; readonly name: string };
}

/** What commands may touch: everything outside comes in here. */
export interface Cli {
  readonly games: readonly CliGame[];
  readonly hash: HashPort;
  readonly files: FilePort;
  /** A game that a module exports; runs that module. The error says in words what is wrong. */
  readonly loadGame: (path: string) => Promise<Result<AnyGame, string>>;
}

export interface FilePort {
  /** `-` is standard input. No more than `limit` bytes are ever held. */
  readonly read: (path: string, limit: number) => Promise<Result<Uint8Array, ReadError>>;
  /** Never overwrites. */
  readonly write: (path: string, bytes: Uint8Array) => Promise<Result<null, string>>;
}

export type ReadError =
  | { readonly kind: "no_input"; readonly reason: string }
  | { readonly kind: "too_large"; readonly limit: number };

/** What a command answers. `json` is printed with `--json`, else `text`; `bytes` go to standard output as they are. */
export interface Outcome {
  readonly code: ExitCode;
  readonly text: string;
  readonly json: unknown;
  readonly bytes?: Uint8Array;
}

/** The options and operands of one call. */
export interface Call {
  readonly operands: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
}

export interface Command {
  readonly name: string;
  /** Shown by `--help`. */
  readonly synopsis: string;
  readonly purpose: string;
  /** Names and kinds of its options, beside `--json` and `--help`. */
  readonly options: Readonly<Record<string, { readonly type: "string" | "boolean"; readonly short?: string }>>;
  /** Least and most operands. */
  readonly operands: readonly [number, number];
  readonly run: (cli: Cli, call: Call) => Promise<Outcome>;
}
