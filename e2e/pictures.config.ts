import type { PlaywrightTestConfig } from "@playwright/test";
import stories from "./playwright.config.ts";

/** Takes the pictures of the pages again: `pnpm pictures`. */
const config: PlaywrightTestConfig = { ...stories, testDir: "pictures" };

// Playwright reads its configuration from the default export.
export default config;
