/**
 * The match clock of local play: milliseconds of any monotonic clock -> ticks. The one place where time becomes a
 * number of the log; a verifier never converts.
 */
export interface MatchClock {
  readonly ticksPerSecond: number;
  /** Reading of the monotonic clock at tick 0, in ms; moves on over every pause. */
  readonly originMs: number;
}

/** A clock that stands at `tick` when the monotonic clock reads `ms`. */
export function clockAt(ticksPerSecond: number, tick: number, ms: number): MatchClock {
  return { ticksPerSecond, originMs: ms - (tick * 1000) / ticksPerSecond };
}

/** The nearest tick, never before 0. */
export function msToTick(clock: MatchClock, ms: number): number {
  return Math.max(0, Math.floor(((ms - clock.originMs) * clock.ticksPerSecond) / 1000 + 0.5));
}
