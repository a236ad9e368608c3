import { arrowFault, isRoom, placeOf, PURE_ROOMS, PURE_THIRD_PARTY, type Room } from "../../lint/rooms.ts";

/** The members of a package.json that this check reads. */
export interface Manifest {
  readonly name: string;
  readonly private?: boolean;
  readonly license?: string;
  readonly type?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

/** What is wrong with the package.json at `path`, one sentence each. */
export function manifestFaults(path: string, manifest: Manifest): readonly string[] {
  const room = placeOf(path.replace(/package\.json$/, "src/index.ts"))?.room ?? null;
  const versions = { ...manifest.dependencies, ...manifest.devDependencies };
  return [
    ...(manifest.private === true ? [] : ["it could be published by accident: set private"]),
    ...(manifest.license === "MIT" ? [] : ["its licence is not stated as MIT"]),
    ...(manifest.type === "module" ? [] : ["its type is not module"]),
    ...Object.entries(versions).flatMap(([name, version]) => versionFault(name, version)),
    ...(room === null ? roomFault(path) : dependencyFaults(room, manifest)),
  ].map((fault) => `${path}: ${fault}`);
}

function versionFault(name: string, version: string): readonly string[] {
  const exact = name.startsWith("@replayground/") ? version === "workspace:*" : /^\d/.test(version);
  return exact ? [] : [`${name} is asked for as ${version}: name one exact version`];
}

function roomFault(path: string): readonly string[] {
  const room = /^packages\/([^/]+)\/package\.json$/.exec(path)?.[1];
  return room === undefined || isRoom(room) ? [] : [`${room} is not a room: add it to lint/rooms.ts`];
}

/** Development dependencies may point anywhere: tests are read by nobody's program. */
function dependencyFaults(room: Room, { dependencies = {} }: Manifest): readonly string[] {
  return Object.keys(dependencies).flatMap((name) => {
    const own = /^@replayground\/(.+)$/.exec(name)?.[1];
    if (own !== undefined) return arrowFault(room, own) ?? [];
    return PURE_ROOMS.has(room) && !PURE_THIRD_PARTY.has(name) ? [`a pure package depends on ${name}`] : [];
  });
}
