import type { AttackPart } from "./attack.ts";
import type { GarbageRules } from "./rules.ts";

/** Garbage that waits for a player. Ticks are those of the receiver. */
export interface GarbageEntry {
  readonly id: number;
  readonly from: number;
  readonly rows: number;
  readonly receivedAt: number;
  /** From when it may be inserted. */
  readonly activeAt: number;
  /** Column of the hole, drawn on arrival. */
  readonly column: number;
}

/** In order of arrival, oldest first. */
export type GarbageQueue = readonly GarbageEntry[];

/** Rows that wait. */
export function pendingRows(queue: GarbageQueue): number {
  return queue.reduce((sum, entry) => sum + entry.rows, 0);
}

/** The queue with an entry behind the others, cut to what the limit leaves room for. */
export function withEntry(queue: GarbageQueue, entry: GarbageEntry, rules: GarbageRules): GarbageQueue {
  const room = rules.queueLimit === 0 ? entry.rows : Math.min(entry.rows, rules.queueLimit - pendingRows(queue));
  return room > 0 ? [...queue, { ...entry, rows: room }] : queue;
}

/** What an attack becomes after it has met the player's own queue. */
export interface Outgoing {
  readonly queue: GarbageQueue;
  /** What is left to send, zero parts left out. */
  readonly sent: readonly AttackPart[];
  readonly cancelled: number;
}

/** Take rows off the front; how many of them there were. */
function cancelRows(queue: GarbageQueue, rows: number): { queue: GarbageQueue; cancelled: number } {
  let left = rows;
  const kept: GarbageEntry[] = [];
  for (const entry of queue) {
    const met = Math.min(left, entry.rows);
    left -= met;
    if (met < entry.rows) kept.push(met === 0 ? entry : { ...entry, rows: entry.rows - met });
  }
  return { queue: kept, cancelled: rows - left };
}

/**
 * Cancel attacks one to one against the queue, oldest entry first, part by part. With `doubled` (opener phase) each
 * attack row cancels two.
 */
export function cancelAttack(queue: GarbageQueue, parts: readonly AttackPart[], doubled = false): Outgoing {
  const weight = doubled ? 2 : 1;
  let rest = queue;
  let cancelled = 0;
  const sent: AttackPart[] = [];
  for (const part of parts) {
    const met = cancelRows(rest, part.rows * weight);
    rest = met.queue;
    cancelled += met.cancelled;
    const left = part.rows - Math.ceil(met.cancelled / weight);
    if (left > 0) sent.push({ reason: part.reason, rows: left });
  }
  return { queue: rest, sent, cancelled };
}

/** TETR.IO league: in the first 14 pieces, while no less waits than was sent so far, cancelling counts double. */
export function isOpenerPhase(state: { pieces: number; pending: number; sentSoFar: number }): boolean {
  return state.pieces < 14 && state.pending >= state.sentSoFar;
}

/** Rows that come in together, with one entry's hole. */
export interface GarbageRun {
  readonly id: number;
  readonly from: number;
  readonly rows: number;
  readonly column: number;
}

/** What a lock takes in. */
export interface Insertion {
  readonly queue: GarbageQueue;
  readonly runs: readonly GarbageRun[];
}

/** Whether a lock inserts garbage at all. */
function isOpen(rules: GarbageRules, isClearing: boolean): boolean {
  return rules.blocking !== "full" || !isClearing;
}

/** The garbage that a lock at `tick` takes in: entries in order of activation, up to the cap; the rest waits. */
export function insertAtLock(
  queue: GarbageQueue,
  lock: { readonly tick: number; readonly isClearing: boolean },
  rules: GarbageRules,
): Insertion {
  if (!isOpen(rules, lock.isClearing)) return { queue, runs: [] };
  const order = queue.slice().sort((a, b) => a.activeAt - b.activeAt);
  let left = rules.cap === 0 ? Number.MAX_SAFE_INTEGER : rules.cap;
  const takenById = new Map<GarbageEntry, number>();
  const runs: GarbageRun[] = [];
  for (const entry of order) {
    const rows = entry.activeAt <= lock.tick ? Math.min(left, entry.rows) : 0;
    if (rows === 0) continue;
    left -= rows;
    takenById.set(entry, rows);
    runs.push({ id: entry.id, from: entry.from, rows, column: entry.column });
  }
  const rest = queue.map((entry) => ({ ...entry, rows: entry.rows - (takenById.get(entry) ?? 0) }));
  return { queue: rest.filter((entry) => entry.rows > 0), runs };
}
