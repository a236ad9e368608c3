import { invariant } from "@replayground/kernel";
import { type Core, updateGravity } from "./core.ts";
import { swapHold } from "./hold.ts";
import { keyBit } from "./keys.ts";
import { cutCharge, tryTurn } from "./move.ts";
import type { Piece } from "./piece.ts";
import { type Shape, shapeOf } from "./shape.ts";
import { boardHeight } from "./board.ts";

/** What a generation did. When `blocked` the game is over, or the mode clears the board with `resetBoard`. */
export interface Spawn {
  readonly piece: Piece;
  /** Out of the hold slot, not of the queue. */
  readonly fromHold: boolean;
  /** The piece that initial hold put away first. */
  readonly heldFirst: Piece | null;
  readonly blocked: boolean;
}

/** Generate the piece that is due (phase `spawning`): place, check for block out, initial hold and turn, free step. */
export function spawnPiece(core: Core): Spawn {
  invariant(core.phase === "spawning", "a piece is generated in phase spawning only");
  const fromHold = core.incoming !== null;
  const first = core.incoming ?? takeNext(core);
  core.incoming = null;
  const held =
    !fromHold && isInitial(core, keyBit.hold, core.handling.ihs) && !core.holdUsed && core.profile.hold !== "off";
  if (held) swapHold(core, first);
  const piece = held ? (core.incoming ?? takeNext(core)) : first;
  const outOfHold = fromHold || (held && core.incoming !== null);
  core.incoming = null;
  const blocked = !place(core, piece);
  if (blocked) {
    core.phase = "over";
    core.topOut = "block_out";
  } else {
    control(core);
  }
  return { piece, fromHold: outOfHold, heldFirst: held ? first : null, blocked };
}

function takeNext(core: Core): Piece {
  const piece = core.queue.take();
  invariant(piece !== null, "a bag is dealt before its first piece is generated");
  return piece;
}

/** Whether a key asks for an initial action. */
function isInitial(core: Core, bit: number, mode: Core["handling"]["irs"]): boolean {
  switch (mode) {
    case "off":
      return false;
    case "tap":
      return (core.tapped & bit) !== 0;
    case "hold":
      return ((core.held | core.tapped) & bit) !== 0;
  }
}

/** Put a fresh piece at its place of generation; false when there is no room. */
function place(core: Core, piece: Piece): boolean {
  const { x, y } = core.profile.spawn;
  const shape = shapeOf(piece, 0);
  const row = freeRow(core, shape);
  core.piece = piece;
  core.rotation = 0;
  core.shape = shape;
  core.x = x;
  core.y = row ?? y;
  core.spawns += 1;
  core.fallen = 0;
  core.lockTimer = 0;
  core.resets = 0;
  core.lowest = core.y;
  core.turns = 0;
  core.turnTest = 0;
  core.pieceSoftRows = 0;
  core.pieceHardRows = 0;
  core.pieceKeys = 0;
  core.softReleased = false;
  return row !== null;
}

/** The row of generation: the profile's, or a higher one where it allows that; null when all are blocked. */
function freeRow(core: Core, shape: Shape): number | null {
  const { x, y, secondChance } = core.profile.spawn;
  const isClutch = core.profile.topOut.clutch && core.lastLines > 0;
  const highest = isClutch ? boardHeight : secondChance ? y + 1 : y;
  for (let row = y; row <= highest; row++) if (core.board.fits(shape, x, row)) return row;
  return null;
}

/** The piece is the player's: initial turn, charge cut, free step. */
function control(core: Core): void {
  updateGravity(core);
  core.phase = "falling";
  const { irs } = core.handling;
  if (isInitial(core, keyBit.cw, irs)) tryTurn(core, 1);
  else if (isInitial(core, keyBit.ccw, irs)) tryTurn(core, 3);
  else if (isInitial(core, keyBit.r180, irs)) tryTurn(core, 2);
  core.tapped = 0;
  core.resets = 0;
  cutCharge(core);
  if (!core.profile.spawn.freeStep || !core.board.fits(core.shape, core.x, core.y - 1)) return;
  core.y -= 1;
  core.turnTest = 0;
  core.lowest = Math.min(core.lowest, core.y);
}
