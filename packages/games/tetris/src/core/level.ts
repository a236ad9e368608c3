/** How levels rise. */
export type Levels =
  | { readonly kind: "constant"; readonly start: number }
  /** Every `lines` rows; from start level S the first rise comes at `lines * S` rows. */
  | { readonly kind: "fixed"; readonly start: number; readonly cap: number; readonly lines: number }
  /** The goal of level L is `goal * L` points of base value / 100; surplus is dropped at each rise. */
  | { readonly kind: "variable"; readonly start: number; readonly cap: number; readonly goal: number }
  /** Level L rises after `2 L + 1` rows, surplus kept. */
  | { readonly kind: "blitz"; readonly start: number; readonly cap: number };

/** Where a game stands: `progress` counts towards the next level (variable, blitz). */
export interface LevelState {
  readonly level: number;
  readonly progress: number;
}

/** What a lock contributes: rows cleared in the whole game, by this lock, and its base points. */
export interface LevelGain {
  readonly totalLines: number;
  readonly lines: number;
  readonly basePoints: number;
}

/** The level after a lock. */
export function nextLevel(levels: Levels, state: LevelState, gain: LevelGain): LevelState {
  switch (levels.kind) {
    case "constant":
      return state;
    case "fixed": {
      const reached = Math.floor(gain.totalLines / levels.lines) + 1;
      return { level: Math.min(levels.cap, Math.max(levels.start, reached)), progress: 0 };
    }
    case "variable": {
      const progress = state.progress + Math.floor(gain.basePoints / 100);
      if (progress < levels.goal * state.level) return { level: state.level, progress };
      return { level: Math.min(levels.cap, state.level + 1), progress: 0 };
    }
    case "blitz":
      return blitzLevel(levels.cap, { level: state.level, progress: state.progress + gain.lines });
  }
}

function blitzLevel(cap: number, reached: LevelState): LevelState {
  let { level, progress } = reached;
  while (level < cap && progress >= 2 * level + 1) {
    progress -= 2 * level + 1;
    level += 1;
  }
  return { level, progress };
}
