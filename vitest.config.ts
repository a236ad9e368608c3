import { defineConfig } from "vitest/config";

/**
 * One run covers every package. Suites named `*.torture.test.ts` hold the full counts of the reliability bars;
 * they run with TORTURE=1 (`pnpm torture`) and stay out of the ordinary run.
 */
const torture = process.env["TORTURE"] === "1";
const report = process.env["TEST_REPORT"];
const suffix = torture ? "torture.test" : "test";

export default defineConfig({
  test: {
    include: [
      `packages/**/test/**/*.${suffix}.ts`,
      `apps/**/test/**/*.${suffix}.{ts,tsx}`,
      `bench/test/**/*.${suffix}.ts`,
      `lint/test/**/*.${suffix}.ts`,
      `scripts/test/**/*.${suffix}.ts`,
    ],
    exclude: ["**/node_modules/**", "**/dist/**", ...(torture ? [] : ["**/*.torture.test.{ts,tsx}"])],
    // `npm test` adds up all runners from their reports.
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    pool: "threads",
    // Sized for two cores: more workers than cores only adds memory and jitter.
    maxWorkers: 2,
    allowOnly: false,
    retry: 0,
    // A loaded machine must not turn a slow test into a failed one; a hang still ends.
    testTimeout: torture ? 1_800_000 : 30_000,
    hookTimeout: torture ? 600_000 : 30_000,
    restoreMocks: true,
  },
});
