export { assertNever, invariant } from "./assert.ts";
export { asciiToBytes, bytesEqual, bytesToAscii, bytesToHex, concatBytes, hexToBytes } from "./bytes.ts";
export {
  CanonicalFault,
  MAX_DEPTH,
  MAX_STRING,
  canonicalBytes,
  parseJsonValue,
  writeCanonical,
  writeString,
  type CanonicalError,
  type CanonicalReason,
} from "./canonical.ts";
export { commitmentOf, hashText, saltOf, type HashPort, type SealPlace } from "./hash.ts";
export { createMatchId, parseHex, parseMatchId, toHead, toSeat, toSeq, toTick, type IdError } from "./ids.ts";
export { parseJson, type JsonError } from "./json.ts";
export {
  Xoshiro128,
  bytesToWords,
  deriveStream,
  shuffle,
  type ChanceSource,
  type RandomWords,
  type StreamName,
} from "./random.ts";
export { err, ok, unwrap, type Result } from "./result.ts";
export { MAX_EVENT_BYTES, isName } from "./shape.ts";
export type {
  Chance,
  Head,
  Header,
  Hex,
  Json,
  JsonObject,
  LogEvent,
  MatchId,
  Parent,
  Sealed,
  Seat,
  SeatHeader,
  Seq,
  Tick,
} from "./types.ts";
export { ByteWriter } from "./writer.ts";
