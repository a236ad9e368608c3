import { nodeHash } from "@replayground/hash/node";
import { bytesToAscii, canonicalBytes, parseJson, unwrap, type Json } from "@replayground/kernel";
import { describe, expect, it } from "vitest";
import { parseHeader } from "../src/index.ts";
import { createSampleLog } from "../src/testing/index.ts";

const { header } = createSampleLog(nodeHash, { seed: 1, length: 1 });
const text = bytesToAscii(unwrap(canonicalBytes(header)));
const good = unwrap(parseJson(text, 10_000)) as { readonly [name: string]: Json };
const match = header.match;
const key = "00".repeat(16);
const secret = "11".repeat(32);
const parent = { head: secret, match, seq: 12 };

describe("parseHeader", () => {
  it.each<Json>([
    good,
    { ...good, ticket: "t-1" },
    { ...good, parent },
    { ...good, chance: { commitment: secret, kind: "committed" } },
    { ...good, chance: { kind: "open", nonces: [], secret } },
    { ...good, chance: { kind: "open", nonces: [key, key], secret } },
    { ...good, seats: Array.from({ length: 64 }, () => ({ bot: null, key })) },
    { ...good, options: { nested: { list: [1, "two", null, true] } } },
  ])("reads %j back to the same bytes", (value) => {
    const parsed = unwrap(parseHeader(value));
    expect(bytesToAscii(unwrap(canonicalBytes(parsed)))).toBe(bytesToAscii(unwrap(canonicalBytes(value))));
  });

  const uuid = "a UUIDv7 in lower case";
  it.each<[Json, string, string]>([
    [null, "", "not_an_object"],
    [[good], "", "not_an_object"],
    [{}, "format", "not_a_version"],
    [{ ...good, format: "1" }, "format", "not_a_version"],
    [{ ...good, format: -1 }, "format", "not_a_version"],
    [{ ...good, more: 1 }, "", "unknown_or_missing_member"],
    [without("ticket"), "", "unknown_or_missing_member"],
    [without("parent"), "", "unknown_or_missing_member"],
    [{ ...good, match: "x" }, "match", uuid],
    [{ ...good, match: match.toUpperCase() }, "match", uuid],
    [{ ...good, match: match.replace(/-7/, "-4") }, "match", uuid],
    [{ ...good, game: "" }, "game", "not_a_name"],
    [{ ...good, game: "Tetris" }, "game", "not_a_name"],
    [{ ...good, rules: -1 }, "rules", "not_a_count"],
    [{ ...good, rules: 1.5 }, "rules", "not_a_count"],
    [{ ...good, options: [] }, "options", "not_an_object"],
    [{ ...good, options: null }, "options", "not_an_object"],
    [{ ...good, options: { x: 0.5 } }, "options.x", "not_an_integer"],
    [{ ...good, options: { x: "\u00e9" } }, "options.x", "not_printable_ascii"],
    [{ ...good, ticket: 7 }, "ticket", "not_text"],
    [{ ...good, ticket: "x".repeat(65) }, "ticket", "string_too_long"],
    [{ ...good, seats: [] }, "seats", "not_seats"],
    [{ ...good, seats: {} }, "seats", "not_seats"],
    [{ ...good, seats: [{ bot: null }] }, "seats", "not_seats"],
    [{ ...good, seats: [{ bot: null, key: "00" }] }, "seats", "not_seats"],
    [{ ...good, seats: [{ bot: "", key }] }, "seats", "not_seats"],
    [{ ...good, seats: [{ bot: 1, key }] }, "seats", "not_seats"],
    [{ ...good, seats: [{ bot: null, key, name: "Ann" }] }, "seats", "not_seats"],
    [{ ...good, seats: Array.from({ length: 65 }, () => ({ bot: null, key })) }, "seats", "not_seats"],
    [{ ...good, chance: null }, "chance", "not_a_secret_or_commitment"],
    [{ ...good, chance: { kind: "open", nonces: [], secret: "11" } }, "chance", "not_a_secret_or_commitment"],
    [{ ...good, chance: { kind: "open", nonces: ["x"], secret } }, "chance", "not_a_secret_or_commitment"],
    [{ ...good, chance: { kind: "open", secret } }, "chance", "not_a_secret_or_commitment"],
    [{ ...good, chance: { kind: "other", nonces: [], secret } }, "chance", "not_a_secret_or_commitment"],
    [{ ...good, chance: { kind: "committed", commitment: secret, secret } }, "chance", "not_a_secret_or_commitment"],
    [{ ...good, parent: 1 }, "parent", "not_a_parent"],
    [{ ...good, parent: { ...parent, seq: -1 } }, "parent", "not_a_parent"],
    [{ ...good, parent: { ...parent, head: "00" } }, "parent", "not_a_parent"],
    [{ ...good, parent: { ...parent, more: 1 } }, "parent", "not_a_parent"],
  ])("refuses %j by name", (value, path, reason) => {
    expect(parseHeader(value)).toEqual({ ok: false, error: { kind: "bad_header", path, reason } });
  });

  it("says which version it does not know, before it looks at anything else", () => {
    const error = { kind: "unsupported_version", version: 2 };
    expect(parseHeader({ format: 2, anything: [] })).toEqual({ ok: false, error });
    expect(parseHeader({ ...good, format: 0 })).toEqual({ ok: false, error: { ...error, version: 0 } });
  });
});

function without(name: string): Json {
  return Object.fromEntries(Object.entries(good).filter(([each]) => each !== name));
}
