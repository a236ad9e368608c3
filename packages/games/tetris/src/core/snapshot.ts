import type { BagSource } from "./bag.ts";
import { Board, boardWidth, fullRow } from "./board.ts";
import { type Core, type Phase, type TopOut, updateGravity } from "./core.ts";
import { type Piece, toPiece } from "./piece.ts";
import type { Queue } from "./queue.ts";
import { toRotation } from "./rotation.ts";
import { shapeOf } from "./shape.ts";
import * as layout from "./snapshot-layout.ts";

/*
 * The fast pair: straight-line code that trusts what it is given. `decodeCore` is for bytes from outside.
 *
 * Few and long functions, because the compiler inlines only so much: as one function per group of members a round trip
 * took 35 ns longer. Members that hold objects are set only where they differ, because the garbage collector has to be told
 * of each: 14 ns. See docs/decisions/0015-tetris-snapshots-in-place.md.
 */

/** A constant of this module is compiled in; an imported one is looked up each time. */
const { place, statusBit, pieceBit, queueBit, rowBytes, besideBits, tintBits, phases, topOuts, sourceCode, noPiece } =
  layout;
const version = layout.snapshotVersion;
const cells = fullRow;
const width = boardWidth;
const packed = (1 << queueBit.left) - 1;

/**
 * Writes a core to the start of a view with `maxCoreBytes` of room; the length in bytes. `beside`: twenty bits for each row
 * that another layer wants to have kept with it.
 */
export function writeCore(core: Core, view: DataView, beside: readonly number[]): number {
  const { queue } = core;
  const end = writeRows(core.board, view, beside);
  const solid = end === place.rows + rowBytes * core.board.height ? 0 : 1 << statusBit.solid;
  view.setInt32(place.status, statusOf(core) | solid, true);
  view.setInt32(place.piece, pieceOf(core), true);
  view.setFloat64(place.tick, core.tick, true);
  view.setFloat64(place.spawnAt, core.spawnAt, true);
  view.setFloat64(place.safeUntil, core.safeUntil, true);
  view.setFloat64(place.score, core.score, true);
  writeSource(queue.source, view);
  view.setInt32(place.fallen, core.fallen, true);
  view.setInt32(place.lockTimer, core.lockTimer, true);
  view.setInt32(place.keys, core.held | (core.tapped << 8) | (core.resets << 16), true);
  view.setInt32(place.turns, core.turns, true);
  view.setInt32(place.spawns, core.spawns, true);
  view.setInt32(place.charges, core.leftCharge | (core.rightCharge << 16), true);
  view.setInt32(place.waits, core.leftWait | (core.rightWait << 16), true);
  view.setInt32(place.pieceSoftRows, core.pieceSoftRows, true);
  view.setInt32(place.pieceHardRows, core.pieceHardRows, true);
  view.setInt32(place.pieceKeys, core.pieceKeys, true);
  view.setInt32(place.level, core.level, true);
  view.setInt32(place.levelProgress, core.levelProgress, true);
  view.setInt32(place.combo, core.combo + 1, true);
  view.setInt32(place.b2b, core.b2b + 1, true);
  const lastLines = core.lastLines << queueBit.lastLines;
  view.setInt32(place.current, queue.current | (queue.currentLeft << queueBit.left) | lastLines, true);
  view.setInt32(place.next, queue.next | (queue.nextLeft << queueBit.left), true);
  const { tally } = core;
  view.setInt32(place.pieces, tally.pieces, true);
  view.setInt32(place.lines, tally.lines, true);
  view.setInt32(place.garbageLines, tally.garbageLines, true);
  view.setInt32(place.holds, tally.holds, true);
  view.setInt32(place.tallyKeys, tally.keys, true);
  view.setInt32(place.faults, tally.faults, true);
  view.setInt32(place.perfectPieces, tally.perfectPieces, true);
  view.setInt32(place.softRows, tally.softRows, true);
  view.setInt32(place.hardRows, tally.hardRows, true);
  view.setInt32(place.perfectClears, tally.perfectClears, true);
  view.setInt32(place.topCombo, tally.topCombo, true);
  view.setInt32(place.topB2b, tally.topB2b, true);
  view.setInt32(place.boardResets, tally.boardResets, true);
  const { clears } = tally;
  view.setInt32(place.clears + 0, clears[0] ?? 0, true);
  view.setInt32(place.clears + 4, clears[1] ?? 0, true);
  view.setInt32(place.clears + 8, clears[2] ?? 0, true);
  view.setInt32(place.clears + 12, clears[3] ?? 0, true);
  view.setInt32(place.clears + 16, clears[4] ?? 0, true);
  view.setInt32(place.clears + 20, clears[5] ?? 0, true);
  view.setInt32(place.clears + 24, clears[6] ?? 0, true);
  view.setInt32(place.clears + 28, clears[7] ?? 0, true);
  view.setInt32(place.clears + 32, clears[8] ?? 0, true);
  view.setInt32(place.clears + 36, clears[9] ?? 0, true);
  view.setInt32(place.clears + 40, clears[10] ?? 0, true);
  view.setInt32(place.clears + 44, clears[11] ?? 0, true);

  return end;
}

