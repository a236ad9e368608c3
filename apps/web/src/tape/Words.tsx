import type { ReactNode } from "react";
import { pitchOf, type TapeGeometry, xOfSeq } from "./geometry.ts";
import css from "./Tape.module.css";
import type { TapeFace, TapeModel } from "./types.ts";

interface WordsProps {
  readonly model: TapeModel;
  readonly geometry: TapeGeometry;
  readonly faceOf: (seq: number) => TapeFace;
  readonly top: number;
}

/** A match of a few events: every notch stands alone with its word. */
export function Words({ model, geometry, faceOf, top }: WordsProps): ReactNode {
  const pitch = pitchOf(geometry);
  if (pitch < 76) return null;
  const seqs = Array.from({ length: model.length }, (_, i) => i + 1);
  return seqs.map((seq) => {
    const last = seq === geometry.span;
    const x = xOfSeq(geometry, seq);
    const place = last ? { right: geometry.width - x + 6 } : { left: x + 6 };
    return (
      <span
        key={seq}
        className={css["word"]}
        style={{ ...place, top: top + 8, maxWidth: pitch - 12 }}
        aria-hidden="true"
      >
        {faceOf(seq).word}
      </span>
    );
  });
}
