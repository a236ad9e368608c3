import { bytesEqual, toTick, type Xoshiro128 } from "@replayground/kernel";
import type { GameTypes, MatchState, Runtime } from "../types.ts";
import { difference, show } from "./difference.ts";

/** Checks what the contract says about time, from a running match up to `until`. Throws on the first breach. */
export function checkTimeLaws<T extends GameTypes>(
  { game }: Runtime<T>,
  match: MatchState<T>,
  until: number,
  random: Xoshiro128,
): void {
  const from = match.at;
  const due = game.nextDue(match.game, toTick(until));
  if (due !== null) checkDue(game, match, due, until);
  const quiet = due ?? until;
  if (quiet <= from) return;
  const middle = from + random.below(quiet - from + 1);
  const straight = game.advance(match.game, toTick(quiet));
  const halfway = game.advance(match.game, toTick(middle));
  const stepped = game.advance(halfway, toTick(quiet));
  if (!bytesEqual(game.encodeState(straight), game.encodeState(stepped))) {
    const where = difference(straight, stepped, ".state") ?? "only in the encoded state";
    throw new Error(`advance(advance(s, a), b) = advance(s, b): from ${from} by ${middle} to ${quiet}: ${where}`);
  }
  const again = game.nextDue(halfway, toTick(until));
  if (again !== due) throw new Error(`nextDue: ${show(due)} at tick ${from}, ${show(again)} at tick ${middle}`);
}

function checkDue<T extends GameTypes>(
  game: Runtime<T>["game"],
  match: MatchState<T>,
  due: number,
  until: number,
): void {
  const { at } = match;
  if (due < at || due > until) throw new Error(`nextDue: ${due} is not within ${at}..${until}`);
  const exact = game.nextDue(match.game, toTick(due));
  if (exact !== due) throw new Error(`nextDue: ${due} up to ${until}, but ${show(exact)} up to ${due}`);
  const later = game.nextDue(match.game, toTick(until + 1000));
  if (later !== due) throw new Error(`nextDue: ${due} up to ${until}, but ${show(later)} up to ${until + 1000}`);
  const before = due > at ? game.nextDue(match.game, toTick(due - 1)) : null;
  if (before !== null) throw new Error(`nextDue: ${due} up to ${until}, but ${before} up to ${due - 1}`);
}
