import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { countPlaywright, countVitest, formatTally, sumTallies, tallyOfCheck, tallyOfReport } from "../lib/tally.mjs";

const directory = mkdtempSync(join(tmpdir(), "replayground-tally-"));
afterAll(() => rmSync(directory, { recursive: true }));

function reportFile(content: unknown): string {
  const path = join(directory, "report.json");
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };
const playwright = { stats: { expected: 2, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] };

describe("counting", () => {
  it.each([
    ["passes", vitest, 0, { passed: 3, failed: 0, skipped: 0 }],
    ["failures", { ...vitest, numFailedTests: 2 }, 1, { passed: 3, failed: 2, skipped: 0 }],
    ["skips and todos", { ...vitest, numPendingTests: 1, numTodoTests: 1 }, 0, { passed: 3, failed: 0, skipped: 2 }],
    [
      "a file that does not load",
      { ...vitest, testResults: [{ status: "failed", assertionResults: [] }] },
      1,
      { passed: 3, failed: 1, skipped: 0 },
    ],
    ["a run that fails without naming a test", vitest, 1, { passed: 3, failed: 1, skipped: 0 }],
    ["a run without a test", { ...vitest, numPassedTests: 0 }, 0, { passed: 0, failed: 1, skipped: 0 }],
    ["a report cut short", "{", 0, { passed: 0, failed: 1, skipped: 0 }],
    ["a report of another shape", {}, 0, { passed: 0, failed: 1, skipped: 0 }],
  ])("vitest: %s", (_, report, code, expected) => {
    expect(tallyOfReport(reportFile(report), countVitest, code)).toEqual(expected);
  });

  it.each([
    ["passes", playwright, 0, { passed: 2, failed: 0, skipped: 0 }],
    [
      "a flaky story is a failed one",
      { ...playwright, stats: { ...playwright.stats, flaky: 1 } },
      0,
      { passed: 2, failed: 1, skipped: 0 },
    ],
    ["an error outside any story", { ...playwright, errors: [{}] }, 1, { passed: 2, failed: 1, skipped: 0 }],
  ])("playwright: %s", (_, report, code, expected) => {
    expect(tallyOfReport(reportFile(report), countPlaywright, code)).toEqual(expected);
  });

  it("takes a missing report for a failure", () => {
    expect(tallyOfReport(join(directory, "none.json"), countVitest, 0)).toEqual(tallyOfCheck(false));
  });

  it("sums up in one plain line", () => {
    const sum = sumTallies([tallyOfCheck(true), tallyOfCheck(false), { passed: 1, failed: 0, skipped: 4 }]);
    expect(formatTally(sum)).toBe("2 passed, 1 failed, 4 skipped");
  });
});
