import { toSeat, toSeq, toTick, type Hex, type Json, type JsonObject, type LogEvent } from "@replayground/kernel";
import * as fc from "fast-check";

/** Zero inside so many arrays. */
export function deep(levels: number): Json {
  return levels === 0 ? 0 : [deep(levels - 1)];
}

const ascii = (maxLength: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)), maxLength });

const key = ascii(64).filter((each) => each !== "__proto__");
const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,63}$/);
const hex = (bytes: number): fc.Arbitrary<Hex> =>
  fc.uint8Array({ minLength: bytes, maxLength: bytes }).map((each) => Buffer.from(each).toString("hex") as Hex);
const integer = fc.oneof(fc.integer({ min: -200, max: 200 }), fc.maxSafeInteger()).map((n) => n + 0);

/** Any value that stands at most `depth` arrays and objects deep. */
const valueOf = (depth: number): fc.Arbitrary<Json> => {
  const flat = fc.oneof(fc.constant(null), fc.boolean(), integer, ascii(64));
  if (depth === 0) return flat;
  const inner = valueOf(depth - 1);
  return fc.oneof({ arbitrary: flat, weight: 4 }, fc.array(inner, { maxLength: 18 }), objectOf(inner));
};

const objectOf = (inner: fc.Arbitrary<Json>): fc.Arbitrary<JsonObject> =>
  fc.dictionary(fc.oneof(fc.constantFrom("", "a", "b", "1"), key), inner, { maxKeys: 5, noNullPrototype: true });

const opened = fc.record({ salt: hex(16), value: valueOf(3) });
const sealed = fc.record({
  to: fc.nat(63).map(toSeat),
  digest: hex(32),
  opened: fc.option(opened, { nil: undefined }),
});

/** Any event that can be in a log. */
export const anyEvent: fc.Arbitrary<LogEvent> = fc
  .record({
    seq: fc.integer({ min: 1, max: 2 ** 40 }).map(toSeq),
    at: fc.integer({ min: 0, max: 2 ** 45 }).map(toTick),
    type: name,
    seat: fc.option(fc.nat(63).map(toSeat)),
    data: objectOf(valueOf(3)),
    sealed: fc.option(fc.array(sealed, { minLength: 1, maxLength: 4 }), { nil: undefined }),
  })
  .map(({ sealed: parts, ...event }) => (parts === undefined ? event : { ...event, sealed: parts.map(bare) }));

function bare({ to, digest, opened: inner }: { to: LogEvent["seat"]; digest: Hex; opened: unknown }): never {
  return (inner === undefined ? { to, digest } : { to, digest, opened: inner }) as never;
}

/** Consecutive events from `first`, in the order of time. */
export const anyRun: fc.Arbitrary<readonly LogEvent[]> = fc
  .tuple(fc.integer({ min: 1, max: 10_000 }), fc.array(anyEvent, { maxLength: 12 }))
  .map(([first, events]) => {
    const ticks = events.map(({ at }) => at).sort((a, b) => a - b);
    return events.map((event, i) => ({ ...event, seq: toSeq(first + i), at: ticks[i] ?? toTick(0) }));
  });
