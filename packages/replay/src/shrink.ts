import type { TimedCommand } from "./commands.ts";

/**
 * The smallest list of commands this search finds that still shows a fault (delta debugging, Zeller and Hildebrandt
 * 2002): runs of commands are left out, ever shorter ones, as long as `fails` stays true. `fails` is called at most
 * about n log n times for n commands that can go, n^2 in the worst case; `budget` bounds it.
 */
export function shrinkCommands(
  commands: readonly TimedCommand[],
  fails: (commands: readonly TimedCommand[]) => boolean,
  budget = 10_000,
): readonly TimedCommand[] {
  let kept = commands;
  let calls = 0;
  let run = Math.max(1, kept.length >> 1);
  while (kept.length > 0 && calls < budget) {
    let removed = false;
    for (let start = 0; start < kept.length && calls < budget; ) {
      const rest = [...kept.slice(0, start), ...kept.slice(start + run)];
      calls++;
      if (fails(rest)) {
        kept = rest;
        removed = true;
      } else start += run;
    }
    if (run === 1 && !removed) break;
    run = Math.max(1, run >> 1);
  }
  return kept;
}
