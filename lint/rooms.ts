/**
 * Which room may import which. Arrows point one way: a room may use what stands to its left and nothing else.
 * `games` are all packages under packages/games; `apps` all folders under apps.
 */
export type Room =
  | "kernel"
  | "hash"
  | "engine"
  | "log"
  | "games"
  | "log-dexie"
  | "log-postgres"
  | "lease"
  | "protocol"
  | "replay"
  | "archive"
  | "match"
  | "read-models"
  | "sync"
  | "apps";

export const MAY_IMPORT: Readonly<Record<Room, readonly Room[]>> = {
  kernel: [],
  hash: ["kernel"],
  engine: ["kernel"],
  log: ["kernel"],
  games: ["kernel", "engine"],
  "log-dexie": ["kernel", "log"],
  "log-postgres": ["kernel", "log", "lease"],
  lease: ["kernel"],
  protocol: ["kernel"],
  replay: ["kernel", "engine", "log"],
  archive: ["kernel", "engine", "log", "replay"],
  match: ["kernel", "engine", "log", "replay"],
  "read-models": ["kernel", "engine", "log", "replay"],
  sync: ["kernel", "engine", "log", "replay", "match", "protocol"],
  apps: [
    "kernel",
    "hash",
    "engine",
    "log",
    "games",
    "log-dexie",
    "log-postgres",
    "lease",
    "protocol",
    "replay",
    "archive",
    "match",
    "read-models",
    "sync",
  ],
};

/** Rooms whose results depend on their arguments alone. They share one third-party package. */
export const PURE_ROOMS: ReadonlySet<Room> = new Set<Room>([
  "kernel",
  "engine",
  "games",
  "log",
  "replay",
  "match",
  "protocol",
  "read-models",
]);
export const PURE_THIRD_PARTY: ReadonlySet<string> = new Set(["valibot"]);

const GAMES: ReadonlySet<string> = new Set(["tetris", "golf", "caravan", "intrigue"]);
export const APPS: ReadonlySet<string> = new Set(["web", "server", "cli"]);

export function isRoom(name: string): name is Room {
  return Object.hasOwn(MAY_IMPORT, name);
}

/** Where a file lives, or null when it belongs to no room (scripts, bench, e2e: they may use everything). */
export interface Place {
  readonly room: Room;
  /** The package's folder, as it appears in the path. */
  readonly directory: string;
  /** The path inside that folder, such as `src/index.ts`. */
  readonly file: string;
}

export function placeOf(path: string): Place | null {
  const match = /^(.*?(?:^|\/)(?:packages\/games\/[^/]+|packages\/[^/]+|apps\/[^/]+))\/((?:src|test)\/.*)$/.exec(path);
  const [, directory, file] = match ?? [];
  if (directory === undefined || file === undefined) return null;
  const room = /packages\/games\//.test(directory) ? "games" : (/packages\/([^/]+)$/.exec(directory)?.[1] ?? "apps");
  return isRoom(room) ? { room, directory, file } : null;
}

/** The room behind `@replayground/<name>`; null for a name that no room has. */
export function roomOfPackage(name: string): Room | null {
  if (GAMES.has(name)) return "games";
  if (APPS.has(name)) return "apps";
  return isRoom(name) && name !== "games" && name !== "apps" ? name : null;
}

/** Why `room` may not depend on the package, or null when it may. */
export function arrowFault(room: Room, packageName: string): string | null {
  const target = roomOfPackage(packageName);
  if (target === null) return `@replayground/${packageName} is not a room: add it to lint/rooms.ts`;
  return MAY_IMPORT[room].includes(target)
    ? null
    : `${room} may not depend on ${packageName}: the arrow points the other way`;
}
