import { nodeHash } from "@replayground/hash/node";
import { formatLogLines } from "@replayground/log";
import { playLog } from "@replayground/replay/testing";
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { PYTHON_VERIFIER } from "./page.ts";

test("the verifier in Python agrees about logs, and notices a changed one", () => {
  const verify = (text: string): { readonly status: number | null; readonly stdout: string } => {
    const done = spawnSync("python3", [fileURLToPath(PYTHON_VERIFIER)], { input: text, encoding: "utf8" });
    if (done.error !== undefined) throw new Error("This suite needs python3: install it and run it again.");
    return done;
  };
  for (let seed = 1; seed <= 12; seed++) {
    const { header, events, claimed } = playLog(nodeHash, { seed, committed: seed % 2 === 0 });
    const text = formatLogLines(header, events, claimed);
    expect(verify(text)).toMatchObject({ status: 0, stdout: `ok ${events.length} ${claimed}\n` });
    expect(verify(text.replace('"type":"hand_raised"', '"type":"hand_lowered"'))).toMatchObject({ status: 1 });
  }
});
