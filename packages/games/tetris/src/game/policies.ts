import type { Penalty, Policy, PolicyHistory, Violation } from "@replayground/engine";
import type { Tick } from "@replayground/kernel";
import type { TetrisState } from "./state.ts";
import type { InputData, TetrisCommand, TetrisTypes } from "./types.ts";

/** Turns of one piece without a new lowest row, and raw key edges within a second, that are still allowed. */
export const turnLimit = 30;
export const edgeLimit = 120;

/** Inputs are locked for a tenth of a second; from the third violation on the game does not count for rankings. */
const penalty: Penalty = { lockTicks: 60, unrankedAfter: 3 };

/** Only the first violation in a second is recorded. */
const window = 600;

/** The lock rule already bounds stalling by moves; this bounds it where that rule is off, and the log's growth. */
const turnSpam: Policy<TetrisTypes> = {
  id: "rotation_spam",
  window,
  penalty,
  empty: [],
  observe: (history) => history,
  check: (state: TetrisState, _: PolicyHistory, { data }: TetrisCommand): Violation | null => {
    // Time can only take turns away: most questions end here.
    if (!isTurn(data) || state.touched.core.turns < turnLimit) return null;
    const { phase, turns } = state.core;
    return phase === "falling" && turns >= turnLimit ? { value: turns + 1, limit: turnLimit } : null;
  },
};

function isTurn(data: InputData): boolean {
  if ("action" in data) return data.action === "CW" || data.action === "CCW" || data.action === "F";
  return data.edge === "down" && (data.key === "cw" || data.key === "ccw" || data.key === "r180");
}

/** A second in ten parts: the window moves a tenth at a time and never spans more than a second. */
const parts = 10;
const partTicks = 60;

/** History: the part that the last edge fell into, then the edges of that part and of the nine before, newest first. */
const edgeRate: Policy<TetrisTypes> = {
  id: "edge_rate",
  window,
  penalty,
  empty: Array.from({ length: parts + 1 }, () => 0),
  observe: (history, { data }, at) => ("edge" in data ? countEdge(history, at) : history),
  check: (_: TetrisState, history: PolicyHistory, { data }: TetrisCommand, at: Tick): Violation | null => {
    if ("action" in data) return null;
    const edges = recentEdges(history, at) + 1;
    return edges > edgeLimit ? { value: edges, limit: edgeLimit } : null;
  },
};

function countEdge(history: PolicyHistory, at: Tick): PolicyHistory {
  const part = Math.floor(at / partTicks);
  const passed = part - (history[0] ?? 0);
  const counts = history.slice();
  if (passed > 0) {
    counts[0] = part;
    for (let age = parts - 1; age >= 0; age--) counts[age + 1] = age < passed ? 0 : (history[age - passed + 1] ?? 0);
  }
  counts[1] = (counts[1] ?? 0) + 1;
  return counts;
}

function recentEdges(history: PolicyHistory, at: Tick): number {
  const passed = Math.floor(at / partTicks) - (history[0] ?? 0);
  let edges = 0;
  for (let age = 0; age + passed < parts; age++) edges += history[age + 1] ?? 0;
  return edges;
}

/** What is refused, whoever plays. What only raises an eyebrow is in `signals.ts`. */
export const policies: readonly Policy<TetrisTypes>[] = [turnSpam, edgeRate];
