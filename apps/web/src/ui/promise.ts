/** The promise ladder: rungs in order. A rung is shown only once it is really reached. */
export const rungs = ["device", "saved", "verified", "anchored"] as const;
export type Rung = (typeof rungs)[number];

export const rungWords: Readonly<Record<Rung, string>> = {
  device: "on this device",
  saved: "saved",
  verified: "verified",
  anchored: "anchored",
};

/** How many rungs are filled, 1-4. */
export const rungHeight = (rung: Rung): number => rungs.indexOf(rung) + 1;

/** Green is for what a server has re-executed, and for nothing else. */
export const isProven = (rung: Rung): boolean => rungHeight(rung) > 2;

/** The rung as a sentence begins with it: "On this device". */
export function rungTitle(rung: Rung): string {
  const words = rungWords[rung];
  return words.charAt(0).toUpperCase() + words.slice(1);
}
