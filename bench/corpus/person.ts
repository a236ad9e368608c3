import type { Xoshiro128 } from "@replayground/kernel";
import type { HandlingOptions, Key, TetrisView } from "@replayground/tetris";
import { bestRest, elTetris, findPaths, toGrid, type Step } from "@replayground/tetris/bots";

/** A key edge at a tick of the match. */
export interface TimedEdge {
  readonly at: number;
  readonly edge: "down" | "up";
  readonly key: Key;
}

/** How someone plays: times in ticks of 1/600 s, shares in thousandths. */
export interface Habits {
  readonly think: readonly [number, number];
  /** How long a key is held for a tap, and the pause until the next key. */
  readonly tap: readonly [number, number];
  readonly gap: readonly [number, number];
  readonly slips: number;
  readonly holds: number;
  readonly tucks: number;
}

/** About three pieces a second, a slip every thirty keys. */
export const skilled: Habits = { think: [40, 120], tap: [25, 55], gap: [14, 40], slips: 12, holds: 90, tucks: 500 };
/** About one piece a second. */
export const beginner: Habits = { think: [150, 420], tap: [45, 110], gap: [50, 130], slips: 40, holds: 30, tucks: 250 };

/**
 * Someone at a keyboard: looks at the board, wants a good place, and presses real keys towards it - taps, held sides
 * that auto-shift, soft drops under overhangs - with the timing and the mistakes of a hand. Keys roll over: one may
 * still be down when the next piece comes.
 */
export class Person {
  private readonly random: Xoshiro128;
  private readonly habits: Habits;
  private readonly handling: HandlingOptions;
  /** Releases that are still to come after the last plan. */
  private late: TimedEdge[] = [];
  private readonly freeAt = new Map<Key, number>();

  constructor(random: Xoshiro128, habits: Habits, handling: HandlingOptions) {
    this.random = random;
    this.habits = habits;
    this.handling = handling;
  }

  /** Edges for the piece in play, in order of time; without one, what is left to release. */
  plan(view: TetrisView, now: number): readonly TimedEdge[] {
    const edges = [...this.late];
    let at = now + this.between(this.habits.think);
    let last = at;
    for (const step of this.intend(view)) {
      const held = this.press(step, at, edges);
      last = held.down;
      at = held.next;
    }
    edges.sort((a, b) => a.at - b.at);
    this.late = edges.filter((edge) => edge.at > last);
    return edges.filter((edge) => edge.at <= last);
  }

  private intend(view: TetrisView): readonly (Step | "hold")[] {
    if (view.active === null) return [];
    if (view.canHold && this.chance(this.habits.holds)) return ["hold"];
    const board = toGrid(view.board);
    const all = findPaths(board, view.active);
    const plain = this.chance(this.habits.tucks) ? all : all.filter(({ steps }) => !steps.some(isSoft));
    const paths = plain.length > 0 ? plain : all;
    const best = paths[bestRest(elTetris, { board, piece: view.active.piece, next: null }, paths)];
    return (best?.steps ?? []).flatMap((step) => (this.chance(this.habits.slips) ? this.slip(step) : [step]));
  }

  /** A finger that comes twice, or not at all; the drop at the end always comes. */
  private slip(step: Step): readonly Step[] {
    if (step.action === "HD") return [step];
    return this.random.below(2) === 0 ? [step, step] : [];
  }

  private press(step: Step | "hold", at: number, edges: TimedEdge[]): { down: number; next: number } {
    const key = keyOf(step);
    const down = Math.max(at, (this.freeAt.get(key) ?? 0) + 2);
    const up = down + this.holdTime(step);
    edges.push({ at: down, edge: "down", key }, { at: up, edge: "up", key });
    this.freeAt.set(key, up);
    const next = isSlow(step) ? up : down;
    return { down, next: next + this.between(this.habits.gap) };
  }

  private holdTime(step: Step | "hold"): number {
    const tap = this.between(this.habits.tap);
    if (step === "hold") return tap;
    const { das, arr, sdf } = this.handling;
    switch (step.action) {
      case "L":
      case "R":
        return Math.min(tap, Math.max(2, das - 5));
      case "LW":
      case "RW":
        return das + 9 * arr + tap;
      case "SD":
        return sdf === 0 ? tap : tap + 25 * step.n;
      case "SN":
        return sdf === 0 ? tap : 400 + tap;
      case "CW":
      case "CCW":
      case "HD":
        return tap;
    }
  }

  private between([low, high]: readonly [number, number]): number {
    return low + this.random.below(high - low + 1);
  }

  private chance(thousandths: number): boolean {
    return this.random.below(1000) < thousandths;
  }
}

function keyOf(step: Step | "hold"): Key {
  if (step === "hold") return "hold";
  switch (step.action) {
    case "L":
    case "LW":
      return "left";
    case "R":
    case "RW":
      return "right";
    case "CW":
      return "cw";
    case "CCW":
      return "ccw";
    case "SD":
    case "SN":
      return "soft";
    case "HD":
      return "hard";
  }
}

function isSoft(step: Step): boolean {
  return step.action === "SD" || step.action === "SN";
}

/** Steps that must be over before the next key makes sense. */
function isSlow(step: Step | "hold"): boolean {
  return step !== "hold" && (step.action === "LW" || step.action === "RW" || isSoft(step));
}
