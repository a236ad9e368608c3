/** All boards of a match after something changed on one of them. Seats that are out have null. */
export interface DangerSample {
  readonly at: number;
  /** Stack height and garbage that waits, in rows. */
  readonly danger: readonly (number | null)[];
  /** Rows sent so far. */
  readonly sent: readonly number[];
}

export interface Comeback {
  /** When the winner began to be last, and for how long, in ticks. */
  readonly at: number;
  readonly ticks: number;
  /** Rows of danger above the next board, at the worst. */
  readonly margin: number;
}

/** How far, how high and how long a board must be behind to be last. Rows, rows, ticks of 1/600 s. */
const leastMargin = 6;
const leastDanger = 14;
const leastTicks = 1800;

/**
 * Whether the winner of a match was last for a sustained time: the strictly largest danger, by a margin; with three or
 * more boards alive, also among those that had sent the fewest rows (the last or the lowest quarter). The worst such
 * time, or null. Samples are in order of time; the last one closes the match.
 */
export function findComeback(samples: readonly DangerSample[], winner: number): Comeback | null {
  let best: Comeback | null = null;
  let from = -1;
  let margin = 0;
  for (const sample of samples) {
    if (from >= 0) {
      const ticks = sample.at - from;
      if (ticks >= leastTicks && (best === null || margin >= best.margin)) best = { at: from, ticks, margin };
    }
    const behind = marginBehind(sample, winner);
    if (behind < leastMargin) from = -1;
    else if (from < 0) {
      from = sample.at;
      margin = behind;
    } else margin = Math.max(margin, behind);
  }
  return best;
}

/** Rows by which a seat's danger exceeds all others', or -1 where it is not last. */
function marginBehind({ danger, sent }: DangerSample, seat: number): number {
  const own = danger[seat] ?? null;
  if (own === null || own < leastDanger) return -1;
  let alive = 1;
  let second = 0;
  let fewer = 0;
  danger.forEach((other, index) => {
    if (index === seat || other === null) return;
    alive += 1;
    second = Math.max(second, other);
    if ((sent[index] ?? 0) < (sent[seat] ?? 0)) fewer += 1;
  });
  if (alive < 2 || (alive >= 3 && fewer > 0 && 4 * (fewer + 1) > alive)) return -1;
  return own - second;
}
