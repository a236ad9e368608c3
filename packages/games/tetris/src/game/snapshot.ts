import type { Setup } from "@replayground/engine";
import { boardHeight } from "../core/board.ts";
import { Core } from "../core/core.ts";
import { readCore, writeCore } from "../core/snapshot.ts";
import {
  coreLength,
  headError,
  isBoardSound,
  isCount,
  isWritten,
  type Room,
  roomOf,
  viewOf,
} from "../core/snapshot-bytes.ts";
import { maxCoreBytes } from "../core/snapshot-layout.ts";
import { createRules, type PendingGarbage, Position } from "./position.ts";
import { TetrisState } from "./state.ts";
import type { Finish, TetrisTypes } from "./types.ts";

/** What stands behind the core, in bytes from its end: words, and doubles for numbers that an event brings. */
const place = {
  /** Index into `finishes`, plus `eliminated`. */
  ending: 0,
  bagsDealt: 4,
  insertions: 8,
  cheeseLeft: 12,
  /** How many entries of waiting garbage follow: id, rows, active, a double each. */
  pending: 16,
  sent: 20,
  entries: 28,
} as const;
const entryBytes = 24;
const finishes: readonly (Finish | null)[] = [null, "goal", "time", "top_out"];
const eliminated = 8;
const nothingPending: readonly PendingGarbage[] = [];

/** No snapshot of a board without waiting garbage is longer, in bytes. */
export const ordinaryBytes: number = maxCoreBytes + place.entries;

/** What these are written to. Always written before it is read. */
const scratch: Room = roomOf(ordinaryBytes);

function roomFor({ pending }: Position): Room {
  return pending.length === 0 ? scratch : roomOf(ordinaryBytes + entryBytes * pending.length);
}

/** Complete and exact: equal bytes, equal futures. Rules and settings are not in it, they are the header's. */
export function encodeState({ position }: TetrisState): Uint8Array {
  const { bytes, view } = roomFor(position);
  return bytes.slice(0, writePosition(position, view));
}

/** Writes a snapshot to the start of a view with room for it; its length in bytes. */
export function writePosition(position: Position, view: DataView): number {
  const { pending } = position;
  const at = writeCore(position.core, view, position.joins);
  view.setInt32(at + place.ending, endingOf(position), true);
  view.setInt32(at + place.bagsDealt, position.bagsDealt, true);
  view.setInt32(at + place.insertions, position.insertions, true);
  view.setInt32(at + place.cheeseLeft, position.cheeseLeft, true);
  view.setInt32(at + place.pending, pending.length, true);
  view.setFloat64(at + place.sent, position.sent, true);
  let end = at + place.entries;
  for (const { id, rows, active } of pending) {
    view.setFloat64(end, id, true);
    view.setFloat64(end + 8, rows, true);
    view.setFloat64(end + 16, active, true);
    end += entryBytes;
  }
  return end;
}

function endingOf({ finish, isEliminated }: Position): number {
  return (finish === null ? 0 : finishes.indexOf(finish)) | (isEliminated ? eliminated : 0);
}

/** Reads what `writePosition` wrote into a position of the same rules that nobody else looks at; its length in bytes. */
export function readPosition(position: Position, view: DataView): number {
  const at = readCore(position.core, view, position.ownJoins());
  const ending = view.getInt32(at + place.ending, true);
  position.finish = finishes[ending & 7] ?? null;
  position.isEliminated = (ending & eliminated) !== 0;
  position.bagsDealt = view.getInt32(at + place.bagsDealt, true);
  position.insertions = view.getInt32(at + place.insertions, true);
  position.cheeseLeft = view.getInt32(at + place.cheeseLeft, true);
  position.sent = view.getFloat64(at + place.sent, true);
  const count = view.getInt32(at + place.pending, true);
  if (count > 0) position.pending = readPending(view, at + place.entries, count);
  else if (position.pending.length > 0) position.pending = nothingPending;
  return at + place.entries + count * entryBytes;
}

function readPending(view: DataView, from: number, count: number): readonly PendingGarbage[] {
  return Array.from({ length: count }, (_, entry) => {
    const at = from + entry * entryBytes;
    return {
      id: view.getFloat64(at, true),
      rows: view.getFloat64(at + 8, true),
      active: view.getFloat64(at + 16, true),
    };
  });
}

/** The state of such bytes, for the header they belong to; null for bytes that `encodeState` cannot have written. */
export function decodeState(setup: Setup<TetrisTypes>, bytes: Uint8Array): TetrisState | null {
  const view = viewOf(bytes);
  if (headError(view) !== null || !hasTail(view)) return null;
  const rules = createRules(setup);
  const { profile, handling } = rules;
  const position = new Position(rules, new Core({ profile, handling, bags: { kind: "dealt" } }));
  readPosition(position, view);
  return isSound(position) && isWrittenAs(position, bytes) ? TetrisState.of(position) : null;
}

/** Whether what stands behind the core ends where the bytes do, and is made of counts. */
function hasTail(view: DataView): boolean {
  const at = coreLength(view);
  if (view.byteLength < at + place.entries) return false;
  const count = view.getInt32(at + place.pending, true);
  if (view.byteLength !== at + place.entries + count * entryBytes) return false;
  for (let word = at; word < at + place.sent; word += 4) if (view.getInt32(word, true) < 0) return false;
  for (let double = at + place.sent; double < view.byteLength; double += 8) if (!isCount(view, double)) return false;
  return true;
}

/** Whether these are the very bytes: no bit that means nothing. */
function isWrittenAs(position: Position, bytes: Uint8Array): boolean {
  const again = roomFor(position);
  return isWritten(again.bytes, writePosition(position, again.view), bytes);
}

/** What every state of a game holds, and what the core relies on. */
function isSound({ core, rules }: Position): boolean {
  const { board, queue, phase, shape, x, y } = core;
  const isPlaced = phase === "falling" || phase === "locking";
  return (
    (queue.source.kind === "dealt") === rules.isDealt &&
    queue.source.kind !== "minstd" &&
    isBoardSound(board) &&
    core.lowest < boardHeight &&
    (!isPlaced || board.fits(shape, x, y)) &&
    (phase !== "waiting" || core.spawnAt > core.tick)
  );
}
