import type { Recorded } from "@replayground/engine";
import type { Found } from "./moments.ts";
import type { TetrisState } from "./state.ts";
import type { BoardReset, GarbageInserted, PieceLock } from "./types.ts";

/** A stack this high is near death; one this low has survived it. Rows, of 20 visible ones. */
const deadly = 17;
const safe = 9;

const nothing: readonly Found[] = [];

/** A board that was nearly full and was dug out by clears alone. Zen, where nothing is lost, has no near death. */
export class NearDeath {
  /** Tick and piece at which the stack became deadly; -1 while it is not. */
  private since = -1;
  private piece = 0;
  private peak = 0;

  observe(event: Recorded<PieceLock | GarbageInserted | BoardReset>, { core, rules }: TetrisState): readonly Found[] {
    if (rules.options.mode === "zen" || core.phase === "over") {
      this.since = -1;
      return nothing;
    }
    const { height } = core.board;
    if (height >= deadly) this.arm(event.at, core.spawns, height);
    if (this.since < 0 || height > safe || event.type !== "piece_lock") return nothing;
    const data = { peak: this.peak, pieces: core.spawns - this.piece, ticks: event.at - this.since };
    this.since = -1;
    return [{ kind: "near_death_survival", data }];
  }

  private arm(at: number, piece: number, height: number): void {
    if (this.since < 0) {
      this.since = at;
      this.piece = piece;
      this.peak = height;
    }
    this.peak = Math.max(this.peak, height);
  }
}
