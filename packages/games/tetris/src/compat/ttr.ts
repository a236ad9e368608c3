import { err, ok, type Result } from "@replayground/kernel";
import * as v from "valibot";
import type { Key } from "../core/keys.ts";
import { simulate } from "./simulate.ts";
import type { CompatEvent, CompatReplay, CompatResult } from "./types.ts";

/** Totals that the recording client wrote into the file. */
export interface TtrOfficial {
  readonly lines: number;
  readonly pieces: number;
  readonly score: number;
  readonly level: number;
  readonly faults: number;
}

/** A solo recording of TETR.IO (`.ttr`), checked: it can be simulated in bounded time. */
export interface Ttr {
  readonly replay: CompatReplay;
  readonly official: TtrOfficial | null;
}

export type TtrError =
  /** Not such a file, or a damaged one: where. `event` is the index of the event, if it lies in one. */
  | { readonly type: "malformed"; readonly at: string; readonly event: number | null }
  /** A setting that these rules do not cover. */
  | { readonly type: "unsupported"; readonly option: string };

/** Bounds of a plausible file; an hour of play has 216,000 frames. */
const maxFrames = 2_000_000;
const maxEvents = 1_000_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
const bounded = (least: number, most: number): v.GenericSchema<unknown, number> =>
  v.pipe(v.number(), v.minValue(least), v.maxValue(most));

const handlingSchema = v.object({
  das: bounded(0, 100),
  // Near zero would mean millions of shifts a frame.
  arr: v.union([v.literal(0), bounded(0.01, 100)]),
  dcd: bounded(0, 100),
  sdf: bounded(1, 41),
  safelock: v.optional(v.boolean(), false),
  cancel: v.optional(v.boolean(), false),
});

const optionsSchema = v.object({
  seed: count,
  g: v.optional(bounded(0, 10_000), 0.02),
  stride: v.optional(v.boolean(), false),
  handling: handlingSchema,
});

const fileSchema = v.object({
  gametype: v.optional(v.string(), ""),
  endcontext: v.optional(v.unknown()),
  data: v.object({
    frames: v.pipe(count, v.maxValue(maxFrames)),
    events: v.pipe(v.array(v.unknown()), v.maxLength(maxEvents)),
  }),
});

const endSchema = v.object({
  lines: count,
  piecesplaced: count,
  score: count,
  level: count,
  finesse: v.object({ faults: count }),
});

const eventSchema = v.object({ frame: count, type: v.string(), data: v.optional(v.unknown()) });

const keySchema = v.object({
  key: v.string(),
  subframe: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0),
  hoisted: v.optional(v.boolean(), false),
});

/** Keys of the menu do not touch the game. */
const menuKeys: ReadonlySet<string> = new Set(["retry", "undo", "redo", "exit"]);

const keyNames: ReadonlyMap<string, Key> = new Map<string, Key>([
  ["moveLeft", "left"],
  ["moveRight", "right"],
  ["softDrop", "soft"],
  ["hardDrop", "hard"],
  ["rotateCW", "cw"],
  ["rotateCCW", "ccw"],
  ["rotate180", "r180"],
  ["hold", "hold"],
]);

/** Settings that must have these values where a file states them. */
const required: readonly (readonly [string, unknown])[] = [
  ["kickset", "SRS+"],
  ["bagtype", "7bag"],
  ["spinbonuses", "T-spins"],
  ["boardwidth", 10],
  ["boardheight", 20],
  ["boardbuffer", 20],
  ["infinitemovement", false],
  ["are", 0],
  ["lineclear_are", 0],
  ["locktime", 30],
  ["survivalmode", "none"],
  ["masterlevels", false],
];

function malformed(at: string, event: number | null = null): { readonly ok: false; readonly error: TtrError } {
  return err({ type: "malformed", at, event });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}

/** The settings: in the first event of type `full`. Later ones are the client's own snapshots. */
function findOptions(events: readonly unknown[]): Readonly<Record<string, unknown>> | null {
  for (const event of events) {
    if (!isRecord(event) || event["type"] !== "full" || !isRecord(event["data"])) continue;
    const options = event["data"]["options"];
    return isRecord(options) ? options : null;
  }
  return null;
}

function unsupportedOption(options: Readonly<Record<string, unknown>>, isBlitz: boolean): string | null {
  for (const [name, value] of required) if (name in options && options[name] !== value) return name;
  return options["levels"] === true && !isBlitz ? "levels" : null;
}

function parseEvent(value: unknown, index: number): Result<CompatEvent | null, TtrError> {
  const event = v.safeParse(eventSchema, value);
  if (!event.success) return malformed("event", index);
  const { frame, type, data } = event.output;
  if (type !== "keydown" && type !== "keyup") return ok(null);
  const press = v.safeParse(keySchema, data);
  if (!press.success) return malformed("key", index);
  const { subframe, hoisted } = press.output;
  const key = keyNames.get(press.output.key);
  if (key === undefined) return menuKeys.has(press.output.key) ? ok(null) : malformed("key name", index);
  return ok({ kind: "key", frame, subframe, isDown: type === "keydown", key, hoisted });
}

function parseEvents(values: readonly unknown[]): Result<readonly CompatEvent[], TtrError> {
  const events: CompatEvent[] = [];
  let frame = 0;
  for (let index = 0; index < values.length; index++) {
    const event = parseEvent(values[index], index);
    if (!event.ok) return event;
    if (event.value === null) continue;
    if (event.value.frame < frame) return malformed("frame goes back", index);
    frame = event.value.frame;
    events.push(event.value);
  }
  return ok(events);
}

function parseOfficial(value: unknown): TtrOfficial | null {
  const end = v.safeParse(endSchema, value);
  if (!end.success) return null;
  const { lines, piecesplaced, score, level, finesse } = end.output;
  return { lines, pieces: piecesplaced, score, level, faults: finesse.faults };
}

/** A `.ttr` file (already parsed as JSON) as a checked value. Names and ids of people are not taken over. */
export function parseTtr(value: unknown): Result<Ttr, TtrError> {
  const file = v.safeParse(fileSchema, value);
  if (!file.success) return malformed(v.getDotPath(file.issues[0]) ?? "file");
  const { data, gametype, endcontext } = file.output;
  const raw = findOptions(data.events);
  if (raw === null) return malformed("options");
  const isBlitz = gametype === "blitz";
  const option = unsupportedOption(raw, isBlitz);
  if (option !== null) return err({ type: "unsupported", option });
  const options = v.safeParse(optionsSchema, raw);
  if (!options.success) return malformed(`options.${v.getDotPath(options.issues[0]) ?? ""}`);
  const events = parseEvents(data.events);
  if (!events.ok) return events;
  const { seed, stride, g, handling } = options.output;
  const mode = isBlitz ? "blitz" : "solo";
  const replay = { seed, stride, gravity: g, mode, handling, frames: data.frames, events: events.value } as const;
  return ok({ replay, official: parseOfficial(endcontext) });
}

/** Play the recording again, and say which of the client's own totals come out differently. */
export function simulateTtr(ttr: Ttr): { readonly result: CompatResult; readonly differences: readonly string[] } {
  const result = simulate(ttr.replay);
  const { official } = ttr;
  if (official === null) return { result, differences: [] };
  const ours: TtrOfficial = {
    lines: result.lines,
    pieces: result.locks.length,
    score: result.score,
    level: result.level,
    faults: result.faults,
  };
  const fields = ["lines", "pieces", "score", "level", "faults"] as const;
  return { result, differences: fields.filter((field) => ours[field] !== official[field]) };
}
