import { nodeHash } from "@replayground/hash/node";
import { eventLogContract, faultContract } from "@replayground/log/testing";
import { describe, it } from "vitest";
import { createProfile, openTab } from "./databases.ts";

describe("the log in IndexedDB", () => {
  it.each([...eventLogContract(nodeHash), ...faultContract(nodeHash)])("$name", async ({ run }) => {
    await run(() => Promise.resolve(openTab(createProfile())));
  });
});
