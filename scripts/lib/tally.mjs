import { readFileSync, rmSync } from "node:fs";

/**
 * What one runner did.
 * @typedef {{ passed: number, failed: number, skipped: number }} Tally
 */

/**
 * A check that passes or fails as a whole.
 * @param {boolean} passed
 * @returns {Tally}
 */
export function tallyOfCheck(passed) {
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sumTallies(tallies) {
  const sum = { passed: 0, failed: 0, skipped: 0 };
  for (const tally of tallies) {
    sum.passed += tally.passed;
    sum.failed += tally.failed;
    sum.skipped += tally.skipped;
  }
  return sum;
}

/** The one line that sums up a run. @param {Tally} tally */
export function formatTally({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/**
 * A runner's own count, from its JSON report. A runner that failed without naming a test (it crashed, wrote no report,
 * met an unhandled rejection) counts as one failure: silence is never success.
 *
 * @param {string} path
 * @param {(report: unknown) => Tally} count
 * @param {number} exitCode
 * @returns {Tally}
 */
export function tallyOfReport(path, count, exitCode) {
  const tally = readReport(path, count);
  if (tally === null) return tallyOfCheck(false);
  return exitCode !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

/** @param {string} path @param {(report: unknown) => Tally} count */
function readReport(path, count) {
  try {
    const tally = count(JSON.parse(readFileSync(path, "utf8")));
    const ran = tally.passed + tally.failed + tally.skipped;
    return Number.isSafeInteger(ran) && ran > 0 ? tally : null;
  } catch {
    return null;
  }
}

/** Yesterday's report must not stand in for today's. @param {string} path */
export function forgetReport(path) {
  rmSync(path, { force: true });
}

/**
 * The part of each runner's JSON report that is counted.
 * @typedef {{ status: string, assertionResults: readonly { status: string }[] }} VitestFile
 * @typedef {{ numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number,
 *   testResults: readonly VitestFile[] }} VitestReport
 * @typedef {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   errors: readonly unknown[] }} PlaywrightReport
 */

/** @param {unknown} report @returns {Tally} */
export function countVitest(report) {
  const vitest = /** @type {VitestReport} */ (report);
  // A file that fails to load has no tests to count.
  const broken = vitest.testResults.filter(
    (file) => file.status === "failed" && !file.assertionResults.some(({ status }) => status === "failed"),
  );
  return {
    passed: vitest.numPassedTests,
    failed: vitest.numFailedTests + broken.length,
    skipped: vitest.numPendingTests + vitest.numTodoTests,
  };
}

/** @param {unknown} report @returns {Tally} */
export function countPlaywright(report) {
  const { stats, errors } = /** @type {PlaywrightReport} */ (report);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}
