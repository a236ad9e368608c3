import { parseMatchId, unwrap, type JsonObject } from "@replayground/kernel";
import type { MatchSummary } from "@replayground/log-dexie";
import { describe, expect, test } from "vitest";
import { bestOf, isStale, rankOf, rowOf, unfinishedRow } from "../src/session/rows.ts";

const NOW = new Date(2026, 10, 20, 20, 30).getTime();
const match = unwrap(parseMatchId("018bcfe5-6868-7aa9-8026-64f1a41f40eb"));
const labels: JsonObject = {
  title: "Sprint",
  detail: "40 lines",
  figure: "0:48.62",
  note: "time",
  rank: 48_620,
  status: "finalized",
  parent: null,
  tape: { heights: [40, 60], length: 20, moments: [], ticks: 29_172 },
  ticks: 29_172,
};

function summary(change: Partial<Omit<MatchSummary, "labels">> & { readonly labels?: JsonObject } = {}): MatchSummary {
  return {
    match,
    game: "tetris",
    mode: "sprint",
    startedAt: new Date(2026, 10, 20, 20, 14).getTime(),
    position: { seq: 20, head: unwrap(headText()), closed: true },
    stamp: { engine: "test", schema: 1 },
    ...change,
    labels: { ...labels, ...change.labels },
  };
}

function headText(): { readonly ok: true; readonly value: MatchSummary["position"]["head"] } {
  return { ok: true, value: "00".repeat(32) as MatchSummary["position"]["head"] }; // never looked at by lists
}

const open = { seq: 20, head: summary().position.head, closed: false };

describe("a row of a list", () => {
  test("leads a finished match to its replay", () => {
    expect(rowOf(summary(), NOW, new Set())).toMatchObject({
      href: `/replay/${match}`,
      title: "Sprint",
      detail: "40 lines",
      lineage: null,
      result: "0:48.62",
      resultNote: "time",
      when: "20:14",
      standing: { status: "kept", rung: "device" },
    });
  });

  test("leads an unfinished match to its board, and says since when it waits", () => {
    const row = unfinishedRow(summary({ position: open }), NOW, new Set());
    expect(row).toMatchObject({
      href: `/play/${match}`,
      resultNote: "so far",
      standing: { status: "unfinished" },
      tapeState: { status: "recording" },
      since: "Paused at 0:48, since today 20:14",
    });
  });

  test("says that a match was given up", () => {
    expect(rowOf(summary({ labels: { status: "abandoned" } }), NOW, new Set()).resultNote).toBe("given up");
  });

  test("names the event at which a branch left its parent, with a way there if the parent is here", () => {
    const parent = { match: "018bcfe5-0000-7aa9-8026-64f1a41f40eb", seq: 1812 };
    const branch = summary({ labels: { parent } });
    const words = "branch from Sprint, event 1,812";
    expect(rowOf(branch, NOW, new Set([parent.match])).lineage).toEqual({
      words,
      href: `/replay/${parent.match}?at=1812`,
    });
    expect(rowOf(branch, NOW, new Set()).lineage).toEqual({ words, href: null });
  });

  test.each([
    ["nothing at all", {}],
    ["text where numbers belong", { title: 7, figure: [], tape: "x", parent: { match: 3 }, ticks: -1 }],
    ["a game that is not here", { title: "", tape: { heights: "x", length: 1e9, moments: [[-1, "nothing"]] } }],
  ])("survives labels that hold %s", (_, said) => {
    const row = rowOf({ ...summary(), labels: said, game: "chess" }, NOW, new Set());
    expect(row).toMatchObject({ title: "Tetris", lineage: null });
    expect(row.tape.length).toBe(20);
  });
});

describe("bests", () => {
  test("are the smallest rank of closed matches of the mode", () => {
    const slow = summary({ labels: { rank: 60_000 } });
    const fast = summary({ labels: { rank: 40_000 } });
    const other = summary({ mode: "ultra", labels: { rank: 1 } });
    const unfinished = summary({ position: open, labels: { rank: 2 } });
    expect(bestOf([slow, fast, other, unfinished], "sprint")).toBe(fast);
    expect(bestOf([unfinished], "sprint")).toBeNull();
    expect(rankOf(summary({ labels: { rank: null } }))).toBe(Infinity);
  });
});

describe("labels are made again", () => {
  test("where they are missing or behind the log, and only there", () => {
    expect(isStale(summary())).toBe(false);
    expect(isStale({ ...summary(), labels: {} })).toBe(true);
    expect(isStale(summary({ position: { ...open, seq: 21 } }))).toBe(true);
  });
});
