import { commitmentOf, err, ok, toTick, type Header, type Result, type Tick } from "@replayground/kernel";
import { emptyMatch, type HeaderError } from "./fold.ts";
import { executeFrame } from "./execute-frame.ts";
import { isFrameCommand } from "./frame.ts";
import { violationData } from "./policy.ts";
import { MAX_EVENTS_PER_STEP, Recorder } from "./recorder.ts";
import type { Authority, GameCommand, GameTypes, MatchState, Rejection, Step } from "./types.ts";

/** Starts a match: the first state and, where the chance is open, the first events. */
export function createMatch<T extends GameTypes>(
  authority: Authority<T>,
  header: Header,
): Result<Step<T>, HeaderError | { readonly kind: "wrong_secret" }> {
  if (!knowsSecret(authority, header)) return err({ kind: "wrong_secret" });
  const empty = emptyMatch(authority, header);
  if (!empty.ok) return empty;
  const recorder = new Recorder(authority, empty.value);
  if (empty.value.status === "running") recorder.start();
  return ok(recorder.done());
}

/**
 * Carries out one command at a tick: everything due at or before it happens first. Expected refusals are in
 * `rejection`; the events that time caused meanwhile stand either way.
 */
export function execute<T extends GameTypes>(
  authority: Authority<T>,
  match: MatchState<T>,
  command: GameCommand,
  at: Tick,
): Step<T> {
  const refuse = (rejection: Rejection): Step<T> => ({ match, events: [], rejection });
  if (match.status === "finalized" || match.status === "abandoned") {
    return refuse({ kind: "not_running", status: match.status });
  }
  if (at < match.at) return refuse({ kind: "late", now: match.at });
  if (isFrameCommand(command.type)) return executeFrame(authority, match, command, at);
  if (match.status === "idle") return refuse({ kind: "not_running", status: "idle" });
  if (match.paused) return refuse({ kind: "paused" });
  if (command.seat !== null && match.header.seats[command.seat] === undefined) {
    return refuse({ kind: "illegal", reason: "no_such_seat" });
  }
  const parsed = authority.game.parseCommand(command);
  if (!parsed.ok) return refuse(parsed.error);
  const recorder = new Recorder(authority, match);
  if (!recorder.runTo(at)) return refuse({ kind: "too_far", limit: MAX_EVENTS_PER_STEP });
  return recorder.done(decideAndRecord(authority, recorder, parsed.value));
}

function decideAndRecord<T extends GameTypes>(
  authority: Authority<T>,
  recorder: Recorder<T>,
  command: T["command"],
): Rejection | null {
  const { match } = recorder;
  if (match.status !== "running") return { kind: "not_running", status: match.status };
  const refused = judge(authority, recorder, command);
  if (refused !== null) return refused;
  const decided = authority.game.decide(match.game, command, recorder.chance);
  if (!decided.ok) return decided.error;
  recorder.append(decided.value);
  return null;
}

/** Policies approve or refuse; the first violation of a policy and window is recorded, later ones change nothing. */
function judge<T extends GameTypes>(
  authority: Authority<T>,
  recorder: Recorder<T>,
  command: T["command"],
): Rejection | null {
  const { game } = authority;
  const { match } = recorder;
  const { seat } = command;
  if (seat === null || game.policies.length === 0 || game.isRelease(command)) return null;
  const until = match.conduct.lockedUntil[seat] ?? 0;
  for (let i = 0; i < game.policies.length; i++) {
    const policy = game.policies[i];
    const standing = match.conduct.standings[seat]?.[i];
    if (policy === undefined || standing === undefined) continue;
    const violation = policy.check(match.game, standing.history, command, match.at);
    if (violation === null) continue;
    const recorded = standing.lastAt < 0 || match.at >= standing.lastAt + policy.window;
    if (recorded) recorder.frame("policy_violation", seat, violationData(policy, violation, command));
    return { kind: "violation", policy: policy.id, recorded };
  }
  return match.at < until ? { kind: "penalized", until: toTick(until) } : null;
}

function knowsSecret<T extends GameTypes>(authority: Authority<T>, header: Header): boolean {
  const { chance, match } = header;
  if (chance.kind === "open") return chance.secret === authority.secret;
  return chance.commitment === commitmentOf(authority.hash, match, authority.secret);
}
