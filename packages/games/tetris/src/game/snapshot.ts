import type { Setup } from "@replayground/engine";
import { boardHeight } from "../core/board.ts";
import { Core } from "../core/core.ts";
import { Cursor } from "../core/cursor.ts";
import { maxSnapshotBytes, readCore, writeCore } from "../core/snapshot.ts";
import type { Joins } from "./joins.ts";
import { createRules, type PendingGarbage, Position, type Rules } from "./position.ts";
import { TetrisState } from "./state.ts";
import type { Finish, TetrisTypes } from "./types.ts";

/** First byte of a snapshot: its format. */
const format = 1;
const finishes: readonly (Finish | null)[] = [null, "goal", "time", "top_out"];
const eliminated = 8;

/** Longest form of an integer, and of the joins of a row, in bytes. */
const longestInteger = 8;
const longestJoins = 3;

/** What snapshots of boards without waiting garbage are written to. Scratch: always written before it is read. */
const ordinaryRoom = maxSnapshotBytes + 6 * longestInteger + longestJoins * boardHeight;
const scratch: Uint8Array = new Uint8Array(ordinaryRoom);

function roomFor({ pending }: Position): Uint8Array {
  return pending.length === 0 ? scratch : new Uint8Array(ordinaryRoom + 3 * longestInteger * pending.length);
}

/** Complete and exact: equal bytes, equal futures. Rules and settings are not in it, they are the header's. */
export function encodeState({ position }: TetrisState): Uint8Array {
  const bytes = roomFor(position);
  return bytes.slice(0, write(position, bytes));
}

/** Writes a snapshot; where it ends. */
function write(state: Position, bytes: Uint8Array): number {
  const { core, joins, pending } = state;
  const out = new Cursor(bytes);
  out.putByte(format);
  out.putByte(finishes.indexOf(state.finish) | (state.isEliminated ? eliminated : 0));
  out.putInt(state.bagsDealt);
  out.putInt(state.insertions);
  out.putInt(state.cheeseLeft);
  out.putInt(state.sent);
  putPending(out, pending);
  out.putByte(joins.length);
  for (let y = 0; y < joins.length; y++) out.putInt(joins[y] ?? 0);
  return writeCore(core, bytes, out.at);
}

function putPending(out: Cursor, pending: readonly PendingGarbage[]): void {
  out.putInt(pending.length);
  for (const { id, rows, active } of pending) {
    out.putInt(id);
    out.putInt(rows);
    out.putInt(active);
  }
}

/** The state of such bytes, for the header they belong to; null for bytes that `encodeState` cannot have written. */
export function decodeState(setup: Setup<TetrisTypes>, bytes: Uint8Array): TetrisState | null {
  const position = read(createRules(setup), new Cursor(bytes));
  return position !== null && isSound(position) && isWrittenAs(position, bytes) ? TetrisState.of(position) : null;
}

/** Whether these are the very bytes: no other form of a number, no bit that means nothing. */
function isWrittenAs(state: Position, bytes: Uint8Array): boolean {
  const again = roomFor(state);
  if (write(state, again) !== bytes.length) return false;
  for (let i = 0; i < bytes.length; i++) if (again[i] !== bytes[i]) return false;
  return true;
}

function read(rules: Rules, from: Cursor): Position | null {
  if (from.byte() !== format) return null;
  const { profile, handling } = rules;
  const core = new Core({ profile, handling, bags: { kind: "dealt" } });
  const state = new Position(rules, core);
  const flags = from.byte();
  state.finish = finishes[flags & 7] ?? null;
  state.isEliminated = (flags & eliminated) !== 0;
  state.bagsDealt = from.int();
  state.insertions = from.int();
  state.cheeseLeft = from.int();
  state.sent = from.int();
  const pending = readPending(from);
  const joins = readJoins(from);
  if (pending === null || joins === null) return null;
  state.pending = pending;
  state.joins = joins;
  return readCore(core, from.bytes, from.at) === null ? state : null;
}

function readPending(from: Cursor): readonly PendingGarbage[] | null {
  const count = from.int();
  if (count > from.bytes.length) return null;
  const pending: PendingGarbage[] = [];
  for (let entry = 0; entry < count; entry++) pending.push({ id: from.int(), rows: from.int(), active: from.int() });
  return pending;
}

function readJoins(from: Cursor): Joins | null {
  const height = from.byte();
  if (height > boardHeight) return null;
  const joins: number[] = [];
  for (let y = 0; y < height; y++) joins.push(from.int());
  return joins;
}

/** What every state of a game holds, and what the core relies on. */
function isSound({ core, joins, rules }: Position): boolean {
  const { board, queue, phase, shape, x, y } = core;
  const isPlaced = phase === "falling" || phase === "locking";
  return (
    (queue.source.kind === "dealt") === rules.isDealt &&
    queue.source.kind !== "minstd" &&
    joins.length === board.height &&
    (board.height === 0 || board.rows[board.height - 1] !== 0) &&
    core.lowest < boardHeight &&
    (!isPlaced || board.fits(shape, x, y)) &&
    (phase !== "waiting" || core.spawnAt > core.tick)
  );
}
