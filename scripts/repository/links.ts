import { dirname, join } from "node:path/posix";

/** A link in a page that leads to no file of the repository. */
export interface DeadLink {
  readonly path: string;
  readonly line: number;
  readonly target: string;
}

const LINK = /\]\(([^)\s]+)\)/g;

/** Every relative link of a Markdown page that leads nowhere. `exists` answers for files and folders, from the root. */
export function findDeadLinks(path: string, text: string, exists: (target: string) => boolean): readonly DeadLink[] {
  return text.split("\n").flatMap((content, index) =>
    [...content.matchAll(LINK)]
      .map(([, target = ""]) => target)
      .filter((target) => !/^(?:[a-z]+:|#)/.test(target))
      .filter((target) => !exists(join(dirname(path), target.replace(/#.*$/, ""))))
      .map((target) => ({ path, line: index + 1, target })),
  );
}
