import {
  bytesEqual,
  commitmentOf,
  err,
  ok,
  type HashPort,
  type Head,
  type LogEvent,
  type Result,
} from "@replayground/kernel";
import { commandOf, type Authority, type GameTypes } from "@replayground/engine";
import { CHECKPOINT_EVERY } from "@replayground/log";
import {
  expandLog,
  type AnyGame,
  type ExpandError,
  type Registry,
  type TimedCommand,
  type VerifiedLog,
} from "@replayground/replay";
import type { FileFault, ResultFault } from "./fault.ts";
import { prefixOf, stretchOf } from "./stretch.ts";
import { EVENTS_PER_STRETCH, PREFIX_BYTES, type MatchFile } from "./types.ts";

/** Told how many of how many events are done; false stops. */
export type ReadProgress = (done: number, total: number) => boolean;

const PROGRESS_EVERY = 1024;

/** A file -> the log its commands make by the rules, every prefix, checkpoint and the end checked on the way. */
export function checkMatchFile(
  registry: Registry,
  hash: HashPort,
  file: MatchFile,
  progress?: ReadProgress,
): Result<VerifiedLog, FileFault> {
  const { header, end } = file;
  const game = registry.find(header);
  if (!game.ok) return game;
  const authority = authorityOf(game.value, hash, file);
  if (!authority.ok) return authority;
  const checker = new Checker(game.value, file);
  let cancelled = false;
  const recipe = { header, commands: allCommands(file), endAt: end.at };
  const expanded = expandLog(authority.value, recipe, (event, head) => {
    if (!checker.takes(event, head)) return false;
    cancelled = event.seq % PROGRESS_EVERY === 0 && progress?.(event.seq, end.seq) === false;
    return !cancelled;
  });
  if (checker.fault !== null) return err(checker.fault);
  if (!expanded.ok) return err(toFault(expanded.error));
  const fault = checker.checkEnd(expanded.value);
  return fault === null ? ok(expanded.value) : err(fault);
}

function authorityOf(
  game: AnyGame,
  hash: HashPort,
  { header, end }: MatchFile,
): Result<Authority<GameTypes>, FileFault> {
  const { chance, match } = header;
  if (chance.kind === "open") return ok({ game, hash, secret: chance.secret });
  if (end.secret === null) return err({ kind: "still_sealed" });
  const holds = commitmentOf(hash, match, end.secret) === chance.commitment;
  return holds ? ok({ game, hash, secret: end.secret }) : err({ kind: "false_secret", seq: end.seq });
}

/** Compares every event that is made with what the file says of it. */
class Checker {
  fault: ResultFault | null = null;
  private readonly game: AnyGame;
  private readonly file: MatchFile;
  /** Commands recorded so far, in all and in the current stretch. */
  private recorded = 0;
  private position = 0;
  /** Last event whose prefix was seen to fit, and last whose full head was. */
  private seen = 0;
  private proven = 0;

  constructor(game: AnyGame, file: MatchFile) {
    this.game = game;
    this.file = file;
  }

  takes(event: LogEvent, head: Head): boolean {
    const { seq } = event;
    if (seq > this.file.end.seq) this.fault = { kind: "wrong_end", what: "length", seq };
    else {
      if (commandOf(this.game, event) !== null) this.checkCommand(seq, head);
      if (this.fault === null && seq % CHECKPOINT_EVERY === 0) this.checkFull(seq, head);
      if (this.fault === null && seq % EVENTS_PER_STRETCH === 0) this.closeStretch(seq);
    }
    return this.fault === null;
  }

  /** The end of the file is the end of the log, and every command was one that is recorded. */
  checkEnd({ events, head, state }: VerifiedLog): ResultFault | null {
    const { end, stretches } = this.file;
    const seq = events.length;
    const wrong = (what: Extract<ResultFault, { kind: "wrong_end" }>["what"]): ResultFault => ({
      kind: "wrong_end",
      what,
      seq,
    });
    if (seq !== end.seq) return wrong("length");
    if (this.recorded !== stretches.reduce((sum, { commands }) => sum + commands.length, 0)) return wrong("commands");
    if ((events[seq - 1]?.at ?? 0) !== end.at) return wrong("time");
    if (head !== end.head) return wrong("head");
    return state === end.state ? null : wrong("state");
  }

  private checkCommand(seq: number, head: Head): void {
    const stretch = this.file.stretches[stretchOf(seq)];
    const start = PREFIX_BYTES * this.position;
    this.position++;
    this.recorded++;
    // A command that is recorded beyond its own stretch finds no prefix there: not equal either.
    const expected = stretch?.prefixes.subarray(start, start + PREFIX_BYTES) ?? new Uint8Array();
    if (bytesEqual(expected, prefixOf(head))) this.seen = seq;
    else this.fault = { kind: "wrong_result", command: this.recorded, from: this.seen + 1, seq };
  }

  private checkFull(seq: number, head: Head): void {
    const index = ((seq - 1) % EVENTS_PER_STRETCH) / CHECKPOINT_EVERY;
    const expected = this.file.stretches[stretchOf(seq)]?.heads[Math.floor(index)] ?? new Uint8Array();
    if (!bytesEqual(expected, head)) this.fault = { kind: "wrong_head", from: this.proven + 1, seq };
    this.seen = seq;
    this.proven = seq;
  }

  /** Every command of a stretch is recorded in it; otherwise the file has its commands in the wrong blocks. */
  private closeStretch(seq: number): void {
    const expected = this.file.stretches[stretchOf(seq)]?.commands.length;
    if (this.position !== expected) this.fault = { kind: "wrong_head", from: this.proven + 1, seq };
    this.position = 0;
  }
}

function* allCommands({ stretches }: MatchFile): Iterable<TimedCommand> {
  for (const { commands } of stretches) yield* commands;
}

function toFault(error: ExpandError): FileFault {
  if (error.kind === "stopped") return { kind: "cancelled", seq: error.seq };
  if (error.kind !== "refused_command") return error;
  return { kind: "refused_command", command: error.index + 1, seq: error.seq, reason: error.reason };
}
