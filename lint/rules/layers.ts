import { dirname, join } from "node:path/posix";
import { APPS, arrowFault, type Place, placeOf, PURE_ROOMS, PURE_THIRD_PARTY } from "../rooms.ts";
import { createRule, isLiteral, type Node, type Rule } from "../rule.ts";

interface WithSource extends Node {
  readonly source: Node | null;
}

const TEST_TOOLS: ReadonlySet<string> = new Set(["vitest", "fast-check"]);

/** Imports follow the arrows of lint/rooms.ts, enter other packages by their front door, and stay inside their own. */
export const layers: Rule = createRule((context) => {
  const place = placeOf(context.filename.replaceAll("\\", "/"));
  if (place === null) return {};
  function check({ source }: WithSource): void {
    if (place === null || source === null || !isLiteral(source) || typeof source.value !== "string") return;
    const fault = importFault(place, source.value);
    if (fault !== null) context.report({ node: source, message: `${fault}.` });
  }
  return {
    ImportDeclaration: check,
    ImportExpression: check,
    ExportNamedDeclaration: check,
    ExportAllDeclaration: check,
    TSImportType: check,
  };
});

/** Why a file at `place` may not import `specifier`, or null when it may. */
export function importFault(place: Place, specifier: string): string | null {
  if (specifier.startsWith(".")) return relativeFault(place, specifier);
  const own = /^@replayground\/([^/]+)(?:\/(.+))?$/.exec(specifier);
  const isTest = place.file.startsWith("test/");
  if (own === null) return isTest ? null : thirdPartyFault(place, specifier);
  const [, name = "", entry = ""] = own;
  if (entry.startsWith("src/")) return `Enter ${name} by what it exports`;
  if (isTest) return place.room !== "apps" && APPS.has(name) ? "A package knows no app" : null;
  return arrowFault(place.room, name);
}

function relativeFault({ file }: Place, specifier: string): string | null {
  const target = join(dirname(file), specifier);
  if (target.startsWith("..")) return "Leave a package by name: @replayground/<name>";
  const fromSource = file.startsWith("src/");
  if (fromSource && !target.startsWith("src/")) return "Sources do not import tests or settings";
  const isIndex = /(?:^|\/)index\.ts$/;
  return fromSource && isIndex.test(target) && !isIndex.test(file)
    ? "index.ts is for outsiders: import the file that holds it"
    : null;
}

function thirdPartyFault({ room, file }: Place, specifier: string): string | null {
  if (!PURE_ROOMS.has(room)) return null;
  if (PURE_THIRD_PARTY.has(specifier)) return null;
  if (file.startsWith("src/testing/") && TEST_TOOLS.has(specifier)) return null;
  return `A pure package imports nothing from outside but ${[...PURE_THIRD_PARTY].join(", ")}`;
}
