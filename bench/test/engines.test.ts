import { describe, expect, test } from "vitest";
import { differencesTo, runIn } from "../engines/compare.ts";
import { browser, javaScriptCore, node, quickJs, spiderMonkey, type EngineHost } from "../engines/hosts.ts";

/** A fixed sample; `pnpm torture` plays all 500 games. */
const sample = { first: 1, count: 20, steps: 120 };
const short = { first: 1, count: 5, steps: 40 };

describe("the same games in every engine", () => {
  test("are games: legal and illegal input, all of them verified", async () => {
    const { lines } = await runIn(node, sample);
    const games = lines.map((line) => line.split(" "));
    expect(games).toHaveLength(sample.count);
    expect(games.every((fields) => fields.at(-1) === "verified")).toBe(true);
    expect(games.reduce((sum, [, , events]) => sum + Number(events), 0)).toBeGreaterThan(1500);
    expect(games.reduce((sum, [, , , refused]) => sum + Number(refused), 0)).toBeGreaterThan(100);
    expect(new Set(games.map(([, , , , head]) => head)).size).toBe(sample.count);
  });

  test.each([
    { host: browser, request: sample },
    { host: spiderMonkey, request: sample },
    { host: javaScriptCore, request: sample },
    { host: quickJs, request: short },
  ])("$host.name: the same heads and states as Node", { timeout: 60_000 }, async ({ host, request }) => {
    expect(await differencesTo(host, request)).toEqual([]);
  });

  /** One hexadecimal digit of one game: 7 for 6. */
  test("a difference is found and named", async () => {
    const wrong: EngineHost = {
      name: "wrong",
      run: async (script, expression) => (await node.run(script, expression)).replace(/^3 (.*)6/m, "3 $17"),
    };
    const [difference, ...others] = await differencesTo(wrong, short);
    expect(others).toEqual([]);
    expect(difference).toMatch(/^Node: 3 .*\nwrong: 3 /);
  });
});