function statusOf(core: Core): number {
  return (
    version |
    (phaseCode(core.phase) << statusBit.phase) |
    (topOutCode(core.topOut) << statusBit.topOut) |
    bitAt(statusBit.timer, core.lockCause === "timer") |
    bitAt(statusBit.holdUsed, core.holdUsed) |
    bitAt(statusBit.againstWall, core.againstWall) |
    bitAt(statusBit.softReleased, core.softReleased) |
    bitAt(statusBit.rightward, core.side === 1) |
    (core.board.height << statusBit.height)
  );
}

/** `isSet` is compared, not asked: of a member that the compiler does not know to be a boolean, asking is five questions. */
function bitAt(bit: number, isSet: unknown): number {
  return isSet === true ? 1 << bit : 0;
}

function phaseCode(phase: Phase): number {
  return phase === "falling" ? 1 : phases.indexOf(phase);
}

function topOutCode(topOut: TopOut | null): number {
  return topOut === null ? 0 : topOuts.indexOf(topOut);
}

function pieceOf(core: Core): number {
  const { hold, incoming } = core;
  return (
    core.piece |
    (core.rotation << pieceBit.rotation) |
    (core.x << pieceBit.x) |
    (core.y << pieceBit.y) |
    (core.lowest << pieceBit.lowest) |
    (core.turnTest << pieceBit.turnTest) |
    (core.turnFrom << pieceBit.turnFrom) |
    ((hold ?? noPiece) << pieceBit.hold) |
    ((incoming ?? noPiece) << pieceBit.incoming)
  );
}

function writeSource(source: BagSource, view: DataView): void {
  if (source.kind !== "native") {
    writeOtherSource(source, view);
    return;
  }
  const { words } = source;
  view.setInt32(place.source, sourceCode.native, true);
  view.setInt32(place.random, words[0], true);
  view.setInt32(place.random + 4, words[1], true);
  view.setInt32(place.random + 8, words[2], true);
  view.setInt32(place.random + 12, words[3], true);
}

function writeOtherSource(source: Exclude<BagSource, { kind: "native" }>, view: DataView): void {
  const isDealt = source.kind === "dealt";
  const code = isDealt ? sourceCode.dealt : source.stride ? sourceCode.minstd_stride : sourceCode.minstd;
  view.setInt32(place.source, code, true);
  view.setInt32(place.random, isDealt ? 0 : source.state, true);
  view.setInt32(place.random + 4, 0, true);
  view.setInt32(place.random + 8, 0, true);
  view.setInt32(place.random + 12, 0, true);
}

function writeRows({ rows, tints, height }: Board, view: DataView, beside: readonly number[]): number {
  let at: number = place.rows;
  let all = 0;
  for (let y = 0; y < height; y++) {
    const row = rows[y] ?? 0;
    all |= row;
    view.setInt32(at, (row & cells) | ((beside[y] ?? 0) << width), true);
    view.setInt32(at + 4, tints[y] ?? 0, true);
    at += rowBytes;
  }
  if (all <= cells) return at;
  for (let y = 0; y < height; y++, at += 4) view.setInt32(at, (rows[y] ?? 0) >>> width, true);
  return at;
}

