import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLEAN, PLANTED } from "./planted.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const samples = [...PLANTED, ...CLEAN.map((clean) => ({ ...clean, rule: null }))];
const fileOf = (index: number): string => `${samples[index]?.path ?? ""}/sample-${index}.ts`;

let directory = "";
const rulesByFile = new Map<string, Set<string>>();

interface Report {
  readonly diagnostics: readonly { readonly code: string; readonly filename: string }[];
}

/** The project's own configuration over a tree of planted files: what is tested is what runs. */
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "replayground-lint-"));
  const config = await readFile(join(root, ".oxlintrc.json"), "utf8");
  await writeFile(
    join(directory, ".oxlintrc.json"),
    config.replace('"./lint/plugin.ts"', JSON.stringify(join(root, "lint/plugin.ts"))),
  );
  await writeFile(
    join(directory, "tsconfig.json"),
    JSON.stringify({ compilerOptions: { strict: true, module: "NodeNext", noEmit: true, lib: ["ES2024", "DOM"] } }),
  );
  for (const [index, sample] of samples.entries()) {
    await mkdir(join(directory, sample.path), { recursive: true });
    await writeFile(join(directory, fileOf(index)), `${sample.code}\n`);
  }
  const report: Report = JSON.parse(await lint(directory));
  for (const { code, filename } of report.diagnostics) {
    rulesByFile.set(filename, (rulesByFile.get(filename) ?? new Set()).add(code));
  }
});

afterAll(() => rm(directory, { recursive: true, force: true }));

function lint(cwd: string): Promise<string> {
  const binary = join(root, "node_modules/.bin/oxlint");
  return new Promise((resolve, reject) => {
    execFile(binary, ["--format=json"], { cwd, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      // Exit code 1 is what we are here for: it found something.
      if (error === null || error.code === 1) resolve(stdout);
      else reject(new Error(stderr));
    });
  });
}

describe("planted violations", () => {
  it.each(PLANTED.map((planted, index) => ({ ...planted, index })))("$rule sees $code in $path", ({ rule, index }) => {
    expect([...(rulesByFile.get(fileOf(index)) ?? [])]).toContain(rule);
  });
});

describe("ordinary code", () => {
  it.each(CLEAN.map((clean, index) => ({ ...clean, index: index + PLANTED.length })))("$path: $code", ({ index }) => {
    const house = [...(rulesByFile.get(fileOf(index)) ?? [])].filter((rule) => rule.startsWith("house("));
    expect(house).toEqual([]);
  });
});
