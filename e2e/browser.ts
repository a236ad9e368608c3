import { existsSync } from "node:fs";

const CANDIDATES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

/** Chromium of this machine: the one that CHROMIUM names, or the system's. Throws with a remedy when there is none. */
export function findChromium(): string {
  const given = process.env["CHROMIUM"];
  const path = given === undefined || given === "" ? CANDIDATES.find((candidate) => existsSync(candidate)) : given;
  if (path !== undefined && existsSync(path)) return path;
  throw new Error("No Chromium here. Install it (Debian: apt-get install chromium) or set CHROMIUM=/path/to/chrome.");
}

/** No sandbox inside a container, no graphics card, and no request of the browser's own. */
export const CHROMIUM_FLAGS: readonly string[] = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-quic",
  "--no-first-run",
];
