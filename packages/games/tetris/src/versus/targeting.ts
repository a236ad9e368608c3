import { type RandomWords, Xoshiro128 } from "@replayground/kernel";

export type TargetMode =
  | "rotate"
  | "random"
  | "attackers"
  | "kos"
  | "badges"
  | "to_least"
  | "divide"
  | "to_all"
  | "manual";

/** An opponent as targeting sees it. */
export interface Opponent {
  readonly seat: number;
  readonly isAlive: boolean;
  /** Stack height and waiting rows: how near to the top. */
  readonly height: number;
  readonly pending: number;
  readonly received: number;
  readonly badgePoints: number;
  /** Whether this opponent's attacks go to us. */
  readonly attacksUs: boolean;
}

/** What a choice of targets needs and changes. */
export interface Aim {
  readonly mode: TargetMode;
  /** The seat that `rotate` points at, or the one chosen by hand. */
  readonly pointer: number | null;
  /** The generator of `random`. */
  readonly words: RandomWords;
}

/** Rows for one opponent. */
export interface Share {
  readonly seat: number;
  readonly rows: number;
}

/** Who gets an attack; no shares when nobody is left. Opponents in seating order. */
export function chooseTargets(
  aim: Aim,
  opponents: readonly Opponent[],
  rows: number,
): { readonly aim: Aim; readonly shares: readonly Share[] } {
  const living = opponents.filter((opponent) => opponent.isAlive);
  if (living.length === 0 || rows === 0) return { aim, shares: [] };
  const all = (list: readonly Opponent[]): Share[] => list.map(({ seat }) => ({ seat, rows }));
  switch (aim.mode) {
    case "rotate":
      return rotate(aim, living, rows);
    case "random":
      return randomly(aim, living, rows);
    case "attackers": {
      const attackers = living.filter((opponent) => opponent.attacksUs);
      return attackers.length === 0 ? randomly(aim, living, rows) : { aim, shares: all(attackers) };
    }
    case "kos":
      return { aim, shares: all(most(living, ({ height, pending }) => height + pending)) };
    case "badges":
      return { aim, shares: all(most(living, ({ badgePoints }) => badgePoints)) };
    case "to_least":
      return { aim, shares: all(most(living, ({ received }) => 0 - received)) };
    case "divide":
      return { aim, shares: divided(living, rows) };
    case "to_all":
      return { aim, shares: all(living) };
    case "manual": {
      const chosen = living.filter(({ seat }) => seat === aim.pointer);
      return chosen.length === 0 ? randomly(aim, living, rows) : { aim, shares: all(chosen) };
    }
  }
}

type Choice = ReturnType<typeof chooseTargets>;

/** The next living opponent after the one pointed at. */
function rotate(aim: Aim, living: readonly Opponent[], rows: number): Choice {
  const next = living.find(({ seat }) => aim.pointer === null || seat > aim.pointer) ?? living[0];
  if (next === undefined) return { aim, shares: [] };
  return { aim: { ...aim, pointer: next.seat }, shares: [{ seat: next.seat, rows }] };
}

function randomly(aim: Aim, living: readonly Opponent[], rows: number): Choice {
  const random = new Xoshiro128(aim.words);
  const chosen = living[random.below(living.length)];
  return { aim: { ...aim, words: random.words() }, shares: chosen === undefined ? [] : [{ seat: chosen.seat, rows }] };
}

/** The one with the largest measure; of equal ones the first in seating order. */
function most(living: readonly Opponent[], measure: (opponent: Opponent) => number): readonly Opponent[] {
  const best = Math.max(...living.map(measure));
  return living.filter((opponent) => measure(opponent) === best).slice(0, 1);
}

/** Even parts, the remainder one by one from the first seat on. */
function divided(living: readonly Opponent[], rows: number): Share[] {
  const each = Math.floor(rows / living.length);
  const extra = rows - each * living.length;
  const shares = living.map(({ seat }, index) => ({ seat, rows: each + (index < extra ? 1 : 0) }));
  return shares.filter((share) => share.rows > 0);
}
