import { err, ok, type Result } from "@replayground/kernel";
import { Board, boardHeight, boardWidth, fullRow } from "./board.ts";
import { Core, type CoreSetup, type Phase, type TopOut, updateGravity } from "./core.ts";
import { Cursor } from "./cursor.ts";
import { type Piece, toPiece } from "./piece.ts";
import type { Queue } from "./queue.ts";
import { toRotation } from "./rotation.ts";
import { shapeOf } from "./shape.ts";
import type { Tally } from "./tally.ts";

/** Why bytes are no snapshot of a core. */
export interface SnapshotError {
  readonly type: "bad_snapshot";
  readonly reason: "version" | "phase" | "board" | "length";
}

const version = 1;
/** No snapshot is longer: 40 rows of seven bytes, and every integer at its longest. */
export const maxSnapshotBytes = 1024;

/** Room to write into before the length is known: a fresh array of that size costs more than all the rest. */
const scratch: Uint8Array = new Uint8Array(maxSnapshotBytes);

const phases: readonly Phase[] = ["spawning", "falling", "locking", "waiting", "over"];
const topOuts: readonly (TopOut | null)[] = [null, "block_out", "lock_out", "top_out"];
const sources = ["native", "minstd", "dealt"] as const;
const noPiece = 7;

/** The whole state but profile and handling, which the game's header holds. Equal states give equal bytes. */
export function encodeCore(core: Core): Uint8Array {
  return scratch.slice(0, writeCore(core, scratch));
}

/** Write a snapshot into bytes with `maxSnapshotBytes` of room from `at` on; where it ends. */
export function writeCore(core: Core, bytes: Uint8Array, at = 0): number {
  const out = new Cursor(bytes, at);
  out.putByte(version);
  writePiece(core, out);
  writeClock(core, out);
  writeKeys(core, out);
  writeScore(core, out);
  writeQueue(core.queue, out);
  writeTally(core.tally, out);
  writeBoard(core.board, out);
  return out.at;
}

function writePiece(core: Core, out: Cursor): void {
  const { hold, incoming } = core;
  out.putByte(phases.indexOf(core.phase) | (topOuts.indexOf(core.topOut) << 3) | (core.lockCause === "timer" ? 32 : 0));
  out.putByte(core.piece | (core.rotation << 3) | (core.holdUsed ? 32 : 0) | (core.againstWall ? 64 : 0));
  out.putByte(
    (hold ?? noPiece) | ((incoming ?? noPiece) << 3) | (core.softReleased ? 64 : 0) | (core.side > 0 ? 128 : 0),
  );
  out.putByte(core.x + 4);
  out.putByte(core.y);
  out.putByte(core.lowest);
  out.putByte(core.turnTest | (core.turnFrom << 3));
}

function writeClock(core: Core, out: Cursor): void {
  out.putInts([
    core.tick,
    core.spawnAt,
    core.safeUntil,
    core.fallen,
    core.lockTimer,
    core.resets,
    core.turns,
    core.spawns,
  ]);
}

function writeKeys(core: Core, out: Cursor): void {
  out.putByte(core.held);
  out.putByte(core.tapped);
  out.putInts([
    core.leftCharge,
    core.rightCharge,
    core.leftWait,
    core.rightWait,
    core.pieceSoftRows,
    core.pieceHardRows,
    core.pieceKeys,
  ]);
}

function writeScore(core: Core, out: Cursor): void {
  out.putInts([core.score, core.level, core.levelProgress, core.combo + 1, core.b2b + 1, core.lastLines]);
}

function writeQueue(queue: Queue, out: Cursor): void {
  const { source } = queue;
  out.putByte(queue.currentLeft | (queue.nextLeft << 3) | (sources.indexOf(source.kind) << 6));
  out.putInts([queue.current, queue.next]);
  switch (source.kind) {
    case "native":
      out.putWord(source.words[0]);
      out.putWord(source.words[1]);
      out.putWord(source.words[2]);
      out.putWord(source.words[3]);
      return;
    case "minstd":
      out.putWord(source.state);
      out.putByte(source.stride ? 1 : 0);
      return;
    case "dealt":
      return;
  }
}

function writeTally(tally: Tally, out: Cursor): void {
  out.putInts([
    tally.pieces,
    tally.lines,
    tally.garbageLines,
    tally.holds,
    tally.keys,
    tally.faults,
    tally.perfectPieces,
    tally.softRows,
    tally.hardRows,
    tally.perfectClears,
    tally.topCombo,
    tally.topB2b,
    tally.boardResets,
  ]);
  out.putInts(tally.clears);
}

/** Five bytes a row (10 bits occupied, 30 bits tint); rows with solid cells follow as pairs of index and mask. */
function writeBoard(board: Board, out: Cursor): void {
  const { rows, tints, height } = board;
  out.putByte(height);
  let solid = 0;
  for (let y = 0; y < height; y++) {
    const row = rows[y] ?? 0;
    const tint = tints[y] ?? 0;
    out.putByte(row & 255);
    out.putWord(((row >>> 8) & 3) | (tint << 2));
    solid |= row;
  }
  if (solid <= fullRow) {
    out.putByte(0);
    return;
  }
  out.putByte(1);
  for (let y = 0; y < height; y++) out.putInt((rows[y] ?? 0) >>> boardWidth);
}

