import { dirname, join } from "node:path/posix";

/** A link in a page that leads to no file of the repository. */
export interface DeadLink {
  readonly path: string;
  readonly line: number;
  readonly target: string;
}

const LINK = /\]\(([^)\s]+)\)/g;
/** A path from the root, named in running text. */
const NAMED = /`((?:apps|bench|docs|e2e|lint|packages|scripts)\/[\w./-]+)`/g;

/**
 * Every relative link and every named path of a Markdown page that leads nowhere. `exists` answers for files and
 * folders, from the root.
 */
export function findDeadLinks(path: string, text: string, exists: (target: string) => boolean): readonly DeadLink[] {
  const inFolder = (target: string): string => join(dirname(path), target.replace(/#.*$/, ""));
  return text.split("\n").flatMap((content, index) => {
    const links = captures(content, LINK).filter((target) => !/^(?:[a-z]+:|#)/.test(target));
    const dead = links.filter((target) => !exists(inFolder(target)));
    const gone = captures(content, NAMED).filter((target) => !exists(target));
    return [...dead, ...gone].map((target) => ({ path, line: index + 1, target }));
  });
}

function captures(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, captured = ""]) => captured);
}
