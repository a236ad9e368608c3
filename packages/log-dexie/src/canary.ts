import type { MatchId } from "@replayground/kernel";
import { parseMatchId } from "@replayground/kernel";
import type { MatchSummary, OpenReport } from "./types.ts";

/** A small text outside the database, such as an entry of localStorage. It may be absent, and writing may fail. */
export interface CanaryPort {
  readonly get: () => string | null;
  readonly set: (text: string) => void;
}

/** What the database had acknowledged. Kept elsewhere, because browsers lose whole databases without a word. */
export interface CanaryRecord {
  /** Counts the changes: of two copies, the higher is the newer. */
  readonly n: number;
  /** Birth id of the database. */
  readonly birth: string;
  readonly finished: { readonly matches: number; readonly events: number };
  /** Last acknowledged event of each match that is not finished. */
  readonly open: Readonly<Record<MatchId, number>>;
}

export interface Found {
  readonly report: OpenReport;
  readonly matches: readonly MatchSummary[];
}

export interface Loss {
  /** Whole matches. */
  readonly matches: number;
  readonly events: number;
}

export type CanaryVerdict =
  | { readonly kind: "first_visit" }
  | { readonly kind: "intact" }
  /** There is data and no canary: its own store was cleared. Nothing can be said about what was here before. */
  | { readonly kind: "no_canary" }
  /**
   * The database is another one: it was deleted, or dropped as damaged (`dataLoss`: the browser's own words). What is
   * known to be lost may be less than what is.
   */
  | { readonly kind: "replaced"; readonly lost: Loss; readonly dataLoss: string | null }
  /** The same database, with less in it than was acknowledged. `cut`: matches that end too early. */
  | { readonly kind: "shrunk"; readonly lost: Loss; readonly cut: readonly CutMatch[] };

export interface CutMatch {
  readonly match: MatchId;
  readonly acknowledged: number;
  readonly found: number;
}

const NOTHING: Loss = { matches: 0, events: 0 };

/** Compares what was acknowledged with what is there. */
export function judgeCanary(canary: CanaryRecord | null, { report, matches }: Found): CanaryVerdict {
  if (canary === null) {
    if (report.dataLoss !== null) return { kind: "replaced", lost: NOTHING, dataLoss: report.dataLoss };
    return matches.length === 0 ? { kind: "first_visit" } : { kind: "no_canary" };
  }
  if (canary.birth !== report.birth) {
    const lost = lossOf(canary, []);
    const nothing = lost.matches === 0 && report.dataLoss === null;
    return nothing ? { kind: "first_visit" } : { kind: "replaced", lost, dataLoss: report.dataLoss };
  }
  const lost = lossOf(canary, matches);
  const cut = cutMatches(canary, matches);
  return lost.matches === 0 && lost.events === 0 && cut.length === 0
    ? { kind: "intact" }
    : { kind: "shrunk", lost, cut };
}

/** The canary that fits what is there, as change `n`. */
export function canaryOf({ report, matches }: Found, n: number): CanaryRecord {
  const closed = matches.filter(({ position }) => position.closed);
  const open = matches.filter(({ position }) => !position.closed);
  const events = closed.reduce((sum, { position }) => sum + position.seq, 0);
  return {
    n,
    birth: report.birth,
    finished: { matches: closed.length, events },
    open: Object.fromEntries(open.map(({ match, position }) => [match, position.seq])),
  };
}

function lossOf(canary: CanaryRecord, matches: readonly MatchSummary[]): Loss {
  const seqByMatch = new Map(matches.map(({ match, position }) => [match, position.seq]));
  const open = openOf(canary);
  const finished = matches.filter(({ match, position }) => position.closed && canary.open[match] === undefined);
  const events = finished.reduce((sum, { position }) => sum + position.seq, 0);
  const gone = open.filter(([match]) => !seqByMatch.has(match));
  const missing = open.reduce((sum, [match, seq]) => sum + Math.max(0, seq - (seqByMatch.get(match) ?? 0)), 0);
  return {
    matches: Math.max(0, canary.finished.matches - finished.length) + gone.length,
    events: Math.max(0, canary.finished.events - events) + missing,
  };
}

function cutMatches(canary: CanaryRecord, matches: readonly MatchSummary[]): readonly CutMatch[] {
  return matches.flatMap(({ match, position }) => {
    const acknowledged = canary.open[match] ?? 0;
    return position.seq < acknowledged ? [{ match, acknowledged, found: position.seq }] : [];
  });
}

export function openOf({ open }: CanaryRecord): readonly (readonly [MatchId, number])[] {
  return Object.entries(open).flatMap(([text, seq]) => {
    const match = parseMatchId(text);
    return match.ok ? [[match.value, seq] as const] : [];
  });
}
