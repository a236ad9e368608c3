import type { ReactNode } from "react";
import { Icon } from "../ui/Icon.tsx";
import { SmallLadder } from "../ui/Ladder.tsx";
import type { MatchStanding } from "./match-row.ts";
import css from "./Standing.module.css";

/** Sign and words of a match's place on the ladder. */
export function Standing({ standing }: { readonly standing: MatchStanding }): ReactNode {
  switch (standing.status) {
    case "kept":
      return <SmallLadder rung={standing.rung} words={standing.words} quiet />;
    case "unfinished":
      return <SmallLadder rung="device" words="On this device, not finished" quiet />;
    case "refused":
      return (
        <span className={css["refused"]}>
          <Icon name="warn" size={16} />
          <span>{standing.words}</span>
        </span>
      );
  }
}
