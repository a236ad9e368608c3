import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Figure } from "../harness/types.ts";

const DIST = new URL("../../apps/web/dist/", import.meta.url);
const KIB = 1024;

/** JavaScript that the start page itself names: what a first visit loads before anything is painted. */
export function weightFigure(): Figure {
  const html = readFileSync(new URL("index.html", DIST), "utf8");
  const names = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map(([, name = ""]) => name);
  const bytes = names.reduce((sum, name) => sum + gzipSync(readFileSync(new URL(name, DIST)), { level: 9 }).length, 0);
  return {
    what: "JavaScript before the first paint, gzipped",
    value: bytes / KIB,
    unit: "KiB",
    bar: { kind: "at_most", value: 110 },
  };
}
