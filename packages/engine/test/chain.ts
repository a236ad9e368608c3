import { createHash } from "node:crypto";
import { unwrap, parseHex, type Header, type Hex, type LogEvent } from "@replayground/kernel";

/** The head of a log, written a second time from the format's text: sorted JSON, opened parts left out, Node's SHA-256. */
export function independentHead(header: Header, events: readonly LogEvent[]): Hex {
  let head = createHash("sha256").update("replayground/log/1\n").update(sortedJson(header)).digest();
  for (const event of events) {
    const sealed = event.sealed?.map(({ digest, to }) => ({ digest, to }));
    const hashed = sealed === undefined ? event : { ...event, sealed };
    head = createHash("sha256").update(head).update(sortedJson(hashed)).digest();
  }
  return unwrap(parseHex(head.toString("hex"), 32));
}

function sortedJson(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member !== "object" || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
