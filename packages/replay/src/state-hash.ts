import { asciiToBytes, bytesToHex, concatBytes, type Hex } from "@replayground/kernel";
import type { GameTypes, MatchState, Runtime } from "@replayground/engine";

/** SHA-256("replayground/state/1\n" encodeState(state)): equal for equal states of one version of the rules. */
export function stateHash<T extends GameTypes>(runtime: Runtime<T>, match: MatchState<T>): Hex {
  const bytes = runtime.game.encodeState(match.game);
  return bytesToHex(runtime.hash.sha256(concatBytes(asciiToBytes("replayground/state/1\n"), bytes)));
}
