import {
  commitmentOf,
  err,
  ok,
  parseHex,
  type HashPort,
  type Header,
  type Hex,
  type LogEvent,
  type Result,
} from "@replayground/kernel";
import type { Authority, Game, GameTypes } from "@replayground/engine";

/** The secret of a committed match is not known yet: it is revealed by the closing event. */
export interface StillSealed {
  readonly kind: "still_sealed";
}

export interface FalseSecret {
  readonly kind: "false_secret";
  readonly seq: number;
}

/** The secret a log tells: its header's own, or what the closing event reveals, checked against the commitment. */
export function revealedSecret(
  hash: HashPort,
  header: Header,
  last: LogEvent | undefined,
): Result<Hex, StillSealed | FalseSecret> {
  if (header.chance.kind === "open") return ok(header.chance.secret);
  if (last?.type !== "match_closed") return err({ kind: "still_sealed" });
  const secret = parseHex(last.data["secret"], 32);
  const holds = secret.ok && commitmentOf(hash, header.match, secret.value) === header.chance.commitment;
  return holds ? secret : err({ kind: "false_secret", seq: last.seq });
}

/** Everything needed to re-execute a log. */
export function authorityFor<T extends GameTypes>(
  game: Game<T>,
  hash: HashPort,
  log: { readonly header: Header; readonly events: readonly LogEvent[] },
): Result<Authority<T>, StillSealed | FalseSecret> {
  const secret = revealedSecret(hash, log.header, log.events[log.events.length - 1]);
  return secret.ok ? ok({ game, hash, secret: secret.value }) : secret;
}
