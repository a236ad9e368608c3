import { nodeHash } from "@replayground/hash/node";
import type { LogEvent } from "@replayground/kernel";
import { describe, expect, it } from "vitest";
import {
  MAX_LINES_LENGTH,
  checkChain,
  eventToJson,
  formatLogLines,
  marksOf,
  parseLogLines,
  type LogFault,
} from "../src/index.ts";
import { createSampleLog, type SampleLog } from "../src/testing/index.ts";

const textOf = ({ header, events, heads }: SampleLog): string =>
  formatLogLines(header, events, heads[events.length] as never);

/** Short, with sealed parts both opened and closed: every byte of it is changed below. */
const LENGTH = 6;
const sample = createSampleLog(nodeHash, { seed: 19, length: LENGTH });
const text = textOf(sample);
const lines = text.split("\n");

/** Null: parsing and the chain find nothing wrong. */
function faultOf(source: string): LogFault | null {
  const parsed = parseLogLines(source, nodeHash);
  if (!parsed.ok) return parsed.error;
  const chained = checkChain(nodeHash, parsed.value);
  return chained.ok ? null : chained.error;
}

const hashedPart = (events: readonly LogEvent[]): string => JSON.stringify(events.map((e) => eventToJson(e, false)));

describe("a log as lines", () => {
  it.each([0, 1, 2, 300])("reads back what was written: %i events", (length) => {
    const log = createSampleLog(nodeHash, { seed: 12, length, closed: length > 0 });
    const parsed = parseLogLines(textOf(log));
    const claimed = log.heads[length];
    expect(parsed).toEqual({ ok: true, value: { header: log.header, events: log.events, claimed } });
    expect(faultOf(textOf(log))).toBe(null);
  });

  it("is one canonical JSON value a line: header, events, head", () => {
    expect(lines).toHaveLength(LENGTH + 3);
    expect(lines.at(-1)).toBe("");
    expect(JSON.parse(lines[0] ?? "")).toEqual(sample.header);
    expect(JSON.parse(lines[LENGTH + 1] ?? "")).toEqual({ head: sample.heads[LENGTH], seq: LENGTH });
    for (const line of lines.slice(0, -1)) expect(JSON.stringify(JSON.parse(line))).toBe(line);
  });

  it("cut after any line is truncated there", () => {
    for (let count = 1; count <= LENGTH + 1; count++) {
      const cut = `${lines.slice(0, count).join("\n")}\n`;
      expect(faultOf(cut)).toEqual({ kind: "truncated", seq: Math.max(0, count - 2) });
    }
  });

  it("cut at any byte is refused, and the fault names the line it was cut in or the one before", () => {
    const starts = lineStarts();
    for (let end = 0; end < text.length - 1; end++) {
      const fault = faultOf(text.slice(0, end));
      const line = starts.filter((start) => start <= end).length - 1;
      if (fault === null) throw new Error(`accepted after ${end} bytes`);
      if ("seq" in fault) expect(fault.seq).toBeLessThanOrEqual(line);
      else expect(line).toBe(0);
    }
    expect(faultOf(text.slice(0, -1))).toBe(null); // the last line feed carries nothing
  });

  it("with any byte changed is refused, and the first bad event is named where the text can tell", () => {
    const starts = lineStarts();
    let refused = 0;
    for (let at = 0; at < text.length - 1; at++) {
      const line = starts.filter((start) => start <= at).length - 1;
      for (const byte of replacements(text.charCodeAt(at))) {
        const mutated = text.slice(0, at) + String.fromCharCode(byte) + text.slice(at + 1);
        const fault = faultOf(mutated);
        if (fault === null) expectOnlyOpenedDiffers(mutated);
        else expectNamed(fault, line);
        if (fault !== null) refused++;
      }
    }
    expect(refused).toBeGreaterThan(5 * text.length);
  });

  /** What a chain lets pass was never hashed: an opened value, which its seal judges. */
  function expectOnlyOpenedDiffers(mutated: string): void {
    const parsed = parseLogLines(mutated);
    if (!parsed.ok) throw new Error("refused");
    expect(parsed.value.header).toEqual(sample.header);
    expect(hashedPart(parsed.value.events)).toBe(hashedPart(sample.events));
  }

  /** A broken chain says no more than that something is wrong; re-execution names the event. */
  function expectNamed(fault: LogFault, line: number): void {
    const isNamed = ((): boolean => {
      if (fault.kind === "chain_broken") return fault.seq === LENGTH;
      if (fault.kind === "time_goes_back") return fault.seq === line || fault.seq === line + 1;
      if (fault.kind === "bad_event" || fault.kind === "bad_sequence") return fault.seq === line;
      if (fault.kind === "truncated") return line >= LENGTH && fault.seq >= LENGTH - 1;
      return line === 0;
    })();
    if (!isNamed) throw new Error(`a change in line ${line} is called ${JSON.stringify(fault)}`);
  }

  it.each<[string, string, LogFault]>([
    ["nothing", "", { kind: "not_a_log", reason: "the first line is not a canonical header" }],
    ["some text", "hello\nworld\n", { kind: "not_a_log", reason: "the first line is not a canonical header" }],
    ["an empty line between", text.replace("\n", "\n\n"), badEvent(1, "not_canonical_json")],
    ["a space more", text.replace('"seq":1,', '"seq": 1,'), badEvent(1, "not_canonical_json")],
    ["an escape more", text.replace('"type":"kind', '"type":"\\u006bind'), badEvent(1, "not_canonical_json")],
    [
      "carriage returns",
      text.replaceAll("\n", "\r\n"),
      { kind: "not_a_log", reason: "the first line is not a canonical header" },
    ],
    ["an event twice", swap([1, 1]), { kind: "bad_sequence", seq: 2, found: 1 }],
    ["events swapped", swap([2, 1]), { kind: "bad_sequence", seq: 1, found: 2 }],
    ["an event missing", swap([1]), { kind: "bad_sequence", seq: 2, found: 3 }],
    ["a key twice", text.replace('{"at":', '{"at":0,"at":'), badEvent(1, "not_canonical_json")],
    ["deep brackets", `${lines[0]}\n${"[".repeat(50_000)}\n${lines[LENGTH + 1]}\n`, badEvent(1, "too_deep")],
    ["a long line", `${lines[0]}\n"${"x".repeat(100_000)}"\n${lines[LENGTH + 1]}\n`, badEvent(1, "too_large")],
    ["a fraction", text.replace('"seq":1,', '"seq":1.5,'), badEvent(1, "not_an_integer", "seq")],
  ])("%s is refused by name", (_name, source, fault) => {
    expect(faultOf(source)).toEqual(fault);
  });

  it("refuses text that is too long before it reads it", () => {
    const huge = { length: MAX_LINES_LENGTH + 1 } as string; // a text of that size would cost this test half a gigabyte
    expect(parseLogLines(huge)).toEqual({ ok: false, error: { kind: "too_large", limit: MAX_LINES_LENGTH } });
  });

  it("names an event whose time goes back", () => {
    const [first, second] = sample.events;
    if (first === undefined || second === undefined) throw new Error("sample");
    const late = { ...first, at: (second.at + 1) as never };
    const log = { ...sample, events: [late, ...sample.events.slice(1)] };
    expect(faultOf(textOf(log))).toEqual({ kind: "time_goes_back", seq: 2 });
  });
});

