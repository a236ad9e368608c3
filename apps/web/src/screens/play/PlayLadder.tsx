import type { ReactNode } from "react";
import { SmallLadder } from "../../ui/Ladder.tsx";
import type { Rung } from "../../ui/promise.ts";

interface PlayLadderProps {
  readonly rung: Rung;
  /** "Uploads when you are online." */
  readonly words: string;
}

/** Small ladder, one word, one line: what is safe right now. */
export function PlayLadder({ rung, words }: PlayLadderProps): ReactNode {
  return (
    <>
      <SmallLadder rung={rung} />
      <p className="cap">{words}</p>
    </>
  );
}
