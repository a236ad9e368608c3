import { readFileSync } from "node:fs";

const DOCS = new URL("../../../docs/", import.meta.url);

export const PAGE: URL = new URL("file-format.md", DOCS);
export const LINES: URL = new URL("examples/hidden-number.jsonl", DOCS);
export const FILE: URL = new URL("examples/hidden-number.rpg", DOCS);
export const NODE_VERIFIER: URL = new URL("examples/verify-chain.mjs", DOCS);
export const PYTHON_VERIFIER: URL = new URL("examples/verify_chain.py", DOCS);

/** The page with its worked blocks replaced: a fence after `<!-- example: NAME -->` holds what the code makes. */
export function withBlocks(page: string, blocks: ReadonlyMap<string, string>): string {
  return page.replace(
    /(<!-- example: ([a-z ]+) -->\n```text\n)(?:(?!```)[\s\S])*?(\n```)/g,
    (_, open: string, name: string, close: string) => `${open}${blocks.get(name) ?? `no block named ${name}`}${close}`,
  );
}

/** The names of the blocks in the page. */
export function blockNames(page: string): readonly string[] {
  return [...page.matchAll(/<!-- example: ([a-z ]+) -->/g)].map(([, name = ""]) => name);
}

export function readPage(): string {
  return readFileSync(PAGE, "utf8");
}
