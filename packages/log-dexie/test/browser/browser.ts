import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { chromium, type Browser, type Page } from "@playwright/test";
import { build } from "vite";

const PATH = process.env["CHROMIUM"] ?? "/usr/bin/chromium";

export interface Site {
  readonly url: string;
  readonly close: () => void;
}

/** Serves the page with this package in it, at an address that browsers trust (localhost). */
export async function serveSite(): Promise<Site> {
  const script = await bundle();
  const server: Server = createServer((request, response) => {
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(isScript ? script : '<!doctype html><title>log</title><script type="module" src="/page.js"></script>');
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { url: `http://localhost:${port}/`, close: () => server.close() };
}

async function bundle(): Promise<string> {
  const output = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      minify: false,
      target: "es2022",
      lib: { entry: join(import.meta.dirname, "page.ts"), formats: ["es"], fileName: "page" },
    },
  });
  const [result] = Array.isArray(output) ? output : [output];
  const chunk = result !== undefined && "output" in result ? result.output[0] : undefined;
  if (chunk?.type !== "chunk") throw new Error("the page was not built");
  return chunk.code;
}

/** A browser of its own process group, so that it can be killed with all its children. */
export interface RunningBrowser {
  readonly openPage: (onAcknowledged?: (seed: number, seq: number) => void) => Promise<Page>;
  readonly kill: () => Promise<void>;
  readonly quit: () => Promise<void>;
}

export async function launch(profile: string, url: string): Promise<RunningBrowser> {
  const flags = [
    "--headless",
    "--no-sandbox",
    "--no-first-run",
    "--remote-debugging-port=0",
    `--user-data-dir=${profile}`,
  ];
  const child = spawn(PATH, [...flags, "about:blank"], { detached: true, stdio: ["ignore", "ignore", "pipe"] });
  const browser = await chromium.connectOverCDP(await debuggerAddress(child, profile));
  const gone = once(child, "exit");
  return {
    openPage: (onAcknowledged) => openPage(browser, url, onAcknowledged),
    kill: async () => {
      if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
      await gone;
    },
    quit: async () => {
      const session = await browser.newBrowserCDPSession();
      await session.send("Browser.close").catch(() => null);
      await gone;
    },
  };
}

async function openPage(
  browser: Browser,
  url: string,
  onAcknowledged: (seed: number, seq: number) => void = () => undefined,
): Promise<Page> {
  const [context] = browser.contexts();
  if (context === undefined) throw new Error("no profile");
  const page = await context.newPage();
  await page.exposeFunction("acknowledged", onAcknowledged);
  await page.goto(url);
  await page.waitForFunction(() => "kit" in window);
  return page;
}

/** The browser writes its port into the profile when it is ready. */
async function debuggerAddress(child: ChildProcess, profile: string): Promise<string> {
  let words = "";
  child.stderr?.on("data", (part: Buffer) => (words += part.toString()));
  for (let tries = 0; tries < 300; tries++) {
    const [, address] = /DevTools listening on (ws:\S+)/.exec(words) ?? [];
    if (address !== undefined) return address;
    if (child.exitCode !== null) break;
    await wait(100);
  }
  throw new Error(`no browser on ${profile}: ${words}`);
}
