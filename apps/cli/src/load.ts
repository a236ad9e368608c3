import { DEFAULT_LIMITS, openLogFile, verifyOpened, type OpenedFile } from "@replayground/archive";
import { createRegistry, type Registry, type VerifiedLog } from "@replayground/replay";
import { err, ok, type Result } from "@replayground/kernel";
import { EXIT } from "./exit.ts";
import { explainFault, type AnyFault } from "./explain.ts";
import type { Cli, CliGame, Outcome, ReadError } from "./types.ts";

export function registryOf({ games }: Cli): Registry {
  return createRegistry(games.map(({ game }) => game));
}

/** The game of a log that was verified: it is there, because the rules were. */
export function gameOf({ games }: Cli, header: { readonly game: string; readonly rules: number }): CliGame | null {
  return games.find(({ game }) => game.id === header.game && game.rules === header.rules) ?? null;
}

/** A file whose bytes are in order, or what to answer instead. */
export async function openPath(cli: Cli, path: string): Promise<Result<OpenedFile, Outcome>> {
  const bytes = await readPath(cli, path);
  if (!bytes.ok) return bytes;
  const opened = await openLogFile(cli.hash, bytes.value);
  return opened.ok ? opened : err(faultOutcome(path, opened.error));
}

/** A verified log, or what to answer instead. */
export async function loadLog(cli: Cli, path: string): Promise<Result<VerifiedLog, Outcome>> {
  const opened = await openPath(cli, path);
  if (!opened.ok) return opened;
  const verified = verifyOpened(registryOf(cli), cli.hash, opened.value);
  return verified.ok ? ok(verified.value) : err(faultOutcome(path, verified.error));
}

export async function readPath(cli: Cli, path: string): Promise<Result<Uint8Array, Outcome>> {
  const bytes = await cli.files.read(path, DEFAULT_LIMITS.file);
  return bytes.ok ? bytes : err(readOutcome(path, bytes.error));
}

export function faultOutcome(path: string, fault: AnyFault): Outcome {
  const { code, what, event, advice } = explainFault(fault);
  const verdict = code === EXIT.cannotVerify ? "cannot verify" : code === EXIT.notALog ? "not a log" : "wrong";
  return {
    code,
    text: `${path}: ${verdict}\n  ${what}\n  ${advice}`,
    json: { file: path, ok: false, verdict: verdict.replaceAll(" ", "_"), event, what, advice, fault },
  };
}

export function refuse(code: Outcome["code"], what: string, advice: string): Outcome {
  return { code, text: `${what}\n  ${advice}`, json: { ok: false, what, advice } };
}

function readOutcome(path: string, error: ReadError): Outcome {
  if (error.kind === "too_large") {
    return faultOutcome(path, { kind: "over_limit", what: "file", limit: error.limit });
  }
  return refuse(
    EXIT.noInput,
    `${path}: cannot be read (${error.reason}).`,
    "Check the path, or use - for standard input.",
  );
}
