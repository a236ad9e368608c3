/** How initial rotation or hold reacts: not at all, to a press during the delay, or to a key held at generation. */
export type InitialAction = "off" | "tap" | "hold";

/** A player's keyboard settings, fixed for a game. Times in ticks of 1/600 s. */
export interface Handling {
  /** From key press to auto-shift, 0..300. */
  readonly das: number;
  /** Between auto-shift steps, 0..300; 0 is to the wall at once. */
  readonly arr: number;
  /** Soft drop multiplies gravity by 1..40, or reaches the floor at once. Used where the profile leaves it free. */
  readonly sdf: number | "sonic";
  /** After a rotation or spawn against a wall the charge is cut to DAS minus this, 0..300; 0 is off. */
  readonly dcd: number;
  /** Releasing one direction also resets the charge of the other. */
  readonly cancel: boolean;
  /** Ticks after a lock by timer in which a hard drop is ignored; 0 is off. */
  readonly safelock: number;
  readonly irs: InitialAction;
  readonly ihs: InitialAction;
}

/** 10 frames, 2 frames, 20 times: the guideline's hints. */
export const defaultHandling: Handling = {
  das: 100,
  arr: 20,
  sdf: 20,
  dcd: 0,
  cancel: false,
  safelock: 70,
  irs: "tap",
  ihs: "tap",
};
