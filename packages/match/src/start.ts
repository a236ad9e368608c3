import {
  bytesToHex,
  createMatchId,
  err,
  ok,
  type HashPort,
  type Header,
  type JsonObject,
  type Result,
} from "@replayground/kernel";
import { createMatch, type Authority, type Game, type GameTypes, type HeaderError } from "@replayground/engine";
import { Chain, type Batch } from "@replayground/log";
import { openLocal, type LocalPlay } from "./local-play.ts";

/** What a new local match needs from outside the pure world. */
export interface Origin {
  /** Milliseconds since 1970, for the match id only. */
  readonly unixMs: number;
  /** Cryptographically random bytes. */
  readonly randomBytes: (count: number) => Uint8Array;
}

/** A header for a match with its own, open secret: solo, pass-and-play, bots. `bots` names the personality per seat. */
export function localHeader<T extends GameTypes>(
  game: Game<T>,
  options: JsonObject,
  bots: readonly (string | null)[],
  { unixMs, randomBytes }: Origin,
): Header {
  return {
    chance: { kind: "open", nonces: [], secret: bytesToHex(randomBytes(32)) },
    format: 1,
    game: game.id,
    match: createMatchId(unixMs, randomBytes(10)),
    options,
    parent: null,
    rules: game.rules,
    seats: bots.map((bot) => ({ bot, key: bytesToHex(randomBytes(16)) })),
    ticket: null,
  };
}

export interface Started<T extends GameTypes> {
  readonly play: LocalPlay<T>;
  /** The first events, to be recorded after the header. */
  readonly batch: Batch;
}

export function startLocal<T extends GameTypes>(
  game: Game<T>,
  hash: HashPort,
  header: Header,
): Result<Started<T>, HeaderError | { readonly kind: "wrong_secret" }> {
  if (header.chance.kind !== "open") return err({ kind: "wrong_secret" });
  const authority: Authority<T> = { game, hash, secret: header.chance.secret };
  const created = createMatch(authority, header);
  if (!created.ok) return created;
  const { match, events } = created.value;
  const chain = Chain.from(hash, header);
  for (const event of events) chain.append(event);
  return ok({ play: openLocal(authority, match, chain.head), batch: { events, head: chain.hex } });
}
