/** Where events lie on the paper. All lengths in CSS pixels. */
export interface TapeGeometry {
  readonly width: number;
  readonly pad: number;
  /** Events the paper has room for: its length, or more while recording. */
  readonly span: number;
}

/** Columns are three pixels wide once single notches no longer fit. */
export const columnWidth = 3;

const inner = ({ width, pad }: TapeGeometry): number => Math.max(1, width - 2 * pad);

export const xOfSeq = (geometry: TapeGeometry, seq: number): number =>
  geometry.span <= 1 ? geometry.pad : geometry.pad + (inner(geometry) * (Math.max(1, seq) - 1)) / (geometry.span - 1);

/** The event nearest to `x`, within 1..length; 0 on an empty tape. */
export function seqOfX(geometry: TapeGeometry, x: number, length: number): number {
  if (length === 0) return 0;
  const at = 1 + Math.round(((x - geometry.pad) / inner(geometry)) * (geometry.span - 1));
  return Math.max(1, Math.min(length, at));
}

/** Pixels from one event to the next. */
export const pitchOf = (geometry: TapeGeometry): number => inner(geometry) / Math.max(1, geometry.span - 1);

export const columnsOf = (geometry: TapeGeometry): number => Math.max(1, Math.floor(inner(geometry) / columnWidth));

/** Beyond this many events per column a column shows intensity instead of cuts. */
export const isDense = (geometry: TapeGeometry): boolean => geometry.span / columnsOf(geometry) > 60;

/** Room for a growing tape: steps of one half, so that the paper is re-ruled rarely. */
export function recordingSpan(length: number): number {
  let span = 300;
  while (length > span * 0.8) span = Math.ceil(span * 1.5);
  return span;
}

/** Keyframe spacing in events, doubled until the holes are at least `apart` pixels from each other. */
export function holeSpacing(geometry: TapeGeometry, every: number, apart: number): number {
  let spacing = Math.max(1, every);
  while (spacing * pitchOf(geometry) < apart) spacing *= 2;
  return spacing;
}

/** Width of a miniature in a list: grows with the match, so that a history reads as a rack of rules. */
export function miniWidth(length: number, available: number): number {
  const share = Math.min(1, (length / 4000) ** 0.7);
  return Math.round(Math.max(Math.min(70, available), available * share));
}
