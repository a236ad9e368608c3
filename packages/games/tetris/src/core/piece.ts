/** The seven pieces in the order of their letters; a `Piece` is an index into this list. */
export const pieceNames = ["I", "J", "L", "O", "S", "T", "Z"] as const;

export type PieceName = (typeof pieceNames)[number];

/** A piece as a small integer, for the hot paths: 0 I, 1 J, 2 L, 3 O, 4 S, 5 T, 6 Z. */
export type Piece = 0 | 1 | 2 | 3 | 4 | 5 | 6;

export const pieces: readonly Piece[] = [0, 1, 2, 3, 4, 5, 6];

export const pieceByName: Readonly<Record<PieceName, Piece>> = { I: 0, J: 1, L: 2, O: 3, S: 4, T: 5, Z: 6 };

export const pieceI = 0;
export const pieceO = 3;
export const pieceT = 5;

/** The letter of a piece. */
export function pieceToName(piece: Piece): PieceName {
  return pieceNames[piece];
}

/** The piece of one letter, or null if the letter names none. */
export function parsePiece(text: string): Piece | null {
  return pieces.find((piece) => pieceNames[piece] === text) ?? null;
}

/** Seven bits of three, one per piece: a value in 0..6 as a `Piece`. Only for numbers that code of ours has packed. */
export function toPiece(packed: number): Piece {
  const value = packed & 7;
  return (value > 6 ? 6 : value) as Piece; // brand constructor: the mask and the clamp make it true
}
