import type { Hex } from "@replayground/kernel";
import { formatLogLines } from "@replayground/log";
import type { CliGame } from "../types.ts";
import type { Finding } from "./search.ts";

/** A test file for vitest: the log must verify up to its end. It fails until the rules make its last event. */
export function regressionTest({ source }: CliGame, { log, seq, what }: Finding): string {
  const { header, events, claimed } = log;
  const lines = formatLogLines(header, events, claimed ?? ("" as Hex)) // a finding always has its head
    .trimEnd()
    .split("\n");
  return `// Written by \`replayground bisect\`. ${what}
import { nodeHash } from "@replayground/hash/node";
import { unwrap } from "@replayground/kernel";
import { parseLogLines } from "@replayground/log";
import { anyGame, createRegistry, verifyLog } from "@replayground/replay";
import { ${source.name} } from "${source.module}";
import { expect, test } from "vitest";

const LOG = [
${lines.map((line) => `  ${quoted(line)},`).join("\n")}
];

test("match ${header.match}: the rules make event ${seq} as it was recorded", () => {
  const log = unwrap(parseLogLines(LOG.join("\\n")));
  const verified = verifyLog(createRegistry([anyGame(${source.name})]), nodeHash, log);
  // The log ends with the event in question, perhaps amid what one moment causes.
  const fault = verified.ok || verified.error.kind === "truncated" ? null : verified.error;
  expect(fault).toBeNull();
});
`;
}

/** Lines of JSON read best between single quotes; those that hold one, or a backslash, are escaped. */
function quoted(line: string): string {
  return /['\\]/.test(line) ? JSON.stringify(line) : `'${line}'`;
}
