import type { ReactNode } from "react";
import { columnWidth, pitchOf, type TapeGeometry, xOfSeq } from "./geometry.ts";
import { notchRoom } from "./paint.ts";
import css from "./Tape.module.css";
import type { TapeMeasures } from "./variants.ts";

interface FreshCutProps {
  readonly seq: number;
  readonly geometry: TapeGeometry;
  readonly measures: TapeMeasures;
}

/**
 * The newest notch as it is cut, from the top down: a strip of paper over it that draws back. Mount it with the number of
 * the event as its key. Where notches are closer than columns there is nothing to see.
 */
export function FreshCut({ seq, geometry, measures }: FreshCutProps): ReactNode {
  if (seq === 0 || pitchOf(geometry) < columnWidth) return null;
  const place = { left: xOfSeq(geometry, seq) - 1.5, top: measures.rail + 1, height: notchRoom(measures, false) };
  return <i className={css["fresh"]} style={place} aria-hidden="true" />;
}
