/** Glyphs of key moments on a 12 px grid: solid, no outline, holes by the even-odd rule. */
export const glyphs = {
  tetris: "M1 0h10v2H1zM1 3.3h10v2H1zM1 6.6h10v2H1zM1 9.9h10v2H1z",
  tspin: "M0 1h12v4H8v6H4V5H0z",
  backToBack: "M0 1h4l3 5-3 5H0l3-5zM5 1h4l3 5-3 5H5l3-5z",
  perfectClear: "M0 0h12v12H0zM3 3v6h6V3z",
  nearDeath: "M0 0h12v2.4H0zM6 4l5 8H1z",
  combo: "M0 8h3v4H0zM4.5 4h3v8h-3zM9 0h3v12H9z",
  surge: "M6 0l6 5H8v3h4v4H0V8h4V5H0z",
  elimination: "M0 2l2-2 4 4 4-4 2 2-4 4 4 4-2 2-4-4-4 4-2-2 4-4z",
  comeback: "M6 0l6 6H8v6H4V6H0z",
  pair: "M0 0h5v12H0zM7 0h5v12H7z",
  round: "M0 0h2v12H0zM3 0h9L9 3.5 12 7H3z",
  swing: "M6 0l6 6H8v6H4V6H0z",
  claim: "M1 0h10v8l-5 4-5-4z",
  rest: "M0 5h12v2.5H0z",
  hold: "M1 0h4v4h6v4H5v4H1z",
  fail: "M0 2l2-2 4 4 4-4 2 2-4 4 4 4-2 2-4-4-4 4-2-2 4-4z",
  end: "M0 0h3v12H0zM5 0h7v12H5z",
  secret: "M0 6 6 0l6 6-6 6zM4 6l2 2 2-2-2-2z",
} as const;

export type GlyphName = keyof typeof glyphs;
