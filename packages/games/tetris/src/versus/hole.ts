import { type RandomWords, Xoshiro128 } from "@replayground/kernel";
import type { GarbageRules } from "./rules.ts";

const columns = 10;

/** The generator of a player's holes after some draws, and the column of the last hole (null before the first). */
export interface HoleState {
  readonly words: RandomWords;
  readonly column: number | null;
}

/** One draw: a new column, other than the last one where the rules ask for that. */
function draw(random: Xoshiro128, last: number | null, noSame: boolean): number {
  if (!noSame || last === null) return random.below(columns);
  const column = random.below(columns - 1);
  return column >= last ? column + 1 : column;
}

/** Whether a hole moves, by a chance in percent; certain chances make no draw. */
function moves(random: Xoshiro128, percent: number): boolean {
  if (percent >= 100) return true;
  return percent > 0 && random.below(100) < percent;
}

/** The column of a new entry, and the state after it. With 100 percent change: one draw per entry. */
export function nextEntryColumn(state: HoleState, rules: GarbageRules): HoleState & { readonly column: number } {
  const random = new Xoshiro128(state.words);
  const isNew = state.column === null || moves(random, rules.change);
  const column = isNew || state.column === null ? draw(random, state.column, rules.noSame) : state.column;
  return { words: random.words(), column };
}

/** Columns of the rows of one entry, the first as given: with messiness inside, further rows may move. */
export function rowColumns(
  state: HoleState,
  entry: { readonly rows: number; readonly column: number },
  rules: GarbageRules,
): { readonly state: HoleState; readonly columns: readonly number[] } {
  const random = new Xoshiro128(state.words);
  const list: number[] = [];
  let column = entry.column;
  for (let row = 0; row < entry.rows; row++) {
    if (row > 0 && moves(random, rules.inner)) column = draw(random, column, rules.noSame);
    list.push(column);
  }
  return { state: { words: random.words(), column }, columns: list };
}
