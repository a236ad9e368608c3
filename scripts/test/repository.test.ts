import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findLeaks } from "../repository/leaks.ts";
import { findDeadLinks } from "../repository/links.ts";
import { type Manifest, manifestFaults } from "../repository/manifests.ts";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

describe("leaks", () => {
  // The bar is taken out before the search: without it this file would fail the check it tests.
  it.each([
    ["a private key", "-----BEGIN EC PRIVATE| KEY-----"],
    ["an access token of npm", `npm|_${"a1B2".repeat(9)}`],
    ["an access token of npm", "//host/:_auth|Token=abc"],
    ["an access token of GitHub", `ghp|_${"a1B2".repeat(9)}`],
    ["an access key of AWS", "AKIA|ABCDEFGHIJKLMNOP"],
    ["a signed token", "eyJ|hbGciOiJIUzI1NiJ9.eyJ|zdWIiOiIxMjM0NTY3ODkwIn0.x"],
    ["a password in an address", "postgres:|//user:secret@db/app"],
    ["a path of one machine", "see /home|/ada/notes"],
    ["a path of one machine", 'import "/Users|/ada/x.ts"'],
    ["a path of one machine", "PATH=/opt|/tool/bin"],
    ["a path of one machine", "C:|\\Users\\ada"],
    ["the address of a package registry", "https://registry|.npmjs.org/left-pad"],
    ["the address of a package registry", "resolution: {tarball: |https://example.org/a.tgz}"],
  ])("finds %s", (what, planted) => {
    expect(findLeaks("a.md", `first\n${planted.replaceAll("|", "")}\n`)).toEqual([{ path: "a.md", line: 2, what }]);
  });

  it.each([
    "https://example.org/home/page",
    "packages/work/src",
    "/usr/bin/chromium",
    "http://localhost:8484",
    "mailto:a@b.c",
    "the npm registry",
    "`http://${host}:${port}/@x`",
  ])("leaves %s alone", (harmless) => {
    expect(findLeaks("a.md", harmless)).toEqual([]);
  });
});

describe("links", () => {
  const exists = (path: string): boolean => ["docs/a.md", "docs", "README.md"].includes(path);

  it.each(["b.md", "../a.md", "docs/a.md", "b.md#top"])("finds that nothing is at %s", (target) => {
    expect(findDeadLinks("docs/page.md", `x\n[here](${target})`, exists)).toEqual([
      { path: "docs/page.md", line: 2, target },
    ]);
  });

  it("finds a named path that is gone", () => {
    const text = "see `docs/a.md`, `docs/gone.ts`, `src/any.ts` and `packages/*/src`";
    expect(findDeadLinks("README.md", text, exists)).toEqual([{ path: "README.md", line: 1, target: "docs/gone.ts" }]);
  });

  it.each(["a.md", "a.md#top", "../README.md", "../docs", "#top", "https://example.org/none"])(
    "follows %s",
    (target) => {
      expect(findDeadLinks("docs/page.md", `![picture](${target})`, exists)).toEqual([]);
    },
  );
});

describe("manifests", () => {
  const good: Manifest = { name: "@replayground/engine", private: true, license: "MIT", type: "module" };
  const own = (name: string): Record<string, string> => ({ [`@replayground/${name}`]: "workspace:*" });

  it.each<[string, string, Manifest]>([
    ["the arrow points the other way", "packages/engine/package.json", { ...good, dependencies: own("log") }],
    ["the arrow points the other way", "packages/games/golf/package.json", { ...good, dependencies: own("tetris") }],
    ["a pure package depends on dexie", "packages/log/package.json", { ...good, dependencies: { dexie: "4.4.7" } }],
    ["is not a room", "packages/misc/package.json", good],
    ["name one exact version", "apps/web/package.json", { ...good, dependencies: { react: "^19.0.0" } }],
    ["set private", "packages/engine/package.json", { ...good, private: false }],
    ["licence", "packages/engine/package.json", { ...good, license: "ISC" }],
  ])("refuses: %s (%s)", (fault, path, manifest) => {
    expect(manifestFaults(path, manifest).join("\n")).toContain(fault);
  });

  it.each<[string, Manifest]>([
    ["packages/engine/package.json", { ...good, dependencies: own("kernel"), devDependencies: own("hash") }],
    ["packages/games/golf/package.json", { ...good, dependencies: { ...own("engine"), valibot: "1.5.0" } }],
    ["apps/web/package.json", { ...good, dependencies: { ...own("log-dexie"), react: "19.3.1" } }],
    ["bench/package.json", { ...good, dependencies: own("replay") }],
  ])("accepts %s", (path, manifest) => {
    expect(manifestFaults(path, manifest)).toEqual([]);
  });

  it("names one pnpm in package.json and in the toolchain", () => {
    const pinned = /"packageManager": "pnpm@([\d.]+)"/.exec(read("package.json"))?.[1];
    expect(read("scripts/lib/toolchain.mjs")).toContain(`const PNPM = "${pinned}"`);
  });
});
