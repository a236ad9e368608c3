import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const root = join(import.meta.dirname, "..", "src");
const sources = globSync("**/*.tsx", { cwd: root }).map((path) => join(root, path));

/** Class names a stylesheet defines. */
function definedClasses(path: string): ReadonlySet<string> {
  return new Set(readFileSync(path, "utf8").match(/(?<=\.)[a-zA-Z][\w-]*/g) ?? []);
}

test("every class a component asks for exists in its module", () => {
  const missing = sources.flatMap((source) => {
    const text = readFileSync(source, "utf8");
    const module = /import css from "(.+\.module\.css)"/.exec(text)?.[1];
    if (!module) return [];
    const known = definedClasses(join(dirname(source), module));
    const asked = [...text.matchAll(/css\["([\w-]+)"\]/g)].map((match) => match[1] ?? "");
    return asked.filter((name) => !known.has(name)).map((name) => `${source}: ${name}`);
  });
  expect(sources.length).toBeGreaterThan(40);
  expect(missing).toEqual([]);
});
