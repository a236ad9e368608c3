import type { ReactNode } from "react";
import { MiniTape } from "../../tape/MiniTape.tsx";
import { Tape } from "../../tape/Tape.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { cx } from "../../ui/cx.ts";
import { sayCount } from "../../words/numbers.ts";
import type { UnfinishedMatch } from "./HomeScreen.tsx";
import css from "./HomeScreen.module.css";

interface UnfinishedProps {
  readonly match: UnfinishedMatch;
  /** The first one is shown in full and has the screen's vermilion. */
  readonly primary: boolean;
}

export function Unfinished({ match, primary }: UnfinishedProps): ReactNode {
  const recording = { status: "recording" } as const;
  return (
    <div className={css["unfinished"]}>
      <div className={css["head"]}>
        <b>{match.title}</b>
        <span className="cap">{match.lineage?.words ?? match.detail}</span>
      </div>
      {primary ? (
        <Tape variant="play" model={match.tape} state={recording} head={match.tape.length} />
      ) : (
        <MiniTape model={match.tape} state={recording} head={match.tape.length} stretch />
      )}
      <div className={css["foot"]}>
        <ButtonLink href={match.href} kind={primary ? "go" : "plain"}>
          Continue
        </ButtonLink>
        <span className="cap">{match.since}</span>
        <span className="spacer" />
        {primary ? null : <span className={cx("cap", "num", "desk")}>{sayCount(match.tape.length, "event")}</span>}
      </div>
    </div>
  );
}
