// Writes the worked example of docs/file-format.md anew: `node packages/archive/test/write-example.ts`.
import { nodeHash } from "@replayground/hash/node";
import { unwrap } from "@replayground/kernel";
import { formatLogLines, marksOf } from "@replayground/log";
import { testRegistry } from "@replayground/replay/testing";
import { writeFileSync } from "node:fs";
import { writeMatchFile } from "../src/index.ts";
import { exampleBlocks, exampleLog } from "./example.ts";
import { FILE, LINES, PAGE, readPage, withBlocks } from "./page.ts";

const log = exampleLog();
const file = unwrap(await writeMatchFile(testRegistry, nodeHash, log));
writeFileSync(LINES, formatLogLines(log.header, log.events, log.claimed, marksOf(nodeHash, log)));
writeFileSync(FILE, file);
writeFileSync(PAGE, withBlocks(readPage(), await exampleBlocks(file)));
