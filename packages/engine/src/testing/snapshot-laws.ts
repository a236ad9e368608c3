import { bytesEqual } from "@replayground/kernel";
import type { GameTypes, MatchState, Runtime } from "../types.ts";
import { difference } from "./difference.ts";

/** `decodeState(encodeState(s)) = s`, member by member and byte by byte. */
export function checkSnapshot<T extends GameTypes>({ game }: Runtime<T>, match: MatchState<T>): void {
  const law = "decodeState(encodeState(s)) = s";
  const { header, options } = match;
  const bytes = game.encodeState(match.game);
  const decoded = game.decodeState({ header, options }, bytes);
  if (decoded === null) throw new Error(`${law}: its own bytes are refused`);
  const found = difference(match.game, decoded, ".state");
  if (found !== null) throw new Error(`${law}: ${found}`);
  if (!bytesEqual(game.encodeState(decoded), bytes)) throw new Error(`${law}: encoding it again gives other bytes`);
}

/** How many bytes of a snapshot are forged, spread over its length. */
const FORGERIES = 24;

/** Bytes that `encodeState` cannot have written are refused: a snapshot from a damaged store must not become a state. */
export function checkForgeries<T extends GameTypes>({ game }: Runtime<T>, match: MatchState<T>): void {
  const { header, options } = match;
  const bytes = game.encodeState(match.game);
  const check = (forged: Uint8Array, how: string): void => {
    const decoded = game.decodeState({ header, options }, forged);
    if (decoded === null || bytesEqual(game.encodeState(decoded), forged)) return;
    throw new Error(`decodeState refuses what encodeState cannot have written: ${how} of ${bytes.length} bytes`);
  };
  check(new Uint8Array(0), "none");
  check(bytes.slice(0, -1), "all but the last");
  const longer = new Uint8Array(bytes.length + 1);
  longer.set(bytes);
  check(longer, "one more than all");
  for (let i = 0; i < FORGERIES; i++) {
    const at = Math.floor((i * bytes.length) / FORGERIES);
    const forged = bytes.slice();
    forged[at] = (forged[at] ?? 0) ^ (1 << (i % 8));
    check(forged, `a changed byte ${at}`);
  }
}
