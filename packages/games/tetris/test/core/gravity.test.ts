import { expect, test } from "vitest";
import { levelGravity } from "../../src/core/gravity.ts";
import { readFixture } from "../fixtures.ts";

interface GravityFile {
  readonly rows: readonly { readonly level: number; readonly fixed24PerTick600: number }[];
}

test("gravity of levels 1 to 20, the last one for good", () => {
  const { rows } = readFixture<GravityFile>("gravity");
  expect(rows).toHaveLength(20);
  for (const row of rows) {
    expect(levelGravity(row.level)).toBe(row.fixed24PerTick600);
    // The formula behind the table; powers may differ in the last bit between engines, never by half a unit here.
    const seconds = (0.8 - (row.level - 1) * 0.007) ** (row.level - 1);
    expect(Math.round(2 ** 24 / (600 * seconds))).toBe(row.fixed24PerTick600);
  }
  expect(levelGravity(21)).toBe(levelGravity(20));
});
