import { nodeHash } from "@replayground/hash/node";
import { describe, it } from "vitest";
import { createMemoryLog } from "../src/index.ts";
import { eventLogContract, faultContract } from "../src/testing/index.ts";

describe("the log in memory", () => {
  it.each([...eventLogContract(nodeHash), ...faultContract(nodeHash)])("$name", async ({ run }) => {
    await run(() => Promise.resolve(createMemoryLog(nodeHash)));
  });
});
