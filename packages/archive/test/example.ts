import { createMatch, execute, frameCommand, type GameCommand } from "@replayground/engine";
import { createTestMatch, hiddenNumber } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import {
  Xoshiro128,
  bytesToAscii,
  bytesToHex,
  canonicalBytes,
  commitmentOf,
  deriveStream,
  toSeat,
  toTick,
  unwrap,
  type Hex,
  type LogEvent,
} from "@replayground/kernel";
import { Chain, eventToJson, formatLogLines, marksOf } from "@replayground/log";
import type { PlayedLog } from "@replayground/replay/testing";
import { readFrames } from "../src/frame.ts";
import { DEFAULT_LIMITS, decodeMatchFile } from "../src/index.ts";
import { inflate } from "../src/decode.ts";

const SETUP = { seed: 1, committed: true, options: { range: 9, rounds: 1 } } as const;

/** The match that the page about the formats works through: committed, sealed, seven events. */
export function exampleLog(): PlayedLog & { readonly secret: Hex } {
  const { authority, header } = createTestMatch(hiddenNumber, nodeHash, SETUP);
  const created = unwrap(createMatch(authority, header));
  const events: LogEvent[] = [];
  let { match } = created;
  const send = (command: GameCommand, at: number): void => {
    const step = execute(authority, match, command, toTick(at));
    events.push(...step.events);
    ({ match } = step);
  };
  send(frameCommand("add_nonce", toSeat(0), "00112233445566778899aabbccddeeff"), 0);
  send(frameCommand("add_nonce", toSeat(1), "ffeeddccbbaa99887766554433221100"), 0);
  send({ type: "ask", seat: toSeat(0), data: { number: 5 } }, 1200);
  send({ type: "ask", seat: toSeat(1), data: { number: 4 } }, 2345);
  const chain = Chain.from(nodeHash, header);
  for (const event of events) chain.append(event);
  return { header, events, claimed: chain.hex, secret: authority.secret };
}

/** The blocks of the page, by name, as they follow from the code. */
export async function exampleBlocks(file: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const log = exampleLog();
  return new Map([
    ["header", textOf(log.header)],
    ["events", log.events.map((event) => textOf(eventToJson(event, false))).join("\n")],
    ["heads", headLines(log).join("\n")],
    ["commitment", commitmentLines(log).join("\n")],
    ["chance", chanceLines(log).join("\n")],
    ["seal", sealLines(log).join("\n")],
    [
      "last line",
      formatLogLines(log.header, log.events, log.claimed, marksOf(nodeHash, log)).trimEnd().split("\n").at(-1) ?? "",
    ],
    ["blocks", (await blockLines(file)).join("\n")],
    [
      "limits",
      Object.entries(DEFAULT_LIMITS)
        .map(([name, limit]) => `${name.padEnd(9)} ${limit}`)
        .join("\n"),
    ],
  ]);
}

function textOf(value: unknown): string {
  return bytesToAscii(unwrap(canonicalBytes(value)));
}

function headLines({ header, events }: PlayedLog): readonly string[] {
  const chain = Chain.from(nodeHash, header);
  const lines = [`head(0) ${chain.hex}`];
  for (const event of events) {
    chain.append(event);
    lines.push(`head(${event.seq}) ${chain.hex}`);
  }
  return lines;
}

function commitmentLines({ header, secret }: ReturnType<typeof exampleLog>): readonly string[] {
  return [
    `match      ${header.match}`,
    `secret     ${secret}`,
    `commitment ${commitmentOf(nodeHash, header.match, secret)}`,
  ];
}

function chanceLines({ events, secret }: ReturnType<typeof exampleLog>): readonly string[] {
  const nonces = events.filter(({ type }) => type === "nonce_added").map(({ data }) => data["nonce"] as Hex);
  const words = deriveStream(nodeHash, { secret, nonces }, { name: "deal", round: 0 });
  const random = new Xoshiro128(words);
  return [
    `nonces        ${nonces.join(",")}`,
    `words         ${words.join(" ")}`,
    `first outputs ${[0, 1, 2, 3].map(() => random.next()).join(" ")}`,
  ];
}

function sealLines({ events }: PlayedLog): readonly string[] {
  const dealt = events.find(({ type }) => type === "numbers_dealt");
  return (dealt?.sealed ?? []).map(({ to, digest, opened }, index) =>
    [
      `seq ${dealt?.seq}, index ${index}, to seat ${to}`,
      `  salt   ${opened?.salt}`,
      `  value  ${textOf(opened?.value)}`,
      `  digest ${digest}`,
    ].join("\n"),
  );
}

async function blockLines(file: Uint8Array): Promise<readonly string[]> {
  unwrap(await decodeMatchFile(nodeHash, file, DEFAULT_LIMITS));
  const lines: string[] = [];
  for (const frame of unwrap(readFrames(nodeHash, file))) {
    const raw = (await inflate(frame)) ?? new Uint8Array();
    const content = frame.index === 0 ? "(the canonical header, as above)" : bytesToHex(raw);
    lines.push(`block ${frame.index}, kind ${frame.kind}, ${frame.rawLength} bytes: ${content}`);
  }
  return lines;
}
