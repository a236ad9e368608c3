import { err, ok, type JsonObject, type Seat } from "@replayground/kernel";
import type { Game, GameTypes } from "@replayground/engine";

interface RaceToTen extends GameTypes {
  state: number;
  event: { readonly type: "added"; readonly seat: Seat | null; readonly data: { readonly by: number } };
  command: { readonly type: "add"; readonly seat: Seat | null; readonly data: { readonly by: number } };
  view: number;
  options: JsonObject;
}

export const raceToTen: Game<RaceToTen> = {
  id: "race_to_ten",
  rules: 1,
  seats: { min: 1, max: 1 },
  ticksPerSecond: 1000,
  parseOptions: () => ok({}),
  parseCommand: ({ type, seat, data: { by } }) =>
    type === "add" && (by === 1 || by === 2)
      ? ok({ type, seat, data: { by } })
      : err({ kind: "illegal", reason: "add_one_or_two" }),
  setup: () => ({ state: 0, events: [] }),
  decide: (_total, { seat, data }) => ok([{ type: "added", seat, data }]),
  evolve: (total, { data }) => total + data.by,
  advance: (total) => total, // nothing moves by itself
  nextDue: () => null, // and time causes nothing
  elapse: () => [],
  commandOf: ({ seat, data }) => ({ type: "add", seat, data }),
  view: (total) => total, // nothing is hidden
  encodeState: (total) => new Uint8Array([total]),
  decodeState: (_setup, bytes) => (bytes.length === 1 ? (bytes[0] ?? null) : null),
  outcome: (total) => (total < 10 ? null : { places: [1] }),
  policies: [],
  isRelease: () => false,
  release: (total) => total,
  momentsVersion: 1,
  createMomentDetector: () => ({ observe: () => [] }),
  describe: ({ data }) => `The total grows by ${data.by}.`,
};
