import { err, ok, type HashPort, type Hex, type LogEvent, type Result } from "@replayground/kernel";
import {
  createMatch,
  execute,
  firstFalseSeal,
  frameCommand,
  commandOf,
  type Authority,
  type GameTypes,
  type HeaderError,
  type MatchState,
  type Outcome,
  type Status,
} from "@replayground/engine";
import {
  Chain,
  EventComparer,
  type ChainedLog,
  type LogFault,
  type WellFormedLog,
  isMarkBroken,
} from "@replayground/log";
import { authorityFor, type FalseSecret, type StillSealed } from "./authority.ts";
import { firstDifference, type Difference } from "./difference.ts";
import type { Registry, UnknownRules } from "./registry.ts";
import { stateHash } from "./state-hash.ts";

/** The log does not follow from its rules. `seq` is the first wrong event. */
export type VerifyFault =
  | { readonly kind: "wrong_event"; readonly seq: number; readonly difference: Difference }
  /** The rules say this would have happened first. */
  | { readonly kind: "missing_event"; readonly seq: number; readonly expected: string }
  /** Nothing causes this event. */
  | { readonly kind: "uncaused_event"; readonly seq: number; readonly type: string }
  | { readonly kind: "refused_command"; readonly seq: number; readonly reason: string }
  | FalseSecret
  | LogFault;

/** "Cannot verify": says nothing against the log. */
export type CannotVerify = UnknownRules | StillSealed | HeaderError | { readonly kind: "wrong_secret" };

declare const verified: unique symbol;

/** Re-executed: these rules, these inputs, this result. */
export interface VerifiedLog extends ChainedLog {
  readonly [verified]: true;
  readonly status: Status;
  readonly outcome: Outcome | null;
  /** SHA-256 of the final state; null while the match is open (it could be searched for hidden cards). */
  readonly state: Hex | null;
}

/** Told now and then while a long log is verified; return false to stop (the log is then `cancelled`). */
export type Progress = (seq: number) => boolean;

export type VerifyError = VerifyFault | CannotVerify | { readonly kind: "cancelled"; readonly seq: number };

const PROGRESS_EVERY = 1024;

/**
 * Re-executes a log against the rules it names and recomputes its chain in the same pass. The scrubber, the CLI and
 * the server all judge with this.
 */
export function verifyLog(
  registry: Registry,
  hash: HashPort,
  log: WellFormedLog,
  progress?: Progress,
): Result<VerifiedLog, VerifyError> {
  const game = registry.find(log.header);
  if (!game.ok) return game;
  const authority = authorityFor(game.value, hash, log);
  if (!authority.ok) return authority;
  const verifier = Verifier.create(authority.value, log);
  if (!verifier.ok) return verifier;
  for (const event of log.events) {
    const fault = verifier.value.next(event);
    if (fault !== null) return err(fault);
    if (isMarkBroken(log, event.seq, verifier.value.chain.head)) return err({ kind: "chain_broken", seq: event.seq });
    if (event.seq % PROGRESS_EVERY === 0 && progress?.(event.seq) === false) {
      return err({ kind: "cancelled", seq: event.seq });
    }
  }
  return verifier.value.finish(log);
}

/** Judges one event after another: made again by the rules, compared byte for byte, chained. */
export class Verifier {
  readonly chain: Chain;
  private match: MatchState<GameTypes>;
  private readonly authority: Authority<GameTypes>;
  private expected: readonly LogEvent[];
  private used = 0;
  private readonly comparer = new EventComparer();

  private constructor(authority: Authority<GameTypes>, match: MatchState<GameTypes>, expected: readonly LogEvent[]) {
    this.authority = authority;
    this.match = match;
    this.expected = expected;
    this.chain = Chain.from(authority.hash, match.header);
  }

  static create(
    authority: Authority<GameTypes>,
    log: Pick<WellFormedLog, "header">,
  ): Result<Verifier, HeaderError | { readonly kind: "wrong_secret" }> {
    const created = createMatch(authority, log.header);
    return created.ok ? ok(new Verifier(authority, created.value.match, created.value.events)) : created;
  }

  /** Null if this is the event the rules make next. */
  next(event: LogEvent): VerifyFault | null {
    if (this.used === this.expected.length) {
      const fault = this.produce(event);
      if (fault !== null) return fault;
    }
    const made = this.expected[this.used];
    if (made === undefined) return { kind: "uncaused_event", seq: event.seq, type: event.type };
    if (!this.comparer.equals(made, event)) return this.mismatch(made, event);
    const index = event.sealed === undefined ? -1 : firstFalseSeal(this.authority.hash, this.match.header.match, event);
    if (index >= 0) return { kind: "false_seal", seq: event.seq, index };
    this.used++;
    this.chain.append(made);
    return null;
  }

  finish(log: WellFormedLog): Result<VerifiedLog, VerifyFault> {
    const missing = this.expected[this.used];
    // Events of one step are stored together, so a log that ends inside a step was cut.
    if (missing !== undefined) return err({ kind: "truncated", seq: log.events.length });
    const head = this.chain.hex;
    if (log.claimed !== null && log.claimed !== head) return err({ kind: "chain_broken", seq: log.events.length });
    return ok(concludeLog(this.authority, this.match, log, head));
  }

  /** Gives the event's command, or the passing of time, to the rules. */
  private produce(event: LogEvent): VerifyFault | null {
    const command = commandOf(this.authority.game, event) ?? frameCommand("tick", null);
    const step = execute(this.authority, this.match, command, event.at);
    this.match = step.match;
    this.expected = step.events;
    this.used = 0;
    const { rejection } = step;
    if (rejection === null || step.events.length > 0) return null;
    const reason = rejection.kind === "illegal" ? rejection.reason : rejection.kind;
    return { kind: "refused_command", seq: event.seq, reason };
  }

  private mismatch(made: LogEvent, event: LogEvent): VerifyFault {
    if (made.at < event.at || made.type !== event.type) {
      return { kind: "missing_event", seq: event.seq, expected: made.type };
    }
    return { kind: "wrong_event", seq: event.seq, difference: firstDifference(made, event) };
  }
}

/**
 * The verdict on a log that was just re-executed to its end, event by event. The only place that makes a `VerifiedLog`.
 * @param head the recomputed head after the last event
 */
export function concludeLog(
  authority: Authority<GameTypes>,
  match: MatchState<GameTypes>,
  log: WellFormedLog,
  head: Hex,
): VerifiedLog {
  const { status } = match;
  const closed = status === "finalized" || status === "abandoned";
  const state = closed ? stateHash(authority, match) : null;
  const outcome = authority.game.outcome(match.game);
  return { ...log, head, outcome, state, status } as unknown as VerifiedLog; // the brands say what was just done
}
