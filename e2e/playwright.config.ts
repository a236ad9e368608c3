import { fileURLToPath } from "node:url";
import { defineConfig, type PlaywrightTestConfig } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "./browser.ts";

// TEST_PORT lets two checkouts run side by side.
const port = Number(process.env["TEST_PORT"] ?? "8495");
const report = process.env["TEST_REPORT"];
const torture = process.env["TORTURE"] === "1";

/** Stories in a real browser against the real server with the built app: what a person gets, policy headers included. */
const config: PlaywrightTestConfig = defineConfig({
  testDir: torture ? "torture" : "stories",
  outputDir: "../test-results",
  // `npm test` adds up all runners from their reports.
  reporter: report === undefined ? [["line"]] : [["line"], ["json", { outputFile: report }]],
  workers: 2,
  retries: 0,
  forbidOnly: true,
  // A loaded machine must not turn a slow story into a failed one; a hang still ends.
  timeout: torture ? 3_600_000 : 180_000,
  expect: { timeout: 15_000 },
  use: {
    actionTimeout: 30_000,
    baseURL: `http://localhost:${port}`,
    // A trace photographs the page at every key press: a story with a thousand of them would take minutes.
    screenshot: "only-on-failure",
    launchOptions: { executablePath: findChromium(), args: [...CHROMIUM_FLAGS] },
  },
  projects: [{ name: "chromium" }],
  webServer: {
    command: `node --disable-proto=delete apps/server/src/main.ts --port ${port}`,
    cwd: fileURLToPath(new URL("..", import.meta.url)),
    url: `http://localhost:${port}/api/health`,
    stdout: "ignore",
    stderr: "pipe",
    reuseExistingServer: false,
    gracefulShutdown: { signal: "SIGTERM", timeout: 6_000 },
  },
});

// Playwright reads its configuration from the default export.
export default config;
