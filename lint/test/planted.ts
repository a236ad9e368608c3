/** One violation: the rule that must name it, where it is planted, and the code. */
export interface Planted {
  readonly rule: string;
  readonly path: string;
  readonly code: string;
}

const KERNEL = "packages/kernel/src";
const CORE = "packages/games/tetris/src/core";

function pure(rule: string, ...codes: readonly string[]): readonly Planted[] {
  return codes.map((code) => ({ rule: `house(${rule})`, path: KERNEL, code }));
}

/** Every pure room obeys the same rules: one violation planted in each. */
const everyRoom: readonly Planted[] = ["kernel", "engine", "log", "replay", "match", "protocol", "read-models"]
  .map((room) => `packages/${room}/src`)
  .concat("packages/games/tetris/src", "packages/games/golf/src/deep/down")
  .map((path) => ({ rule: "house(no-impure-global)", path, code: "export const now = Date.now();" }));

const impure: readonly Planted[] = [
  ...pure(
    "no-impure-global",
    "export const today = new Date();",
    "export const text = new Intl.NumberFormat('en').format(1);",
    "console.log(1);",
    "setTimeout(() => 1, 1);",
    "queueMicrotask(() => 1);",
    "export const t = performance.now();",
    "export const id = crypto.randomUUID();",
    "export const env = process.env;",
    "export const sneaky = globalThis['Date'];",
    "export const copy = structuredClone({});",
    "export const bytes = new TextEncoder().encode('a');",
    "export const floats = new Float64Array(1);",
    "export const alias = Date;",
  ),
  ...pure(
    "no-inexact-math",
    "export const r = Math.random();",
    "export const p = Math.pow(2, 3);",
    "export const s = Math['sin'](1);",
    "export const e = 2 ** 8;",
    "let n = 2; n **= 2; export const m = n;",
    "const { exp } = Math; export const x = exp(1);",
    "const M = Math; export const y = M.abs(1);",
  ),
  ...pure(
    "no-locale-method",
    "export const o = 'a'.localeCompare('b');",
    "export const f = (1).toFixed(2);",
    "export const l = (1).toLocaleString();",
    "export const u = 'a'.normalize();",
  ),
  ...pure("no-for-in", "for (const key in { a: 1 }) String(key);"),
  ...pure("sort-needs-comparator", "export const sorted = [10, 9].sort();"),
  ...pure(
    "no-async",
    "export async function f(): Promise<void> {}",
    "export const g = async (): Promise<void> => {};",
    "export class A { async h(): Promise<void> {} }",
    "export const done = Promise.resolve(1);",
    "export const later = import('./later.ts');",
  ),
  ...pure("no-module-state", "let count = 0; export const next = (): number => ++count;", "export let open = 1;"),
];

const floats: readonly Planted[] = [
  "export const gravity = 0.5;",
  "export const tiny = 1e-3;",
  "export const read = parseFloat('1');",
  "export const read = Number.parseFloat('1');",
].map((code) => ({ rule: "house(no-float)", path: CORE, code }));

const anywhere: readonly Planted[] = [
  { rule: "house(as-needs-reason)", code: "export const n = JSON.parse('1') as number;" },
  { rule: "typescript(no-explicit-any)", code: "export function f(x: any): number { return Number(x); }" },
  { rule: "typescript(no-non-null-assertion)", code: "export const f = (x: number | null): number => x!;" },
  { rule: "typescript(ban-ts-comment)", code: "// @ts-ignore\nexport const n: number = 'a';" },
  { rule: "typescript(no-floating-promises)", code: "const f = async (): Promise<void> => {}; f();" },
  {
    rule: "typescript(switch-exhaustiveness-check)",
    code: "export function f(x: 'a' | 'b'): number { switch (x) { case 'a': return 1; } return 2; }",
  },
  {
    rule: "typescript(switch-exhaustiveness-check)",
    code: "export function f(x: 'a' | 'b'): number { switch (x) { case 'a': return 1; default: return 2; } }",
  },
  { rule: "import(no-default-export)", code: "export default 1;" },
  {
    rule: "typescript(consistent-type-imports)",
    code: "import { Stats } from 'node:fs'; export type S = Stats;",
  },
  { rule: "eslint(max-lines)", code: `export const n = 1;\n${"//\n".repeat(401)}` },
  { rule: "eslint(no-console)", code: "console.log(1);" },
].map((planted) => ({ ...planted, path: "apps/web/src" }));

