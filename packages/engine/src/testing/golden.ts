import {
  bytesToAscii,
  canonicalBytes,
  parseHex,
  unwrap,
  type Header,
  type Hex,
  type LogEvent,
} from "@replayground/kernel";
import type { GameTypes, MatchState, Runtime } from "../types.ts";
import { eventText, reexecute } from "./reexecute.ts";

/** Head of a whole log; the chain belongs to another room, so it is given. */
export type HeadOf = (header: Header, events: readonly LogEvent[]) => Hex;

export interface GoldenLog {
  readonly header: Header;
  readonly events: readonly LogEvent[];
  readonly head: Hex;
}

/** A golden file: one canonical JSON line for the header, one per event, and `{"head":...}` last. */
export function formatGolden({ header, events, head }: GoldenLog): string {
  const lines = [header, ...events, { head }].map((line) => bytesToAscii(unwrap(canonicalBytes(line))));
  return `${lines.join("\n")}\n`;
}

/** Throws with the number of the offending line. Golden files are our own, so only what a slip would break is checked. */
export function parseGolden(text: string): GoldenLog {
  const lines = text.split("\n").filter((line) => line !== "");
  const values = lines.map((line, i): unknown => {
    try {
      return JSON.parse(line);
    } catch {
      throw new Error(`golden: line ${i + 1} is not JSON`);
    }
  });
  const last: unknown = values[values.length - 1];
  if (values.length < 2 || typeof last !== "object" || last === null || !("head" in last)) {
    throw new Error('golden: the last line must be {"head":...}');
  }
  return {
    header: values[0] as Header, // re-execution refuses what is not one
    events: values.slice(1, -1) as LogEvent[], // compared byte for byte below
    head: unwrap(parseHex(last.head, 32)),
  };
}

/**
 * Re-executes a golden log and compares it byte for byte; throws naming the first wrong event. The secret of a
 * committed match is taken from its last event.
 */
export function checkGolden<T extends GameTypes>(
  { game, hash }: Pick<Runtime<T>, "game" | "hash">,
  text: string,
  headOf?: HeadOf,
): MatchState<T> {
  const golden = parseGolden(text);
  const { header, events } = golden;
  const again = reexecute({ game, hash, secret: secretIn(golden) }, header, events);
  const lines = text.split("\n").slice(1);
  for (let i = 0; i < Math.max(events.length, again.events.length); i++) {
    const expected = i < events.length ? lines[i] : "nothing";
    const actual = eventText(again.events[i]);
    if (expected !== actual) throw new Error(`golden: event ${i + 1}: expected ${expected}, re-executed ${actual}`);
  }
  const head = headOf?.(header, again.events) ?? golden.head;
  if (head !== golden.head) throw new Error(`golden: expected head ${golden.head}, re-executed ${head}`);
  return again.match;
}

function secretIn({ header, events }: GoldenLog): Hex {
  if (header.chance.kind === "open") return header.chance.secret;
  const revealed = parseHex(events[events.length - 1]?.data["secret"], 32);
  if (!revealed.ok) throw new Error("golden: a committed log must end with its secret");
  return revealed.value;
}
