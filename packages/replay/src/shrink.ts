import type { TimedCommand } from "./commands.ts";

type Commands = readonly TimedCommand[];
type Fails = (commands: Commands) => boolean;

/**
 * The shortest list of commands this search finds that still shows a fault: no single command and no two of them can
 * be left out. First ever shorter runs go (delta debugging, Zeller and Hildebrandt 2002), then pairs, because commands
 * often come in pairs (a key goes down and up).
 * @param budget most calls of `fails`; the list found so far is returned when it is spent
 */
export function shrinkCommands(commands: Commands, fails: Fails, budget = 10_000): Commands {
  let calls = 0;
  const ask: Fails = (list) => calls < budget && (calls++, fails(list));
  let kept = withoutRuns(commands, ask);
  for (;;) {
    const fewer = withoutPairs(kept, ask);
    if (fewer.length === kept.length) return kept;
    kept = withoutRuns(fewer, ask);
  }
}

function withoutRuns(commands: Commands, fails: Fails): Commands {
  let kept = commands;
  for (let run = Math.max(1, kept.length >> 1); ; run = Math.max(1, run >> 1)) {
    const before = kept.length;
    for (let start = 0; start < kept.length; ) {
      const rest = without(kept, (i) => i >= start && i < start + run);
      if (fails(rest)) kept = rest;
      else start += run;
    }
    if (run === 1 && kept.length === before) return kept;
  }
}

/** Neighbours first, then commands ever farther apart. */
function withoutPairs(commands: Commands, fails: Fails): Commands {
  let kept = commands;
  for (let gap = 1; gap < kept.length; gap++) {
    for (let start = 0; start + gap < kept.length; ) {
      const rest = without(kept, (i) => i === start || i === start + gap);
      if (fails(rest)) kept = rest;
      else start++;
    }
  }
  return kept;
}

function without(commands: Commands, isLeftOut: (index: number) => boolean): Commands {
  return commands.filter((_, index) => !isLeftOut(index));
}
