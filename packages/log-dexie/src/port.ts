import {
  bytesToAscii,
  bytesToHex,
  canonicalBytes,
  err,
  ok,
  unwrap,
  type HashPort,
  type Header,
  type MatchId,
  type Result,
} from "@replayground/kernel";
import {
  closes,
  expectedSeq,
  genesisHead,
  type Batch,
  type EventLog,
  type Position,
  type StoreError,
} from "@replayground/log";
import { appendBatch } from "./append.ts";
import type { Connection } from "./connection.ts";
import { readOrRescue } from "./rescue.ts";
import { SCHEMA_VERSION, type MatchRecord, type Tables } from "./schema.ts";
import { findMatch, missingEnd, parseStoredHeader, segmentsIn } from "./stored-match.ts";
import type { Stamp } from "./types.ts";

export interface PortOptions {
  readonly hash: HashPort;
  readonly connection: Connection;
  /** Stamped on everything that is written: the build of engine and rules. */
  readonly engine: string;
}

type Answer<T> = Promise<Result<T, StoreError>>;

/** The port of the log, over IndexedDB. */
export function createDexiePort({ hash, connection, engine }: PortOptions): EventLog {
  const stamp: Stamp = { engine, schema: SCHEMA_VERSION };
  return {
    create: (header) => createMatch({ hash, connection, stamp }, header),
    append: (match, batch) => appendTo({ hash, connection, stamp }, match, batch),
    position: (match) => readPosition(connection, match),
    header: (match) => readHeader(connection, match),
    read: (match, from, to) => readOrRescue(connection, { hash, match, from, to }),
    matches: () => connection.read(["matches"], ({ matches }) => matches.toCollection().primaryKeys()),
    remove: (match) => connection.write("relaxed", OF_A_MATCH, (tables) => removeMatch(tables, match)),
  };
}

const OF_A_MATCH = ["matches", "segments", "keyframes"] as const;

interface Writing {
  readonly hash: HashPort;
  readonly connection: Connection;
  readonly stamp: Stamp;
}

async function createMatch({ hash, connection, stamp }: Writing, header: Header): Answer<Position> {
  const text = bytesToAscii(unwrap(canonicalBytes(header)));
  const genesis = bytesToHex(genesisHead(hash, header));
  const record: MatchRecord = {
    match: header.match,
    header: text,
    genesis,
    game: header.game,
    mode: "",
    startedAt: startOf(header.match),
    labels: {},
    final: null,
    ...stamp,
  };
  const answer = await connection.write("relaxed", ["matches", "segments"], async (tables) => {
    const known = await findMatch(tables, header.match);
    if (known === null) {
      await tables.matches.add(record);
      return ok({ seq: 0, head: genesis, closed: false });
    }
    return known.record.header === text
      ? ok(known.position)
      : err<StoreError>({ kind: "conflict", position: known.position });
  });
  return answer.ok ? answer.value : answer;
}

/** Milliseconds since 1970: a UUIDv7 begins with them. */
function startOf(match: MatchId): number {
  return Number.parseInt(match.slice(0, 8) + match.slice(9, 13), 16);
}

async function appendTo({ hash, connection, stamp }: Writing, match: MatchId, batch: Batch): Answer<Position> {
  const expected = expectedSeq(batch);
  if (!expected.ok) return expected;
  const durability = closes(batch.events) ? "strict" : "relaxed";
  const answer = await connection.write(durability, ["matches", "segments"], (tables) =>
    appendBatch(tables, { hash, stamp, match, batch, expected: expected.value }),
  );
  return answer.ok ? answer.value : answer;
}

async function readPosition(connection: Connection, match: MatchId): Answer<Position | null> {
  const found = await connection.read(["matches", "segments"], (tables) => findMatch(tables, match));
  if (!found.ok) return found;
  if (found.value === null) return ok(null);
  const damage = missingEnd(found.value);
  return damage === null ? ok(found.value.position) : err(damage);
}

async function readHeader(connection: Connection, match: MatchId): Answer<Header> {
  const record = await connection.read(["matches"], ({ matches }) => matches.get(match));
  if (!record.ok) return record;
  return record.value === undefined ? err({ kind: "unknown_match" }) : parseStoredHeader(record.value.header);
}

async function removeMatch(tables: Tables, match: MatchId): Promise<null> {
  const all = { match, from: 0, to: Number.MAX_SAFE_INTEGER };
  await segmentsIn(tables, all).delete();
  await tables.keyframes.where("[match+seq]").between([match, 0], [match, all.to], true, true).delete();
  await tables.matches.delete(match);
  return null;
}
