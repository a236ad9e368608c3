import { nodeHash } from "@replayground/hash/node";
import { IDBFactory as FakeFactory, IDBKeyRange as FakeKeyRange } from "fake-indexeddb";
import { vi } from "vitest";
import { tetrisFace } from "../src/games/tetris/face.ts";
import { commandOfEdge, optionsFor } from "../src/games/tetris/input.ts";
import type { Library } from "../src/session/library.ts";
import { LiveMatches } from "../src/session/live-matches.ts";
import { openLibrary } from "../src/session/open-library.ts";
import type { PlaySession } from "../src/session/play-session.ts";
import { defaultHandling } from "../src/stores/settings-schema.ts";
import type { TetrisTypes } from "@replayground/tetris";

/** `localStorage` of a page. */
export function memoryStorage(start: Readonly<Record<string, string>> = {}): Storage {
  const entries = new Map(Object.entries(start));
  return {
    get length() {
      return entries.size;
    },
    clear: () => entries.clear(),
    getItem: (key) => entries.get(key) ?? null,
    key: (index) => [...entries.keys()][index] ?? null,
    removeItem: (key) => void entries.delete(key),
    setItem: (key, value) => void entries.set(key, value),
  };
}

/** The parts of a browser that Node has not: a database of its own per call, and a page that is never hidden. */
export function stubBrowser(): void {
  vi.stubGlobal("indexedDB", new FakeFactory());
  vi.stubGlobal("IDBKeyRange", FakeKeyRange);
  vi.stubGlobal("document", Object.assign(new EventTarget(), { visibilityState: "visible" }));
  vi.stubGlobal("window", new EventTarget());
}

/** One tab of the stubbed browser. */
export interface Tab {
  readonly library: Library;
  readonly matches: LiveMatches<TetrisTypes>;
}

/** `change` puts something else in the place of parts of the library. */
export function openTab(change: (library: Library) => Library = (library) => library): Tab {
  const library = change(openLibrary({ hash: nodeHash, engine: "test", storage: memoryStorage() }));
  return { library, matches: new LiveMatches(tetrisFace, nodeHash, library) };
}

export const sprint: ReturnType<typeof optionsFor> = optionsFor("sprint", defaultHandling);

/** Drops so many pieces where they enter, 200 ms apart. Returns the time of the page's clock after them. */
export function dropPieces(session: PlaySession<TetrisTypes>, count: number, from: number): number {
  let ms = from;
  session.start(ms);
  for (let piece = 0; piece < count; piece++) {
    for (const edge of ["down", "up"] as const) {
      const command = commandOfEdge("hard", edge);
      if (command !== null) session.command(command, (ms += 100));
    }
  }
  return ms;
}

/** One task later: what a screen lets go of is put away by then. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
