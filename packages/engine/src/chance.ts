import { deriveStream, type Header, type Hex } from "@replayground/kernel";
import type { ChancePort, GameTypes, MatchState, Runtime } from "./types.ts";

/** The secret of a match as far as this runtime knows it: an open header carries its own. */
export function secretOf<T extends GameTypes>(runtime: Runtime<T>, header: Header): Hex | null {
  return header.chance.kind === "open" ? header.chance.secret : (runtime.secret ?? null);
}

/** The chance of a match, or null for a reader who does not know its secret. */
export function chanceOf<T extends GameTypes>(
  runtime: Runtime<T>,
  match: Pick<MatchState<T>, "header" | "nonces">,
): ChancePort | null {
  const secret = secretOf(runtime, match.header);
  if (secret === null) return null;
  const { nonces } = match;
  return { stream: (name, round) => deriveStream(runtime.hash, { secret, nonces: known(nonces) }, { name, round }) };
}

function known(nonces: readonly (Hex | null)[]): readonly Hex[] {
  return nonces.filter((nonce): nonce is Hex => nonce !== null);
}
