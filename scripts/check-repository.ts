// Checks what no compiler sees: nothing private in any file, every package.json obeys the arrows between rooms, and
// every link of a page leads somewhere.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { findLeaks } from "./repository/leaks.ts";
import { findDeadLinks } from "./repository/links.ts";
import { type Manifest, manifestFaults } from "./repository/manifests.ts";

const root = fileURLToPath(new URL("..", import.meta.url));

const files = listFiles();
/** Every file and every folder that a clone has: what a build leaves behind is not among them. */
const places = new Set(files.flatMap((file) => [file, ...foldersOf(file)]));
const faults = files.flatMap((path) => faultsOf(path));
for (const fault of faults) console.error(fault);
console.log(`${files.length} files, ${faults.length} faults`);
process.exitCode = faults.length === 0 && files.length > 0 ? 0 : 1;

/** Throws outside a clone: only git knows what belongs to the repository. What is tracked and what would be: everything that is not ignored. */
function listFiles(): readonly string[] {
  const command = ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "--deduplicate"];
  return execFileSync("git", command, { cwd: root, encoding: "utf8" }).split("\0").filter(Boolean);
}

/** "a/b/c.ts" -> "a/b", "a", and the root. */
function foldersOf(file: string): readonly string[] {
  const parts = file.split("/").slice(0, -1);
  return [".", ...parts.map((_, index) => parts.slice(0, index + 1).join("/"))];
}

function faultsOf(path: string): readonly string[] {
  const bytes = read(path);
  // A NUL byte marks a picture, a font or another file that is not text.
  if (bytes === null || bytes.includes(0)) return [];
  const text = bytes.toString("utf8");
  const leaks = findLeaks(path, text).map(({ line, what }) => `${path}:${line}: ${what}`);
  if (path.endsWith(".md")) return [...leaks, ...deadLinksOf(path, text)];
  if (!/(?:^|\/)package\.json$/.test(path)) return leaks;
  // pnpm has refused ill-formed manifests before this runs.
  return [...leaks, ...manifestFaults(path, JSON.parse(text) as Manifest)];
}

function deadLinksOf(path: string, text: string): readonly string[] {
  const dead = findDeadLinks(path, text, (target) => places.has(target.replace(/\/$/, "")));
  return dead.map(({ line, target }) => `${path}:${line}: nothing is at ${target}`);
}

/** Null for a file that was deleted but is still in git's index, and for a link to a folder. */
function read(path: string): Buffer | null {
  try {
    return readFileSync(join(root, path));
  } catch {
    return null;
  }
}
