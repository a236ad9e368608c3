import type { ReactNode } from "react";
import { Link } from "wouter";
import { MiniTape } from "../../tape/MiniTape.tsx";
import type { MatchRow } from "../match-row.ts";
import { Standing } from "../Standing.tsx";
import css from "./HomeScreen.module.css";

/** One finished match: the whole row opens its replay. */
export function ResultRow({ match }: { readonly match: MatchRow }): ReactNode {
  return (
    <Link href={match.href} className={css["row"]}>
      <span>
        <b>{match.title}</b>
        <span className={css["quiet"]}>
          {match.lineage === null ? <Detail words={match.detail} /> : <Detail words="branch" />}
          {match.when}
        </span>
      </span>
      <MiniTape model={match.tape} state={match.tapeState} />
      <span className={css["result"]}>
        <b>{match.result}</b>
        <span className={css["quiet"]}>{match.resultNote}</span>
      </span>
      <Standing standing={match.standing} />
    </Link>
  );
}

function Detail({ words }: { readonly words: string }): ReactNode {
  return words === "" ? null : <span className="desk">{words}, </span>;
}
