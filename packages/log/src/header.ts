import {
  canonicalBytes,
  err,
  isName,
  ok,
  parseHex,
  parseMatchId,
  toSeq,
  type Chance,
  type Header,
  type Hex,
  type Json,
  type Parent,
  type Result,
  type SeatHeader,
} from "@replayground/kernel";
import type { LogFault } from "./fault.ts";
import { hasExactly, isArray, isCount, isObject } from "./shape.ts";

const FIELDS = ["chance", "format", "game", "match", "options", "parent", "rules", "seats", "ticket"] as const;
const MAX_SEATS = 64;

/** A JSON value -> a header. Strict: unknown members are refused, because a header is hashed as a whole. */
export function parseHeader(value: Json): Result<Header, LogFault> {
  if (!isObject(value)) return bad("", "not_an_object");
  if (value["format"] !== 1) {
    return isCount(value["format"])
      ? err({ kind: "unsupported_version", version: value["format"] })
      : bad("format", "not_a_version");
  }
  if (!hasExactly(value, FIELDS)) return bad("", "unknown_or_missing_member");
  const { match, game, rules, options, ticket } = { ...value };
  const id = parseMatchId(match);
  if (!id.ok) return bad("match", id.error.expected);
  if (!isName(game)) return bad("game", "not_a_name");
  if (!isCount(rules)) return bad("rules", "not_a_count");
  if (!isObject(options)) return bad("options", "not_an_object");
  if (ticket !== null && typeof ticket !== "string") return bad("ticket", "not_text");
  const seats = parseSeats(value["seats"]);
  const chance = parseChance(value["chance"]);
  const parent = parseParent(value["parent"]);
  if (seats === null) return bad("seats", "not_seats");
  if (chance === null) return bad("chance", "not_a_secret_or_commitment");
  if (parent === undefined) return bad("parent", "not_a_parent");
  const header: Header = { chance, format: 1, game, match: id.value, options, parent, rules, seats, ticket };
  const bytes = canonicalBytes(header);
  return bytes.ok ? ok(header) : bad(bytes.error.path, bytes.error.reason);
}

function bad(path: string, reason: string): Result<never, LogFault> {
  return err({ kind: "bad_header", path, reason });
}

function parseSeats(value: Json | undefined): readonly SeatHeader[] | null {
  if (!isArray(value) || value.length === 0 || value.length > MAX_SEATS) return null;
  const seats: SeatHeader[] = [];
  for (const seat of value) {
    if (!isObject(seat) || !hasExactly(seat, ["bot", "key"])) return null;
    const key = parseHex(seat["key"], 16);
    const bot = seat["bot"];
    if (!key.ok || !(bot === null || isName(bot))) return null;
    seats.push({ bot: bot ?? null, key: key.value });
  }
  return seats;
}

function parseChance(value: Json | undefined): Chance | null {
  if (!isObject(value)) return null;
  if (value["kind"] === "committed") {
    const commitment = parseHex(value["commitment"], 32);
    const exact = hasExactly(value, ["commitment", "kind"]);
    return commitment.ok && exact ? { commitment: commitment.value, kind: "committed" } : null;
  }
  const secret = parseHex(value["secret"], 32);
  const nonces = parseNonces(value["nonces"]);
  const exact = hasExactly(value, ["kind", "nonces", "secret"]) && value["kind"] === "open";
  return secret.ok && nonces !== null && exact ? { kind: "open", nonces, secret: secret.value } : null;
}

function parseNonces(value: Json | undefined): readonly Hex[] | null {
  if (!isArray(value) || value.length > MAX_SEATS) return null;
  const nonces: Hex[] = [];
  for (const item of value) {
    const nonce = parseHex(item, 16);
    if (!nonce.ok) return null;
    nonces.push(nonce.value);
  }
  return nonces;
}

/** Undefined where it is malformed. */
function parseParent(value: Json | undefined): Parent | null | undefined {
  if (value === null) return null;
  if (!isObject(value) || !hasExactly(value, ["head", "match", "seq"])) return undefined;
  const head = parseHex(value["head"], 32);
  const match = parseMatchId(value["match"]);
  const seq = value["seq"];
  return head.ok && match.ok && isCount(seq) ? { head: head.value, match: match.value, seq: toSeq(seq) } : undefined;
}