/**
 * Reads what `writeCore` wrote into a core of the same rules that nobody else looks at, and into `beside`, which gets an
 * entry for each row of the board; the length in bytes.
 */
export function readCore(core: Core, view: DataView, beside: number[]): number {
  const { queue } = core;
  readStatus(core, view.getInt32(place.status, true));
  readPiece(core, view.getInt32(place.piece, true));
  core.tick = view.getFloat64(place.tick, true);
  core.spawnAt = view.getFloat64(place.spawnAt, true);
  core.safeUntil = view.getFloat64(place.safeUntil, true);
  core.score = view.getFloat64(place.score, true);
  readSource(queue, view);
  core.fallen = view.getInt32(place.fallen, true);
  core.lockTimer = view.getInt32(place.lockTimer, true);
  readKeys(core, view);
  core.pieceSoftRows = view.getInt32(place.pieceSoftRows, true);
  core.pieceHardRows = view.getInt32(place.pieceHardRows, true);
  core.pieceKeys = view.getInt32(place.pieceKeys, true);
  core.level = view.getInt32(place.level, true);
  core.levelProgress = view.getInt32(place.levelProgress, true);
  core.combo = view.getInt32(place.combo, true) - 1;
  core.b2b = view.getInt32(place.b2b, true) - 1;
  const current = view.getInt32(place.current, true);
  queue.current = current & packed;
  queue.currentLeft = (current >>> queueBit.left) & 7;
  core.lastLines = current >>> queueBit.lastLines;
  const next = view.getInt32(place.next, true);
  queue.next = next & packed;
  queue.nextLeft = (next >>> queueBit.left) & 7;
  const { tally } = core;
  tally.pieces = view.getInt32(place.pieces, true);
  tally.lines = view.getInt32(place.lines, true);
  tally.garbageLines = view.getInt32(place.garbageLines, true);
  tally.holds = view.getInt32(place.holds, true);
  tally.keys = view.getInt32(place.tallyKeys, true);
  tally.faults = view.getInt32(place.faults, true);
  tally.perfectPieces = view.getInt32(place.perfectPieces, true);
  tally.softRows = view.getInt32(place.softRows, true);
  tally.hardRows = view.getInt32(place.hardRows, true);
  tally.perfectClears = view.getInt32(place.perfectClears, true);
  tally.topCombo = view.getInt32(place.topCombo, true);
  tally.topB2b = view.getInt32(place.topB2b, true);
  tally.boardResets = view.getInt32(place.boardResets, true);
  const clears = tally.ownClears();
  clears[0] = view.getInt32(place.clears + 0, true);
  clears[1] = view.getInt32(place.clears + 4, true);
  clears[2] = view.getInt32(place.clears + 8, true);
  clears[3] = view.getInt32(place.clears + 12, true);
  clears[4] = view.getInt32(place.clears + 16, true);
  clears[5] = view.getInt32(place.clears + 20, true);
  clears[6] = view.getInt32(place.clears + 24, true);
  clears[7] = view.getInt32(place.clears + 28, true);
  clears[8] = view.getInt32(place.clears + 32, true);
  clears[9] = view.getInt32(place.clears + 36, true);
  clears[10] = view.getInt32(place.clears + 40, true);
  clears[11] = view.getInt32(place.clears + 44, true);

  updateGravity(core);
  return readRows(core, view, beside);
}

function readKeys(core: Core, view: DataView): void {
  const keys = view.getInt32(place.keys, true);
  core.held = keys & 255;
  core.tapped = (keys >>> 8) & 255;
  core.resets = keys >>> 16;
  core.turns = view.getInt32(place.turns, true);
  core.spawns = view.getInt32(place.spawns, true);
  const charges = view.getInt32(place.charges, true);
  core.leftCharge = charges & 0xffff;
  core.rightCharge = charges >>> 16;
  const waits = view.getInt32(place.waits, true);
  core.leftWait = waits & 0xffff;
  core.rightWait = waits >>> 16;
}

