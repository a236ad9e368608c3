import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { chromium, type Browser } from "@playwright/test";
import { CHROMIUM_FLAGS, findChromium } from "../../e2e/browser.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The real server with the built app, and a browser in front of it. */
export interface Site {
  readonly origin: string;
  readonly browser: Browser;
}

/** Starts both, lets `work` measure, and stops both whatever happens. */
export async function withSite<T>(work: (site: Site) => Promise<T>): Promise<T> {
  if (!existsSync(`${ROOT}apps/web/dist/index.html`)) throw new Error("The app is not built. Run: pnpm build");
  const args = ["--disable-proto=delete", "apps/server/src/main.ts", "--port", "0"];
  const server = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] });
  try {
    const origin = await addressOf(server.stdout);
    const browser = await chromium.launch({ executablePath: findChromium(), args: [...CHROMIUM_FLAGS] });
    try {
      return await work({ origin, browser });
    } finally {
      await browser.close();
    }
  } finally {
    server.kill();
  }
}

/** The address that the server prints when it is ready. */
async function addressOf(output: Readable): Promise<string> {
  let said = "";
  for await (const chunk of output) {
    said += String(chunk);
    const [origin] = /http:\/\/localhost:\d+/.exec(said) ?? [];
    if (origin !== undefined) return origin;
  }
  throw new Error(`The server did not start: ${said}`);
}
