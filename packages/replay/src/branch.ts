import {
  bytesToHex,
  err,
  ok,
  toSeq,
  toTick,
  type HashPort,
  type Header,
  type Hex,
  type LogEvent,
  type MatchId,
  type Result,
} from "@replayground/kernel";
import { commandOf, type Game, type GameTypes, type MatchState } from "@replayground/engine";
import { Chain } from "@replayground/log";
import { authorityFor, type FalseSecret, type StillSealed } from "./authority.ts";
import { commandsOf } from "./commands.ts";
import { reExecute, type ReExecuteError } from "./re-execute.ts";
import type { Replay } from "./replay.ts";

/** A match that begins like its parent: complete in itself, so it verifies alone. */
export interface Branch<T extends GameTypes> {
  readonly header: Header;
  readonly events: readonly LogEvent[];
  readonly head: Hex;
  readonly match: MatchState<T>;
}

export type BranchError =
  | StillSealed
  | FalseSecret
  | ReExecuteError
  /** The parent's own commands are refused: it was not verified. */
  | { readonly kind: "parent_does_not_replay" };

/** "Play from here": the parent up to event `seq`, as the start of a match of its own. */
export function branchAt<T extends GameTypes>(
  game: Game<T>,
  hash: HashPort,
  parent: { readonly header: Header; readonly events: readonly LogEvent[] },
  at: { readonly seq: number; readonly id: MatchId },
): Result<Branch<T>, BranchError> {
  const authority = authorityFor(game, hash, parent);
  if (!authority.ok) return authority;
  const kept = parent.events.slice(0, at.seq).filter((event) => event.type !== "match_closed");
  const header = branchHeader(hash, parent.header, kept, { id: at.id, secret: authority.value.secret });
  const chain = Chain.from(hash, header);
  const events: LogEvent[] = [];
  const commands = commandsOf(game, kept).filter(({ command }) => command.type !== "add_nonce");
  const end = kept[kept.length - 1]?.at ?? toTick(0);
  const made = reExecute(authority.value, { header, commands, endAt: end }, (event) => {
    events.push(event);
    chain.append(event);
  });
  if (!made.ok) return made;
  if (made.value.refused !== null) return err({ kind: "parent_does_not_replay" });
  return ok({ header, events, head: chain.hex, match: made.value.match });
}

/**
 * The last position not after `seq` from which a match can still be played. The step that ended it - one command, or what
 * time caused, with everything that followed at once - stands or falls as a whole, so the cut goes before all of it.
 */
export function lastPlayable<T extends GameTypes>(replay: Replay<T>, seq: number): number {
  const { game } = replay.runtime;
  if (game.outcome(replay.final.game) === null) return seq;
  let end = replay.length;
  while (end > 0 && game.outcome(replay.at(end - 1).game) !== null) end--;
  let first = end;
  while (first > 1 && !startsStep(game, replay.events, first)) first--;
  return Math.min(seq, Math.max(0, first - 1));
}

/** Whether a new step begins with event `seq`: it records a command, or time has passed since the one before. */
function startsStep<T extends GameTypes>(game: Game<T>, events: readonly LogEvent[], seq: number): boolean {
  const event = events[seq - 1];
  const before = events[seq - 2];
  if (event === undefined || before === undefined) return true;
  return commandOf(game, event) !== null || before.at < event.at;
}

function branchHeader(
  hash: HashPort,
  parent: Header,
  kept: readonly LogEvent[],
  { id, secret }: { readonly id: MatchId; readonly secret: Hex },
): Header {
  const chain = Chain.from(hash, parent);
  for (const event of kept) chain.append(event);
  return {
    ...parent,
    chance: { kind: "open", nonces: noncesOf(parent, kept), secret },
    match: id,
    parent: { head: bytesToHex(chain.head), match: parent.match, seq: toSeq(kept.length) },
    ticket: null,
  };
}

/** In seat order, as the chance of the parent was derived. */
function noncesOf(parent: Header, events: readonly LogEvent[]): readonly Hex[] {
  if (parent.chance.kind === "open") return parent.chance.nonces;
  const nonces = events
    .filter((event) => event.type === "nonce_added")
    .sort((a, b) => (a.seat ?? 0) - (b.seat ?? 0))
    .map((event) => event.data["nonce"]);
  return nonces.filter((nonce): nonce is Hex => typeof nonce === "string");
}