/** The core that `encodeCore` saw. Bytes from outside give an error, never a broken core that could run away. */
export function decodeCore(setup: Omit<CoreSetup, "bags">, bytes: Uint8Array): Result<Core, SnapshotError> {
  const core = new Core({ ...setup, bags: { kind: "dealt" } });
  const reason = readCore(core, bytes);
  return reason === null ? ok(core) : err({ type: "bad_snapshot", reason });
}

/** Read a snapshot from `at` to the end into a core of the same rules; null, or why the bytes are no snapshot. */
export function readCore(core: Core, bytes: Uint8Array, at = 0): SnapshotError["reason"] | null {
  const from = new Cursor(bytes, at);
  if (from.byte() !== version) return "version";
  if (!readPiece(core, from)) return "phase";
  readClock(core, from);
  readKeys(core, from);
  readScore(core, from);
  readQueue(core.queue, from);
  readTally(core.tally, from);
  if (!readBoard(core, from)) return "board";
  if (from.at !== bytes.length) return "length";
  updateGravity(core);
  return null;
}

function readPiece(core: Core, from: Cursor): boolean {
  const status = from.byte();
  const phase = phases[status & 7];
  if (phase === undefined) return false;
  core.phase = phase;
  core.topOut = topOuts[(status >>> 3) & 3] ?? null;
  core.lockCause = (status & 32) !== 0 ? "timer" : "hard_drop";
  const piece = from.byte();
  core.piece = toPiece(piece);
  core.rotation = toRotation(piece >>> 3);
  core.holdUsed = (piece & 32) !== 0;
  core.againstWall = (piece & 64) !== 0;
  core.shape = shapeOf(core.piece, core.rotation);
  const slots = from.byte();
  core.hold = toSlot(slots & 7);
  core.incoming = toSlot((slots >>> 3) & 7);
  core.softReleased = (slots & 64) !== 0;
  core.side = (slots & 128) !== 0 ? 1 : -1;
  core.x = from.byte() - 4;
  core.y = from.byte();
  core.lowest = from.byte();
  const turn = from.byte();
  core.turnTest = turn & 7;
  core.turnFrom = toRotation(turn >>> 3);
  return true;
}

function toSlot(code: number): Piece | null {
  return code === noPiece ? null : toPiece(code);
}

function readClock(core: Core, from: Cursor): void {
  core.tick = from.int();
  core.spawnAt = from.int();
  core.safeUntil = from.int();
  core.fallen = from.int();
  core.lockTimer = from.int();
  core.resets = from.int();
  core.turns = from.int();
  core.spawns = from.int();
}

function readKeys(core: Core, from: Cursor): void {
  core.held = from.byte();
  core.tapped = from.byte();
  core.leftCharge = from.int();
  core.rightCharge = from.int();
  core.leftWait = from.int();
  core.rightWait = from.int();
  core.pieceSoftRows = from.int();
  core.pieceHardRows = from.int();
  core.pieceKeys = from.int();
}

function readScore(core: Core, from: Cursor): void {
  core.score = from.int();
  core.level = from.int();
  core.levelProgress = from.int();
  core.combo = from.int() - 1;
  core.b2b = from.int() - 1;
  core.lastLines = from.int();
}

function readQueue(queue: Queue, from: Cursor): void {
  const head = from.byte();
  queue.currentLeft = head & 7;
  queue.nextLeft = (head >>> 3) & 7;
  queue.current = from.int();
  queue.next = from.int();
  const kind = sources[head >>> 6] ?? "dealt";
  switch (kind) {
    case "native":
      queue.source = { kind, words: [from.word(), from.word(), from.word(), from.word()] };
      return;
    case "minstd":
      queue.source = { kind, state: from.word(), stride: from.byte() === 1 };
      return;
    case "dealt":
      queue.source = { kind };
      return;
  }
}

function readTally(tally: Tally, from: Cursor): void {
  tally.pieces = from.int();
  tally.lines = from.int();
  tally.garbageLines = from.int();
  tally.holds = from.int();
  tally.keys = from.int();
  tally.faults = from.int();
  tally.perfectPieces = from.int();
  tally.softRows = from.int();
  tally.hardRows = from.int();
  tally.perfectClears = from.int();
  tally.topCombo = from.int();
  tally.topB2b = from.int();
  tally.boardResets = from.int();
  const clears = tally.clears.slice();
  for (let code = 0; code < clears.length; code++) clears[code] = from.int();
  tally.clears = clears;
}

function readBoard(core: Core, from: Cursor): boolean {
  const height = from.byte();
  if (height > boardHeight || from.at + 5 * height > from.bytes.length) return false;
  if (core.boardShared) {
    core.board = new Board();
    core.boardShared = false;
  }
  const { rows, tints, height: before } = core.board;
  for (let y = 0; y < height; y++) {
    const low = from.byte();
    const word = from.word();
    rows[y] = low | ((word & 3) << 8);
    tints[y] = word >>> 2;
  }
  for (let y = height; y < before; y++) {
    rows[y] = 0;
    tints[y] = 0;
  }
  core.board.height = height;
  if (from.byte() === 0) return true;
  for (let y = 0; y < height; y++) rows[y] = (rows[y] ?? 0) | (from.int() << boardWidth);
  return true;
}
