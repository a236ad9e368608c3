import { nodeHash } from "@replayground/hash/node";
import {
  asciiToBytes,
  bytesToHex,
  canonicalBytes,
  concatBytes,
  type Header,
  type Hex,
  type LogEvent,
  unwrap,
} from "@replayground/kernel";

/** Where the frozen logs of the current rules stand, one file per mode. */
export const goldenFolder: URL = new URL("../golden/1/", import.meta.url);

/** The head of a whole log, written from the definition and from nothing else. */
export function headOf(header: Header, events: readonly LogEvent[]): Hex {
  const genesis = concatBytes(asciiToBytes("replayground/log/1\n"), unwrap(canonicalBytes(header)));
  return bytesToHex(
    events.reduce(
      (head, event) => nodeHash.sha256(concatBytes(head, unwrap(canonicalBytes(event)))),
      nodeHash.sha256(genesis),
    ),
  );
}