function readStatus(core: Core, status: number): void {
  const phase = phases[(status >>> statusBit.phase) & 7] ?? "over";
  if (core.phase !== phase) core.phase = phase;
  const topOut = topOuts[(status >>> statusBit.topOut) & 3] ?? null;
  if (core.topOut !== topOut) core.topOut = topOut;
  const cause = (status & (1 << statusBit.timer)) !== 0 ? "timer" : "hard_drop";
  if (core.lockCause !== cause) core.lockCause = cause;
  core.holdUsed = (status & (1 << statusBit.holdUsed)) !== 0;
  core.againstWall = (status & (1 << statusBit.againstWall)) !== 0;
  core.softReleased = (status & (1 << statusBit.softReleased)) !== 0;
  core.side = (status & (1 << statusBit.rightward)) !== 0 ? 1 : -1;
}

function readPiece(core: Core, bits: number): void {
  const piece = toPiece(bits);
  const rotation = toRotation(bits >>> pieceBit.rotation);
  const { shape } = core;
  core.piece = piece;
  core.rotation = rotation;
  if (shape.piece !== piece || shape.rotation !== rotation) core.shape = shapeOf(piece, rotation);
  core.x = (bits >>> pieceBit.x) & 15;
  core.y = (bits >>> pieceBit.y) & 63;
  core.lowest = (bits >>> pieceBit.lowest) & 63;
  core.turnTest = (bits >>> pieceBit.turnTest) & 7;
  core.turnFrom = toRotation(bits >>> pieceBit.turnFrom);
  core.hold = toSlot((bits >>> pieceBit.hold) & 7);
  core.incoming = toSlot(bits >>> pieceBit.incoming);
}

function toSlot(code: number): Piece | null {
  return code === noPiece ? null : toPiece(code);
}

/** One state of the generator serves seven pieces. */
function readSource(queue: Queue, view: DataView): void {
  const { source } = queue;
  if (source.kind !== "native" || view.getInt32(place.source, true) !== sourceCode.native) {
    queue.source = sourceFrom(view);
    return;
  }
  const { words } = source;
  if (
    (words[0] | 0) !== view.getInt32(place.random, true) ||
    (words[1] | 0) !== view.getInt32(place.random + 4, true) ||
    (words[2] | 0) !== view.getInt32(place.random + 8, true) ||
    (words[3] | 0) !== view.getInt32(place.random + 12, true)
  ) {
    queue.source = sourceFrom(view);
  }
}

function sourceFrom(view: DataView): BagSource {
  const code = view.getInt32(place.source, true);
  const a = view.getUint32(place.random, true);
  if (code === sourceCode.dealt) return { kind: "dealt" };
  if (code !== sourceCode.native) return { kind: "minstd", state: a, stride: code === sourceCode.minstd_stride };
  const b = view.getUint32(place.random + 4, true);
  const c = view.getUint32(place.random + 8, true);
  return { kind: "native", words: [a, b, c, view.getUint32(place.random + 12, true)] };
}

function readRows(core: Core, view: DataView, beside: number[]): number {
  if (core.boardShared) {
    core.board = new Board();
    core.boardShared = false;
  }
  const { rows, tints, height: before } = core.board;
  const status = view.getInt32(place.status, true);
  const height = status >>> statusBit.height;
  while (beside.length > height) beside.pop();
  while (beside.length < height) beside.push(0);
  let at: number = place.rows;
  for (let y = 0; y < height; y++) {
    const row = view.getInt32(at, true);
    rows[y] = row & cells;
    beside[y] = (row >>> width) & besideBits;
    tints[y] = view.getInt32(at + 4, true) & tintBits;
    at += rowBytes;
  }
  for (let y = height; y < before; y++) {
    rows[y] = 0;
    tints[y] = 0;
  }
  core.board.height = height;
  if ((status & (1 << statusBit.solid)) === 0) return at;
  for (let y = 0; y < height; y++, at += 4) rows[y] = (rows[y] ?? 0) | ((view.getInt32(at, true) & cells) << width);
  return at;
}
