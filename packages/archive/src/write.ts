import {
  canonicalBytes,
  concatBytes,
  err,
  ok,
  unwrap,
  type HashPort,
  type Hex,
  type Result,
} from "@replayground/kernel";
import { EventComparer, type WellFormedLog } from "@replayground/log";
import { authorityFor, commandsOf, endOf, expandLog, verifyLog, type Registry } from "@replayground/replay";
import { writeCommands } from "./commands-block.ts";
import { writeEnd } from "./end-block.ts";
import type { WriteError } from "./fault.ts";
import { writeFrames } from "./frame.ts";
import { compress } from "./streams.ts";
import { StretchRecorder } from "./stretch.ts";
import { BLOCK, type BlockKind, type Frame, type MatchFile } from "./types.ts";

/**
 * A log -> the bytes of its match file. The log is re-executed first, so whatever is written expands to exactly these
 * events again. Unfinished matches are welcome; a committed one must have revealed its secret.
 */
export async function writeMatchFile(
  registry: Registry,
  hash: HashPort,
  log: WellFormedLog,
): Promise<Result<Uint8Array, WriteError>> {
  const file = toMatchFile(registry, hash, log);
  return file.ok ? ok(await encodeMatchFile(hash, file.value)) : file;
}

/** What a file keeps of a log. */
function toMatchFile(registry: Registry, hash: HashPort, log: WellFormedLog): Result<MatchFile, WriteError> {
  const { header, events, claimed } = log;
  const game = registry.find(header);
  if (!game.ok) return game;
  const authority = authorityFor(game.value, hash, log);
  if (!authority.ok) return authority;
  const recorder = new StretchRecorder(game.value);
  const comparer = new EventComparer();
  const commands = commandsOf(game.value, events);
  const expanded = expandLog(authority.value, { header, commands, endAt: endOf(events) }, (event, head) => {
    const given = events[event.seq - 1];
    if (given === undefined || !comparer.equals(given, event)) return false;
    recorder.add(event, head);
    return true;
  });
  const same = expanded.ok && expanded.value.events.length === events.length;
  if (!same || (claimed !== null && claimed !== expanded.value.head)) return err(objectionTo(registry, hash, log));
  const { head, state } = expanded.value;
  const secret: Hex | null = header.chance.kind === "committed" ? authority.value.secret : null;
  const end = { seq: events.length, at: endOf(events), head, state, secret };
  return ok({ header, stretches: recorder.finish(), end });
}

/** The verifier names what is wrong, event by event. */
function objectionTo(registry: Registry, hash: HashPort, log: WellFormedLog): WriteError {
  const verified = verifyLog(registry, hash, log);
  return verified.ok ? { kind: "not_expandable", seq: log.events.length } : verified.error;
}

/** The bytes of a file, whatever it claims. */
export async function encodeMatchFile(hash: HashPort, { header, stretches, end }: MatchFile): Promise<Uint8Array> {
  const frames: Frame[] = [];
  const add = async (kind: BlockKind, raw: Uint8Array): Promise<void> => {
    // Heads are hashes: nothing is gained by compressing them.
    const packed = kind === BLOCK.heads ? raw : await compress("deflate-raw", raw);
    const stored = packed.length < raw.length ? packed : raw;
    frames.push({ index: frames.length, kind, rawLength: raw.length, stored });
  };
  await add(BLOCK.header, unwrap(canonicalBytes(header)));
  for (const { commands, prefixes, heads } of stretches) {
    await add(BLOCK.commands, writeCommands(commands));
    await add(BLOCK.heads, concatBytes(prefixes, ...heads));
  }
  await add(BLOCK.end, writeEnd(end));
  return writeFrames(hash, frames);
}
