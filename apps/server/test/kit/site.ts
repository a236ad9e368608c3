import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** A folder on disk that goes away with the test. */
export interface Folder {
  readonly path: string;
  remove(): Promise<void>;
}

export const SCRIPT: string = `export const answer = 42;\n// ${"a built script of some size, ".repeat(100)}\n`;
export const INDEX = '<!doctype html><div id="root"></div>';

const SITE: Readonly<Record<string, string>> = {
  "index.html": INDEX,
  "sw.js": "self.skipWaiting();",
  "icon.svg": "<svg/>",
  "manifest.webmanifest": "{}",
  "assets/index-C7x_9-Qz.js": SCRIPT,
  "assets/commit-mono-Bx81AbCd.woff2": "font",
};

/** A stand-in for a built app, with what `vite build` writes: a page, hashed assets, a worker. */
export async function createSite(): Promise<Folder> {
  return createFolder(SITE);
}

export async function createFolder(files: Readonly<Record<string, string>>): Promise<Folder> {
  const path = await mkdtemp(join(tmpdir(), "replayground-server-"));
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), content);
  }
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}
