import {
  asciiToBytes,
  bytesToHex,
  canonicalBytes,
  concatBytes,
  saltOf,
  unwrap,
  type HashPort,
  type Hex,
  type Json,
  type LogEvent,
  type SealPlace,
  type Sealed,
} from "@replayground/kernel";
import type { Secret, Viewer } from "./types.ts";

/** SHA-256("replayground/seal/1\n" match "|" seq "|" index "|" salt "|" canonical(value)). */
export function sealDigest(hash: HashPort, place: SealPlace, salt: Hex, value: Json): Hex {
  const prefix = `replayground/seal/1\n${place.match}|${place.seq}|${place.index}|${salt}|`;
  return bytesToHex(hash.sha256(concatBytes(asciiToBytes(prefix), unwrap(canonicalBytes(value)))));
}

/** Seals the secrets of one event. The salt follows from the match's secret, so a revealed match re-seals itself. */
export function sealSecrets(
  hash: HashPort,
  secret: Hex,
  place: { readonly match: string; readonly seq: number },
  secrets: readonly Secret[],
): readonly Sealed[] {
  return secrets.map(({ to, value }, index) => {
    const salt = saltOf(hash, secret, { ...place, index });
    return { digest: sealDigest(hash, { ...place, index }, salt, value), opened: { salt, value }, to };
  });
}

/** The event as a viewer may have it: sealed parts for others keep their digest only. */
export function redactEvent(event: LogEvent, viewer: Viewer): LogEvent {
  if (event.sealed === undefined) return event;
  const sealed = event.sealed.map((part) => (part.to === viewer ? part : { digest: part.digest, to: part.to }));
  return { ...event, sealed };
}

/** Index of the first sealed part whose opened value does not match its digest, or -1. */
export function firstFalseSeal(hash: HashPort, match: string, event: LogEvent): number {
  const parts = event.sealed ?? [];
  return parts.findIndex(({ opened, digest }, index) => {
    if (opened === undefined) return false;
    return sealDigest(hash, { match, seq: event.seq, index }, opened.salt, opened.value) !== digest;
  });
}