const inTests: readonly Planted[] = [
  { rule: "vitest(no-disabled-tests)", code: "it.skip('x', () => {});" },
  { rule: "vitest(no-focused-tests)", code: "it.only('x', () => {});" },
].map(({ rule, code }) => ({ rule, path: "packages/kernel/test", code: `import { it } from "vitest";\n${code}` }));

/** Arrows that point the wrong way: the folder, and what a file in it must not import. */
const arrows: readonly Planted[] = (
  [
    ["packages/kernel/src", "@replayground/engine"],
    ["packages/kernel/src", "node:fs"],
    ["packages/kernel/src", "../../engine/src/index.ts"],
    ["packages/kernel/src", "../test/helper.ts"],
    ["packages/kernel/src/deep", "../index.ts"],
    ["packages/engine/src", "@replayground/log"],
    ["packages/engine/src", "@replayground/kernel/src/json.ts"],
    ["packages/engine/src", "fast-check"],
    ["packages/log/src", "@replayground/replay"],
    ["packages/hash/src", "@replayground/log"],
    ["packages/log-dexie/src", "@replayground/replay"],
    ["packages/replay/src", "@replayground/tetris"],
    ["packages/archive/src", "@replayground/match"],
    ["packages/match/src", "@replayground/archive"],
    ["packages/match/src", "@replayground/unheard-of"],
    ["packages/games/tetris/src", "@replayground/replay"],
    ["packages/games/tetris/src", "@replayground/golf"],
    ["packages/games/golf/src", "@replayground/log"],
    ["packages/games/tetris/test", "@replayground/web"],
    ["apps/web/src", "@replayground/server"],
    ["apps/web/src", "../../../packages/kernel/src/json.ts"],
  ] as const
).map(([path, from]) => ({ rule: "house(layers)", path, code: `export { x } from "${from}";` }));

const arrowForms: readonly Planted[] = [
  "import type { X } from '@replayground/log'; export type Y = X;",
  "export * from '@replayground/log';",
  "export type Z = import('@replayground/log').Z;",
].map((code) => ({ rule: "house(layers)", path: "packages/engine/src", code }));

export const PLANTED: readonly Planted[] = [
  ...arrows,
  ...arrowForms,
  ...everyRoom,
  ...impure,
  ...floats,
  ...anywhere,
  ...inTests,
];

/** What must pass: the rules would be worthless if they refused ordinary code as well. */
export const CLEAN: readonly Omit<Planted, "rule">[] = [
  { path: KERNEL, code: "export interface Port { load(since: Date): Promise<number>; }" },
  { path: KERNEL, code: "export function f(Date: number, process: number): number { return Date + process; }" },
  { path: KERNEL, code: "export const n = Math.imul(Math.floor(7 / 2), Math.max(1, 2));" },
  { path: KERNEL, code: "export const s = [2, 1].sort((a, b) => a - b);" },
  { path: KERNEL, code: "type Id = number & { brand: 1 };\nexport function toId(n: number): Id { return n as Id; }" },
  { path: KERNEL, code: "// The literal is well formed.\nexport const n = JSON.parse('1') as number;" },
  { path: "packages/replay/src", code: "export { x } from '@replayground/log';" },
  { path: "packages/replay/src/testing", code: "export { x } from 'fast-check';" },
  { path: "packages/games/tetris/src", code: "export { x } from 'valibot';" },
  { path: "packages/games/tetris/test", code: "export { x } from '@replayground/replay';" },
  { path: "packages/log/test", code: "export { x } from '../src/index.ts';" },
  { path: "packages/archive/src", code: "export { x } from 'node:zlib';" },
  { path: "apps/cli/src", code: "export { x } from '@replayground/archive';" },
  { path: "bench", code: "export { x } from '@replayground/archive';" },
  { path: KERNEL, code: "export const ratio = 0.5;" },
  { path: CORE, code: "export const big = 1e3 + 0xff;" },
  { path: "packages/log/src/testing", code: "export async function f(): Promise<void> { await Promise.resolve(); }" },
  { path: "packages/hash/src", code: "export const now = Date.now();" },
  { path: "packages/kernel/test", code: "export const now = Date.now();" },
];
