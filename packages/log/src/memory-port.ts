import {
  bytesEqual,
  bytesToHex,
  canonicalBytes,
  err,
  ok,
  unwrap,
  type HashPort,
  type Header,
  type LogEvent,
  type MatchId,
  type Result,
} from "@replayground/kernel";
import { closes, eventEquals, expectedSeq, objectionTo, timeObjection } from "./batch.ts";
import { genesisHead } from "./chain.ts";
import type { Batch, EventLog, Position, StoreError } from "./port.ts";

interface Stored {
  readonly header: Header;
  readonly events: LogEvent[];
  position: Position;
}

/** The port in memory: the reference the other adapters are compared with, and the log of a page without storage. */
export function createMemoryLog(hash: HashPort): EventLog {
  const storedByMatch = new Map<MatchId, Stored>();
  return {
    create: (header) => Promise.resolve(create(storedByMatch, hash, header)),
    append: (match, batch) => Promise.resolve(append(storedByMatch.get(match), batch)),
    position: (match) => Promise.resolve(ok(storedByMatch.get(match)?.position ?? null)),
    header: (match) => Promise.resolve(lookUp(storedByMatch, match, ({ header }) => header)),
    read: (match, from, to) =>
      Promise.resolve(
        lookUp(storedByMatch, match, ({ events }) => events.slice(Math.max(0, from - 1), Math.max(0, to))),
      ),
    matches: () => Promise.resolve(ok([...storedByMatch.keys()].sort((a, b) => (a < b ? -1 : 1)))),
    remove: (match) => {
      storedByMatch.delete(match);
      return Promise.resolve(ok(null));
    },
  };
}

function create(all: Map<MatchId, Stored>, hash: HashPort, header: Header): Result<Position, StoreError> {
  const known = all.get(header.match);
  if (known !== undefined) {
    const same = bytesEqual(unwrap(canonicalBytes(known.header)), unwrap(canonicalBytes(header)));
    return same ? ok(known.position) : err({ kind: "conflict", position: known.position });
  }
  const position = { seq: 0, head: bytesToHex(genesisHead(hash, header)), closed: false };
  all.set(header.match, { header, events: [], position });
  return ok(position);
}

function append(stored: Stored | undefined, batch: Batch): Result<Position, StoreError> {
  const expected = expectedSeq(batch);
  if (!expected.ok) return expected;
  if (stored === undefined) return err({ kind: "unknown_match" });
  if (isRepeated(stored, batch)) return ok(stored.position);
  const lastAt = stored.events[stored.events.length - 1]?.at ?? 0;
  const objection = objectionTo(expected.value, stored.position) ?? timeObjection(lastAt, batch);
  if (objection !== null) return err(objection);
  for (const event of batch.events) stored.events.push(event); // a spread of 200,000 events would exhaust the stack
  stored.position = { seq: stored.events.length, head: batch.head, closed: closes(batch.events) };
  return ok(stored.position);
}

/** The batch is there already, byte for byte: its answer was lost on the way. */
function isRepeated(stored: Stored, batch: Batch): boolean {
  return batch.events.every((event) => {
    const there = stored.events[event.seq - 1];
    return there !== undefined && eventEquals(there, event);
  });
}

function lookUp<T>(all: Map<MatchId, Stored>, match: MatchId, pick: (stored: Stored) => T): Result<T, StoreError> {
  const stored = all.get(match);
  return stored === undefined ? err({ kind: "unknown_match" }) : ok(pick(stored));
}
