import type { Handling } from "../../src/core/handling.ts";
import { type Key, keyNames } from "../../src/core/keys.ts";
import { type HalfTurn, type KickSystem, kickTable, kickTests } from "../../src/core/kicks.ts";
import { levelGravity } from "../../src/core/gravity.ts";
import type { Piece } from "../../src/core/piece.ts";
import type { Profile } from "../../src/core/profile.ts";
import { type Rotation, toRotation } from "../../src/core/rotation.ts";
import { shapeOf } from "../../src/core/shape.ts";

/**
 * One piece on one board, stepped tick by tick: the rules of time written down a second time, plainly and apart from
 * the core, to compare with. No scoring, no cycle: it ends when the piece locks.
 */
export class Naive {
  readonly cells: Set<string>;
  readonly profile: Profile;
  readonly handling: Handling;
  tick = 0;
  piece: Piece;
  rotation: Rotation = 0;
  x: number;
  y: number;
  acc = 0;
  timer = 0;
  resets = 0;
  lowest: number;
  softRows = 0;
  isLocked = false;
  held: Record<Key, boolean>;
  charge = { left: 0, right: 0 };
  wait: { left: number; right: number };
  last: "left" | "right" = "left";
  wall = false;

  constructor(setup: { cells: Set<string>; profile: Profile; handling: Handling; piece: Piece; x: number; y: number }) {
    this.cells = setup.cells;
    this.profile = setup.profile;
    this.handling = setup.handling;
    this.piece = setup.piece;
    this.x = setup.x;
    this.y = setup.y;
    this.lowest = setup.y;
    this.wait = { left: setup.handling.arr, right: setup.handling.arr };
    this.held = {
      left: false,
      right: false,
      soft: false,
      hard: false,
      cw: false,
      ccw: false,
      r180: false,
      hold: false,
    };
  }

  fits(x: number, y: number, rotation: Rotation): boolean {
    return shapeOf(this.piece, rotation).offsets.every((cell) => {
      const cx = x + cell.dx;
      const cy = y + cell.dy;
      return cx >= 0 && cx <= 9 && cy >= 0 && cy < 40 && !this.cells.has(`${cx},${cy}`);
    });
  }

  private moved(): void {
    const { kind, resets } = this.profile.lockDown;
    if (kind === "infinite") this.timer = 0;
    if (kind !== "extended") return;
    this.resets = Math.min(resets, this.resets + 1);
    if (this.resets < resets) this.timer = 0;
  }

  private lowered(): void {
    if (this.y >= this.lowest) return;
    this.lowest = this.y;
    this.resets = 0;
    if (this.profile.lockDown.kind === "classic") this.timer = 0;
  }

  private shift(dx: -1 | 1): void {
    this.wall = !this.fits(this.x + dx, this.y, this.rotation);
    if (this.wall) return;
    this.x += dx;
    this.moved();
  }

  private turn(quarters: 1 | 2 | 3): void {
    const to = toRotation(this.rotation + quarters);
    const system: KickSystem = this.profile.kicks;
    const half: HalfTurn = this.profile.halfTurn;
    for (const test of kickTests(kickTable(system, half), this.piece, { from: this.rotation, to })) {
      if (!this.fits(this.x + test.dx, this.y + test.dy, to)) continue;
      this.x += test.dx;
      this.y += test.dy;
      this.rotation = to;
      this.moved();
      this.lowered();
      this.cut();
      return;
    }
  }

  private cut(): void {
    const { das, dcd, arr } = this.handling;
    if (dcd === 0 || !this.wall) return;
    for (const side of ["left", "right"] as const) {
      this.charge[side] = Math.min(this.charge[side], Math.max(0, das - dcd));
      this.wait[side] = arr;
    }
  }

  press(key: Key): void {
    if (this.held[key]) return;
    this.held[key] = true;
    if (key === "left" || key === "right") {
      this.charge[key] = 0;
      this.wait[key] = this.handling.arr;
      this.last = key;
      this.shift(key === "left" ? -1 : 1);
    }
    if (key === "cw") this.turn(1);
    if (key === "ccw") this.turn(3);
    if (key === "r180") this.turn(2);
  }

  release(key: Key): void {
    if (!this.held[key]) return;
    this.held[key] = false;
    if (key !== "left" && key !== "right") return;
    const other = key === "left" ? "right" : "left";
    this.charge[key] = 0;
    if (this.held[other]) this.last = other;
    if (!this.handling.cancel) return;
    this.charge[other] = 0;
    this.wait[other] = this.handling.arr;
  }

  private autoShift(): void {
    const side = this.last;
    if (!this.held[side]) return;
    const { das, arr } = this.handling;
    const extra = Math.max(0, 1 - Math.max(0, das - this.charge[side]));
    this.charge[side] = Math.min(das, this.charge[side] + 1);
    if (this.charge[side] < das) return;
    let attempts = 10;
    if (arr > 0) {
      this.wait[side] += extra;
      attempts = Math.floor(this.wait[side] / arr);
      this.wait[side] -= arr * attempts;
    }
    for (let i = 0; i < attempts; i++) this.shift(side === "left" ? -1 : 1);
  }

  private gravity(): number {
    const rule = this.profile.gravity;
    let g = rule.kind === "level" ? levelGravity(1) : rule.perTick;
    if (rule.kind === "constant" && rule.rampEvery > 0) {
      for (let t = rule.rampFrom; t <= this.tick; t += rule.rampEvery) g += rule.rampAdd;
    }
    return g;
  }

  private fallOne(): boolean {
    if (!this.fits(this.x, this.y - 1, this.rotation)) return false;
    this.y -= 1;
    if (this.held.soft) this.softRows += 1;
    this.lowered();
    return true;
  }

  private fall(): void {
    if (!this.fits(this.x, this.y - 1, this.rotation)) {
      this.acc = 0;
      const { kind, ticks, resets } = this.profile.lockDown;
      this.timer += 1;
      this.isLocked = this.timer >= ticks || (kind === "extended" && this.resets >= resets);
      return;
    }
    const factor = this.profile.softDrop === "player" ? this.handling.sdf : this.profile.softDrop;
    if (this.held.soft && factor === "sonic") {
      while (this.fallOne());
      this.acc = 0;
      return;
    }
    const floor = Math.round((2 ** 24 * 0.05) / 10);
    const g = this.gravity();
    this.acc += this.held.soft && factor !== "sonic" ? Math.min(40 * 2 ** 24, Math.max(g, floor) * factor) : g;
    while (this.acc >= 2 ** 24) {
      this.acc -= 2 ** 24;
      if (!this.fallOne()) break;
    }
    if (!this.fits(this.x, this.y - 1, this.rotation)) this.acc = 0;
  }

  step(): void {
    this.autoShift();
    this.fall();
    this.tick += 1;
  }
}

export const playKeys: readonly Key[] = keyNames.filter((key) => key !== "hard" && key !== "hold");
