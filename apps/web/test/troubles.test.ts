import type { StoreError } from "@replayground/log";
import { describe, expect, test } from "vitest";
import type { JudgeFault } from "../src/judge/protocol.ts";
import type { Trouble } from "../src/ui/ErrorNotice.tsx";
import { healthTrouble, scrubTrouble, storeTrouble } from "../src/words/store-troubles.ts";
import { importTrouble, verifyTrouble } from "../src/words/troubles.ts";

const SEQ = 1234;
const at = { seq: SEQ };

/** One fault of every kind: a new kind does not compile until it stands here. */
const faultByKind: { readonly [K in JudgeFault["kind"]]: Extract<JudgeFault, { readonly kind: K }> } = {
  not_a_match_file: { kind: "not_a_match_file" },
  unknown_format: { kind: "unknown_format" },
  not_a_log: { kind: "not_a_log", reason: "no header" },
  not_json: { kind: "not_json" },
  not_canonical: { kind: "not_canonical", path: "a", reason: "too_deep" },
  foreign_format: { kind: "foreign_format", format: "ttr" },
  unsupported_version: { kind: "unsupported_version", version: 9 },
  unknown_game: { kind: "unknown_game", game: "chess" },
  unknown_rules: { kind: "unknown_rules", game: "tetris", rules: 7 },
  still_sealed: { kind: "still_sealed" },
  over_limit: { kind: "over_limit", what: "file", limit: 1_000_000 },
  too_large: { kind: "too_large", limit: 10 },
  json_too_long: { kind: "json_too_long", limit: 10 },
  damaged_block: { kind: "damaged_block", block: 2, reason: "checksum" },
  cut_off: { kind: "cut_off", block: 2 },
  truncated: { kind: "truncated", ...at },
  bad_header: { kind: "bad_header", path: "seats", reason: "x" },
  bad_event: { kind: "bad_event", ...at, path: "at", reason: "x" },
  bad_sequence: { kind: "bad_sequence", ...at, found: 3 },
  time_goes_back: { kind: "time_goes_back", ...at },
  chain_broken: { kind: "chain_broken", ...at },
  false_seal: { kind: "false_seal", ...at, index: 0 },
  false_secret: { kind: "false_secret", ...at },
  wrong_secret: { kind: "wrong_secret" },
  wrong_result: { kind: "wrong_result", command: 5, from: SEQ, ...at },
  wrong_head: { kind: "wrong_head", from: 1, ...at },
  wrong_end: { kind: "wrong_end", what: "state", ...at },
  wrong_event: { kind: "wrong_event", ...at, difference: { path: "at", expected: 1, found: 2 } },
  missing_event: { kind: "missing_event", ...at, expected: "piece_lock" },
  uncaused_event: { kind: "uncaused_event", ...at, type: "line_clear" },
  refused_command: { kind: "refused_command", ...at, reason: "not_now" },
  wrong_game: { kind: "wrong_game", game: "golf" },
  wrong_seats: { kind: "wrong_seats", seats: 3 },
  bad_options: { kind: "bad_options", path: "level", reason: "x" },
  not_expandable: { kind: "not_expandable", ...at },
  cancelled: { kind: "cancelled", ...at },
  over_time: { kind: "over_time", seconds: 60 },
  no_worker: { kind: "no_worker", reason: "x" },
};

const faults: readonly JudgeFault[] = Object.values(faultByKind);

/** Sentences for people: whole ones, without a tag or a hole in them. */
function expectWords({ what, safe, next }: Trouble): void {
  for (const sentence of [what, safe, next]) {
    expect(sentence).toMatch(/^[A-Z][^_{}]*[^_{} ]$/);
    expect(sentence).not.toMatch(/undefined|NaN|null/);
  }
}

describe("faults of files and logs", () => {
  test.each(faults.map((fault) => [fault.kind, fault] as const))("%s is said in words", (kind, fault) => {
    expectWords(importTrouble(fault));
    expectWords(verifyTrouble(fault));
    expect(importTrouble(fault).detail).toContain(kind);
  });

  test("a fault at an event says which", () => {
    const named = faults.filter((fault) => "seq" in fault && fault.kind !== "cancelled");
    expect(named.length).toBeGreaterThan(10);
    for (const fault of named) expect(importTrouble(fault).what).toContain("1,234");
  });

  test("what may be fine is never called false", () => {
    for (const kind of ["unsupported_version", "unknown_game", "unknown_rules"] as const) {
      const { what, next } = importTrouble(faultByKind[kind]);
      expect(what).toContain("may be fine");
      expect(next).toContain("newest version");
    }
  });

  test("nobody is accused", () => {
    for (const fault of faults) expect(JSON.stringify(importTrouble(fault))).not.toMatch(/cheat|tamper|forg/i);
  });
});

describe("troubles of the store", () => {
  const position = { seq: 3, head: "00".repeat(32) as never, closed: false };
  const errors: readonly StoreError[] = [
    { kind: "conflict", position },
    { kind: "closed", position },
    { kind: "unknown_match" },
    { kind: "bad_batch", reason: "gap" },
    { kind: "damaged", readable: 812, reason: "segment" },
    ...["quota", "no_storage", "superseded", "connection", "unreadable", "deleted", "closed"].map(
      (reason) => ({ kind: "unavailable", reason }) as const,
    ),
  ];

  test.each(errors.map((error) => [JSON.stringify(error), error] as const))("%s is said in words", (_, error) => {
    expectWords(storeTrouble(error));
  });

  test("damage that was met is counted, and what is left", () => {
    const cut = [{ match: "018bcfe5-6868-7aa9-8026-64f1a41f40eb" as never, kept: 512, known: 900 }];
    const report = { kind: "restored", kept: { matches: 38, events: 40_000 }, cut, dataLoss: null } as const;
    const trouble = scrubTrouble(report);
    expect(trouble?.what).toContain("1 game can no longer be read to the end");
    expect(trouble?.safe).toContain("38 games with 40,000 events");
    if (trouble !== null) expectWords(trouble);
    expect(scrubTrouble({ kind: "sound", matches: 1, events: 1, isComplete: true })).toBeNull();
  });

  test("a loss is counted, a sound store is silent", () => {
    const lost = { matches: 2, events: 1 };
    const replaced = healthTrouble({ kind: "sound", verdict: { kind: "replaced", lost, dataLoss: null } });
    expect(replaced?.what).toContain("2 games and 1 event are gone");
    const shrunk = healthTrouble({ kind: "sound", verdict: { kind: "shrunk", lost, cut: [] } });
    expect(shrunk?.what).toContain("2 games and 1 event are missing");
    for (const trouble of [replaced, shrunk]) if (trouble !== null) expectWords(trouble);
    for (const kind of ["first_visit", "intact", "no_canary"] as const) {
      expect(healthTrouble({ kind: "sound", verdict: { kind } })).toBeNull();
    }
  });
});
