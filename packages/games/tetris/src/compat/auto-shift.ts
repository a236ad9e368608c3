import type { CompatGame } from "./game.ts";
import { shift } from "./move.ts";

/** A direction key goes down. */
export function pressSide(game: CompatGame, side: -1 | 1, hoisted: boolean): void {
  const { das, dcd, arr } = game.handling;
  const charge = hoisted ? das - dcd : 0;
  if (side < 0) {
    game.leftHeld = true;
    game.leftCharge = charge;
    game.leftWait = arr;
  } else {
    game.rightHeld = true;
    game.rightCharge = charge;
    game.rightWait = arr;
  }
  game.side = side;
  shift(game, side);
}

/** A direction key goes up; the other one takes over if held. */
export function releaseSide(game: CompatGame, side: -1 | 1): void {
  const { cancel, arr } = game.handling;
  if (side < 0) {
    game.leftHeld = false;
    game.leftCharge = 0;
    if (game.rightHeld) game.side = 1;
    if (!cancel) return;
    game.rightCharge = 0;
    game.rightWait = arr;
  } else {
    game.rightHeld = false;
    game.rightCharge = 0;
    if (game.leftHeld) game.side = -1;
    if (!cancel) return;
    game.leftCharge = 0;
    game.leftWait = arr;
  }
}

/** Charge for `delta` frames and shift as often as falls due. */
export function autoShift(game: CompatGame, delta: number): void {
  const isLeft = game.side < 0;
  if (!(isLeft ? game.leftHeld : game.rightHeld)) return;
  const { das, arr } = game.handling;
  const charge = isLeft ? game.leftCharge : game.rightCharge;
  const extra = Math.max(0, delta - Math.max(0, das - charge));
  const charged = Math.min(das, charge + delta);
  if (isLeft) game.leftCharge = charged;
  else game.rightCharge = charged;
  if (charged < das) return;
  const wait = (isLeft ? game.leftWait : game.rightWait) + extra;
  const steps = wait < arr ? 0 : arr === 0 ? 10 : Math.floor(wait / arr);
  if (isLeft) game.leftWait = wait - arr * steps;
  else game.rightWait = wait - arr * steps;
  for (let step = 0; step < steps; step++) shift(game, game.side);
}
