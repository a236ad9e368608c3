import { formatBoard } from "../core/board.ts";
import { autoShift, pressSide, releaseSide } from "./auto-shift.ts";
import { blitzGravity } from "./blitz.ts";
import { hold, spawn } from "./cycle.ts";
import { fall, hardDrop } from "./fall.ts";
import { CompatGame } from "./game.ts";
import { turn } from "./move.ts";
import type { CompatEvent, CompatKey, CompatReplay, CompatResult } from "./types.ts";

/** Versus games grow harder: frames after which gravity and garbage rise, and by how much a frame. */
const gravityRamp = { from: 7200, add: 0.0035 / 60 };
const garbageRamp = { from: 10_800, add: 0.008 / 60 };

/** Play a recorded game again from its keys and garbage. Stops when the player is dead. */
export function simulate(replay: CompatReplay): CompatResult {
  const game = new CompatGame(replay);
  if (game.mode === "blitz") game.gravity = blitzGravity(1);
  spawn(game, null);
  let index = 0;
  for (let frame = 0; frame < replay.frames && !game.isDead; frame++) {
    let end = index;
    while ((replay.events[end]?.frame ?? Number.MAX_SAFE_INTEGER) <= frame) end += 1;
    playFrame(game, replay.events.slice(index, end));
    index = end;
  }
  return resultOf(game);
}

/** One frame: advance to each key's tenth and apply it, then the rest of the frame. */
function playFrame(game: CompatGame, events: readonly CompatEvent[]): void {
  let at = 0;
  for (const event of events) {
    if (game.isDead) return;
    if (event.kind === "key" && event.subframe > at) {
      advance(game, event.subframe - at);
      at = event.subframe;
    }
    apply(game, event);
  }
  game.frame += 1;
  advance(game, 1 - at);
  if (game.mode !== "versus") return;
  if (game.frame > gravityRamp.from) game.gravity += gravityRamp.add;
  if (game.frame > garbageRamp.from) game.multiplier += garbageRamp.add;
}

function advance(game: CompatGame, delta: number): void {
  if (game.isDead) return;
  autoShift(game, delta);
  fall(game, delta);
}

function apply(game: CompatGame, event: CompatEvent): void {
  if (game.isDead) return;
  switch (event.kind) {
    case "announce":
      return game.incoming.announce(event);
    case "confirm":
      return game.incoming.confirm(event);
    case "key":
      return event.isDown ? press(game, event) : release(game, event);
  }
}

function press(game: CompatGame, { key, hoisted }: CompatKey): void {
  switch (key) {
    case "left":
      game.keys += 1;
      return pressSide(game, -1, hoisted);
    case "right":
      game.keys += 1;
      return pressSide(game, 1, hoisted);
    case "soft":
      game.softHeld = true;
      return;
    case "hard":
      return hardDrop(game);
    case "cw":
      game.keys += 1;
      turn(game, 1);
      return;
    case "ccw":
      game.keys += 1;
      turn(game, 3);
      return;
    case "r180":
      game.keys += 2;
      turn(game, 2);
      return;
    case "hold":
      return hold(game);
  }
}

function release(game: CompatGame, { key }: CompatKey): void {
  if (key === "left") releaseSide(game, -1);
  if (key === "right") releaseSide(game, 1);
  if (key !== "soft") return;
  game.softHeld = false;
  game.softReleased = true;
}

function resultOf(game: CompatGame): CompatResult {
  return {
    locks: game.locks,
    score: game.score,
    level: game.level,
    lines: game.lines,
    faults: game.faults,
    garbageCleared: game.garbageCleared,
    isDead: game.isDead,
    board: formatBoard(game.board),
  };
}