function lineStarts(): readonly number[] {
  const starts = [0];
  for (let i = 0; i < text.length - 1; i++) if (text[i] === "\n") starts.push(i + 1);
  return starts;
}

/** Other bytes for one byte: a neighbour, a flipped bit, a bracket, a line feed, a byte that is not ASCII. */
function replacements(byte: number): readonly number[] {
  return [byte ^ 1, byte ^ 0x20, 0x30, 0x22, 0x7d, 0x0a, 0xe9].filter((each) => each !== byte);
}

function badEvent(seq: number, reason: string, path = ""): LogFault {
  return { kind: "bad_event", seq, path, reason };
}

/** The text with its first two events replaced by these. */
function swap(order: readonly number[]): string {
  return [lines[0], ...order.map((i) => lines[i]), ...lines.slice(3)].join("\n");
}

describe("marks", () => {
  const { header, events, heads } = createSampleLog(nodeHash, { seed: 21, length: 20 });
  const head = heads[events.length] as never;
  const marks = marksOf(nodeHash, { header, events });
  const marked = formatLogLines(header, events, head, marks);

  it("are the first four bytes of the head after each event, and are read back", () => {
    expect(marks.map((mark) => mark.toString(16).padStart(8, "0"))).toEqual(
      heads.slice(1).map((hex) => hex.slice(0, 8)),
    );
    expect(parseLogLines(marked)).toEqual({ ok: true, value: { header, events, claimed: head, marks } });
    expect(faultOf(marked)).toBe(null);
  });

  it.each(events.map(({ seq }) => seq))("name event %i where it is another one that is well-formed", (seq) => {
    const changed = events.map((event) => (event.seq === seq ? { ...event, type: `${event.type}_` } : event));
    expect(faultOf(formatLogLines(header, changed, head, marks))).toEqual({ kind: "chain_broken", seq });
    expect(faultOf(formatLogLines(header, changed, head))).toEqual({ kind: "chain_broken", seq: events.length });
  });

  it("name the event in which any byte was changed: all bytes of all events, all bits", () => {
    const short = createSampleLog(nodeHash, { seed: 19, length: LENGTH });
    const text = formatLogLines(short.header, short.events, short.heads[LENGTH] as never, marksOf(nodeHash, short));
    const lineEnds = text.split("\n").map((_, i, all) => all.slice(0, i + 1).join("\n").length);
    const [first = 0, last = 0] = [lineEnds[0], lineEnds[LENGTH]];
    for (let at = first + 1; at < last; at++) {
      const line = lineEnds.filter((end) => end < at).length;
      for (let bit = 0; bit < 8; bit++) {
        const byte = String.fromCharCode(text.charCodeAt(at) ^ (1 << bit));
        const fault = faultOf(text.slice(0, at) + byte + text.slice(at + 1));
        const isNamed = fault === null ? isInOpened(text, at) : "seq" in fault && fault.seq === line;
        if (!isNamed) throw new Error(`byte ${at} of event ${line}, bit ${bit}: ${JSON.stringify(fault)}`);
      }
    }
  });

  /** Opened values are outside the hash: their seals judge them. */
  function isInOpened(text: string, at: number): boolean {
    const start = text.lastIndexOf('"opened":', at);
    const end = text.indexOf("}}", start);
    return start >= 0 && at <= end;
  }

  it.each([
    ["one too few", marks.slice(1)],
    ["one too many", [...marks, 1]],
    ["eight too many", [...marks, 1, 2, 3, 4, 5, 6, 7, 8]],
  ])("must be one for each event: %s", (_name, wrong) => {
    expect(faultOf(formatLogLines(header, events, head, wrong))).toEqual({ kind: "truncated", seq: events.length });
  });
});
