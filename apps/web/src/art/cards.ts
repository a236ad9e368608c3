export type Suit = "s" | "h" | "d" | "c";

/** Suits on a 24 px grid, solid. */
export const suitPaths: Readonly<Record<Suit, string>> = {
  h: "M12 21C6 16 2.5 12.6 2.5 8.6 2.5 5.6 4.8 3.5 7.4 3.5c2 0 3.6 1.2 4.6 3 1-1.8 2.6-3 4.6-3 2.6 0 4.9 2.1 4.9 5.1 0 4-3.5 7.4-9.5 12.4z",
  d: "M12 2l7.5 10L12 22 4.5 12z",
  s: "M12 2c4.5 5 9 7.6 9 11.6 0 2.7-2 4.6-4.4 4.6-1.3 0-2.5-.6-3.3-1.5L15 22H9l1.7-5.3c-.8.9-2 1.5-3.3 1.5C5 18.2 3 16.3 3 13.6 3 9.6 7.5 7 12 2z",
  c: "M12 2a4.5 4.5 0 0 1 3.9 6.8A4.5 4.5 0 1 1 13.4 16L15 22H9l1.6-6a4.5 4.5 0 1 1-2.5-7.2A4.5 4.5 0 0 1 12 2z",
};

/** Depth of the five mirrored cuts on a card's back, as a share of its height. */
export const backCuts = [0.34, 0.2, 0.42, 0.28, 0.38] as const;
