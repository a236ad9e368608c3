import type { JsonObject, Seat, Tick } from "@replayground/kernel";
import type { GameTypes } from "./types.ts";

/** What a policy remembers of one seat: a few integers, folded from the commands that were accepted. */
export type PolicyHistory = readonly number[];

export interface Violation {
  readonly value: number;
  readonly limit: number;
}

export interface Penalty {
  /** How long the seat's commands are refused, in ticks. */
  readonly lockTicks: number;
  /** From this many violations of the policy on, the match no longer counts for rankings. */
  readonly unrankedAfter: number;
}

/** A rule about conduct: part of the rules, so a replay refuses what was refused. */
export interface Policy<T extends GameTypes> {
  readonly id: string;
  /** Only the first violation per window is recorded, in ticks. */
  readonly window: number;
  readonly penalty: Penalty;
  readonly empty: PolicyHistory;
  /** Folds an accepted command into the history of its seat. */
  readonly observe: (history: PolicyHistory, command: T["command"], at: Tick) => PolicyHistory;
  readonly check: (state: T["state"], history: PolicyHistory, command: T["command"], at: Tick) => Violation | null;
}

/** The record of one seat under one policy. */
export interface Standing {
  readonly history: PolicyHistory;
  readonly violations: number;
  /** Tick of the last recorded violation; -1 before the first. */
  readonly lastAt: number;
}

/** Everything policies know of a match: standings by seat, then by policy, and who is locked out until when. */
export interface Conduct {
  readonly standings: readonly (readonly Standing[])[];
  readonly lockedUntil: readonly number[];
}

export function emptyConduct<T extends GameTypes>(policies: readonly Policy<T>[], seats: number): Conduct {
  const standing = policies.map((policy): Standing => ({ history: policy.empty, violations: 0, lastAt: -1 }));
  return {
    standings: Array.from({ length: seats }, () => standing),
    lockedUntil: Array.from({ length: seats }, () => 0),
  };
}

/** Whether the match still counts for rankings. */
export function isRanked<T extends GameTypes>(policies: readonly Policy<T>[], conduct: Conduct): boolean {
  return conduct.standings.every((seat) =>
    policies.every((policy, i) => (seat[i]?.violations ?? 0) < policy.penalty.unrankedAfter),
  );
}

/** The data of a `policy_violation`; `command` is the refused one, so that it re-executes. */
export function violationData<T extends GameTypes>(
  policy: Policy<T>,
  violation: Violation,
  command: T["command"],
): JsonObject {
  return {
    command: { data: command.data, type: command.type },
    limit: violation.limit,
    penalty: { lock: policy.penalty.lockTicks },
    policy: policy.id,
    value: violation.value,
  };
}

/** Conduct after an accepted command of a seat. The same object where no policy remembers anything. */
export function observeCommand<T extends GameTypes>(
  policies: readonly Policy<T>[],
  conduct: Conduct,
  command: T["command"],
  at: Tick,
): Conduct {
  const { seat } = command;
  if (seat === null || policies.length === 0) return conduct;
  const before = conduct.standings[seat];
  if (before === undefined) return conduct;
  let after: Standing[] | null = null;
  for (let i = 0; i < policies.length; i++) {
    const policy = policies[i];
    const standing = before[i];
    if (policy === undefined || standing === undefined) continue;
    const history = policy.observe(standing.history, command, at);
    if (history === standing.history) continue;
    after ??= before.slice();
    after[i] = { history, violations: standing.violations, lastAt: standing.lastAt };
  }
  return after === null ? conduct : replaceSeat(conduct, seat, after, conduct.lockedUntil);
}

/** Conduct after a recorded violation: counted, and the seat locked. */
export function recordViolation<T extends GameTypes>(
  policies: readonly Policy<T>[],
  conduct: Conduct,
  violation: { readonly policy: string; readonly seat: Seat; readonly at: Tick },
): Conduct {
  const { seat, at } = violation;
  const index = policies.findIndex((policy) => policy.id === violation.policy);
  const policy = policies[index];
  const standing = conduct.standings[seat]?.[index];
  if (policy === undefined || standing === undefined) return conduct;
  const standings = (conduct.standings[seat] ?? []).slice();
  standings[index] = { history: standing.history, violations: standing.violations + 1, lastAt: at };
  const lockedUntil = conduct.lockedUntil.slice();
  lockedUntil[seat] = Math.max(lockedUntil[seat] ?? 0, at + policy.penalty.lockTicks);
  return replaceSeat(conduct, seat, standings, lockedUntil);
}

function replaceSeat(
  conduct: Conduct,
  seat: Seat,
  standings: readonly Standing[],
  lockedUntil: readonly number[],
): Conduct {
  const all = conduct.standings.slice();
  all[seat] = standings;
  return { standings: all, lockedUntil };
}
