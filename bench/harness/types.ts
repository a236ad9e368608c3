/** What a figure is compared with. */
export interface Peer {
  readonly name: string;
  readonly value: number;
  /** Measured in this run, or a constant that its authors or an earlier measurement published. */
  readonly source: "measured" | "published";
}

/** What a figure has to reach: absolute, or as a multiple of the peer. */
export type Bar =
  | { readonly kind: "at_least" | "at_most"; readonly value: number }
  | { readonly kind: "times_peer"; readonly value: number };

/** One line of the report. */
export interface Figure {
  readonly what: string;
  readonly value: number;
  /** Such as `pieces/s`, `B/event`, `ms`. */
  readonly unit: string;
  readonly peer?: Peer;
  readonly bar?: Bar;
}

/** A group of figures that is run by name. */
export interface Section {
  /** kebab-case. */
  readonly name: string;
  readonly run: () => Promise<readonly Figure[]>;
}
