import type { Position } from "./position.ts";
import type { Finish } from "./types.ts";

/** Whether the lock that was just resolved reached the mode's goal, or its clock ran out with it. */
export function finishAfterLock({ core, rules }: Position): Finish | null {
  const { goal } = rules.profile;
  switch (goal.kind) {
    case "lines":
      return core.tally.lines >= goal.lines ? "goal" : null;
    case "garbage":
      return core.tally.garbageLines >= goal.rows ? "goal" : null;
    case "ticks":
      return core.tick >= goal.ticks ? "time" : null;
    case "last_alive":
    case "none":
      return null;
  }
}

/** The tick at which the mode's clock runs out, or null for a mode without one. */
export function timeLimit({ rules }: Position): number | null {
  const { goal } = rules.profile;
  return goal.kind === "ticks" ? goal.ticks : null;
}
