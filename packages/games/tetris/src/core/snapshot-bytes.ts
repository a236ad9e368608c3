import { err, ok, type Result } from "@replayground/kernel";
import { type Board, boardHeight, boardWidth, fullRow } from "./board.ts";
import { Core, type CoreSetup } from "./core.ts";
import { readCore, writeCore } from "./snapshot.ts";
import { maxCoreBytes, phases, place, rowBytes, snapshotVersion, sourceCode, statusBit } from "./snapshot-layout.ts";

/** Why bytes are no snapshot of a core. `form`: no core is written like this. */
export interface SnapshotError {
  readonly type: "bad_snapshot";
  readonly reason: "version" | "phase" | "board" | "length" | "form";
}

/** Bytes, and how they are written and read. */
export interface Room {
  readonly bytes: Uint8Array;
  readonly view: DataView;
}

/** What cores are written to before their length is known. Always written before it is read. */
const scratch: Room = roomOf(maxCoreBytes);
const nothingBeside: readonly number[] = Array.from({ length: boardHeight }, () => 0);

export function roomOf(length: number): Room {
  const bytes = new Uint8Array(length);
  return { bytes, view: viewOf(bytes) };
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The whole state but profile and handling, which the game's header holds. Equal states give equal bytes. */
export function encodeCore(core: Core): Uint8Array {
  return scratch.bytes.slice(0, writeCore(core, scratch.view, nothingBeside));
}

/** The core that `encodeCore` saw. Bytes from outside give an error, never a broken core that could run away. */
export function decodeCore(setup: Omit<CoreSetup, "bags">, bytes: Uint8Array): Result<Core, SnapshotError> {
  const view = viewOf(bytes);
  const reason = headError(view) ?? (coreLength(view) === bytes.length ? null : "length");
  if (reason !== null) return err({ type: "bad_snapshot", reason });
  const core = new Core({ ...setup, bags: { kind: "dealt" } });
  readCore(core, view, []);
  if (!isBoardSound(core.board)) return err({ type: "bad_snapshot", reason: "board" });
  const isOwn = isWritten(scratch.bytes, writeCore(core, scratch.view, nothingBeside), bytes);
  return isOwn ? ok(core) : err({ type: "bad_snapshot", reason: "form" });
}

/** Whether what was written, `length` bytes long, is these very bytes. */
export function isWritten(written: Uint8Array, length: number, bytes: Uint8Array): boolean {
  if (bytes.length !== length) return false;
  for (let i = 0; i < length; i++) if (written[i] !== bytes[i]) return false;
  return true;
}

/** What `readCore` relies on, looked at before anything is read; null if a core can begin like this. */
export function headError(view: DataView): SnapshotError["reason"] | null {
  if (view.byteLength < place.rows) return "length";
  const status = view.getInt32(place.status, true);
  if ((status & 255) !== snapshotVersion) return "version";
  if (((status >>> statusBit.phase) & 7) >= phases.length) return "phase";
  if (status >>> statusBit.height > boardHeight) return "board";
  if (view.byteLength < coreLength(view)) return "length";
  return hasNumbers(view) ? null : "form";
}

/** How many bytes the core takes, by its head. */
export function coreLength(view: DataView): number {
  const status = view.getInt32(place.status, true);
  const isSolid = (status & (1 << statusBit.solid)) !== 0;
  return place.rows + (status >>> statusBit.height) * (isSolid ? rowBytes + 4 : rowBytes);
}

function hasNumbers(view: DataView): boolean {
  for (let at: number = place.source; at < place.rows; at += 4) if (view.getInt32(at, true) < 0) return false;
  return (
    view.getInt32(place.source, true) <= sourceCode.dealt &&
    isCount(view, place.tick) &&
    isCount(view, place.spawnAt) &&
    isCount(view, place.safeUntil) &&
    isCount(view, place.score)
  );
}

/** Whether a safe integer that is not negative stands there, as a double; -0 is not one. */
export function isCount(view: DataView, at: number): boolean {
  return Number.isSafeInteger(view.getFloat64(at, true)) && view.getInt32(at + 4, true) >= 0;
}

/** The highest row holds something, and nothing but an occupied cell is solid or has a colour. */
export function isBoardSound({ rows, tints, height }: Board): boolean {
  if (height > 0 && rows[height - 1] === 0) return false;
  for (let y = 0; y < height; y++) {
    const row = rows[y] ?? 0;
    const tint = tints[y] ?? 0;
    const occupied = row & fullRow;
    const marked = (row >>> boardWidth) | tint | (tint >>> boardWidth) | (tint >>> (2 * boardWidth));
    if ((marked & fullRow & ~occupied) !== 0) return false;
  }
  return true;
}
