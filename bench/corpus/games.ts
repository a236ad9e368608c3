import type { Mode } from "@replayground/tetris";
import { beginner, skilled, type Habits } from "./person.ts";

/** Who sits at the board. */
export type Player =
  | { readonly kind: "person"; readonly habits: Habits }
  /** A personality that acts every so many ticks. */
  | { readonly kind: "bot"; readonly id: string; readonly pace: number };

/** Everything a game of the corpus follows from. */
export interface GameRecipe {
  readonly name: string;
  readonly seed: number;
  readonly mode: Mode;
  readonly player: Player;
  readonly options: {
    readonly [name: string]: number | string | boolean | { readonly [name: string]: number | string | boolean };
  };
  /** Abandoned at this tick: for modes without an end. */
  readonly until: number;
  /** The secret is committed to, and bags are dealt by the authority; else the log is open and knows its pieces. */
  readonly isCommitted: boolean;
  /** Turns between two pauses; 0: never. */
  readonly pauseEvery: number;
}

const quick = { arr: 10, das: 70, sdf: 0 };
const instant = { arr: 0, das: 60, dcd: 6, sdf: 0, ihs: "hold", irs: "hold" };
const minute = 36_000;
const person = (habits: Habits): Player => ({ kind: "person", habits });
const bot = (id: string, pace: number): Player => ({ kind: "bot", id, pace });
/** Where a game is abandoned that would go on for ever, or for longer than it is worth. */
const limits: Readonly<Record<string, number>> = {
  "zen-ten-minutes": 10 * minute,
  "zen-instant": 3 * minute,
  "zen-delays": 4 * minute,
  "zen-lee": 3 * minute,
  "cheese-beginner": 5 * minute,
};
const never = 100 * minute;
const committed: ReadonlySet<string> = new Set(["sprint-instant", "marathon-bcts"]);
const paused: ReadonlySet<string> = new Set(["marathon-beginner", "zen-ten-minutes", "cheese-beam"]);

/** Twenty games, every mode, people and bots. The order and the names are frozen: they name the files. */
export const recipes: readonly GameRecipe[] = [
  game("marathon-skilled", "marathon", person(skilled), { handling: quick }),
  game("marathon-beginner", "marathon", person(beginner), {}),
  game("marathon-variable", "marathon", person(skilled), {
    handling: instant,
    level: 5,
    rules: { levels: "variable" },
  }),
  game("marathon-bcts", "marathon", bot("bcts", 150), {}),
  game("marathon-beam", "marathon", bot("beam", 200), {}),
  game("sprint-skilled", "sprint", person(skilled), { handling: quick }),
  game("sprint-instant", "sprint", person(skilled), { handling: instant }),
  game("sprint-beginner", "sprint", person(beginner), {}),
  game("sprint-dellacherie", "sprint", bot("dellacherie", 90), {}),
  game("sprint-beam", "sprint", bot("beam", 100), {}),
  game("ultra-skilled", "ultra", person(skilled), { handling: quick }),
  game("ultra-el-tetris", "ultra", bot("el_tetris", 120), {}),
  game("ultra-beam", "ultra", bot("beam", 180), {}),
  game("zen-ten-minutes", "zen", person(skilled), { handling: quick }),
  game("zen-instant", "zen", person(skilled), { handling: instant }),
  game("zen-delays", "zen", person(beginner), { rules: { are: 60, lineDelay: 210, kicks: "SRS" } }),
  game("zen-lee", "zen", bot("lee", 100), {}),
  game("cheese-skilled", "cheese", person(skilled), { handling: quick }),
  game("cheese-beginner", "cheese", person(beginner), { cheese: 5 }),
  game("cheese-beam", "cheese", bot("beam", 150), { cheese: 40 }),
].map((recipe, index) => ({ ...recipe, seed: 101 + index }));

function game(name: string, mode: Mode, player: Player, options: GameRecipe["options"]): GameRecipe {
  return {
    name,
    seed: 0,
    mode,
    player,
    options,
    until: limits[name] ?? never,
    isCommitted: committed.has(name),
    pauseEvery: paused.has(name) ? 40 : 0,
  };
}
