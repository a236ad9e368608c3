import { nodeHash } from "@replayground/hash/node";
import { unwrap } from "@replayground/kernel";
import { formatLogLines, marksOf } from "@replayground/log";
import { playLog, testRegistry } from "@replayground/replay/testing";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { readLogFile } from "../src/index.ts";
import { exampleBlocks, exampleLog } from "./example.ts";
import { FILE, LINES, NODE_VERIFIER, blockNames, readPage, withBlocks } from "./page.ts";

// If a change is meant: node packages/archive/test/write-example.ts
describe("the page about the formats", () => {
  test("its worked example is what the code makes", async () => {
    const page = readPage();
    const blocks = await exampleBlocks(readFileSync(FILE));
    expect(withBlocks(page, blocks)).toBe(page);
    expect(blockNames(page).toSorted()).toEqual([...blocks.keys()].toSorted());
  });

  test("its example files are what the code writes and reads", async () => {
    const log = exampleLog();
    const lines = readFileSync(LINES);
    expect(lines.toString()).toBe(formatLogLines(log.header, log.events, log.claimed, marksOf(nodeHash, log)));
    for (const bytes of [lines, readFileSync(FILE)]) {
      const read = unwrap(await readLogFile(testRegistry, nodeHash, new Uint8Array(bytes)));
      expect(read).toMatchObject({ head: log.claimed, events: log.events, status: "finalized" });
    }
  });
});

describe("a second verifier of the chain, written from the page", () => {
  const verify = (text: string): { readonly status: number | null; readonly stdout: string } =>
    spawnSync(process.execPath, [fileURLToPath(NODE_VERIFIER)], { input: text, encoding: "utf8" });
  const text = readFileSync(LINES, "utf8");

  test("agrees about the example, and about another log", () => {
    expect(verify(text)).toMatchObject({ status: 0, stdout: `ok 7 ${exampleLog().claimed}\n` });
    const { header, events, claimed } = playLog(nodeHash, { seed: 77 });
    const other = verify(formatLogLines(header, events, claimed));
    expect(other).toMatchObject({ status: 0, stdout: `ok ${events.length} ${claimed}\n` });
  });

  test("notices what does not fit the head, the seals or the commitment", () => {
    expect(verify(text.replace('"number":5', '"number":6'))).toMatchObject({ status: 1 });
    expect(
      verify(text.replace('"value":"below"', '"value":"above"').replace('"value":"equal"', '"value":"above"')),
    ).toMatchObject({ status: 1 });
    expect(verify(text.replace(/"secret":"../, '"secret":"00'))).toMatchObject({ status: 1 });
  });
});
