import { err, ok, type Head, type LogEvent, type Result } from "@replayground/kernel";
import type { Authority, GameTypes } from "@replayground/engine";
import { Chain } from "@replayground/log";
import { reExecute, type ReExecuteError, type Recipe } from "./re-execute.ts";
import { concludeLog, type VerifiedLog } from "./verify.ts";

/** Shown every event and the head after it; false stops the expansion before its next command. */
export type Watch = (event: LogEvent, head: Head) => boolean;

export type ExpandError =
  | ReExecuteError
  /** Command `index`, counted from 0, is refused; `seq` is the event that would have recorded it. */
  | { readonly kind: "refused_command"; readonly index: number; readonly seq: number; readonly reason: string }
  /** `watch` said so. */
  | { readonly kind: "stopped"; readonly seq: number };

/** Commands -> the log they make, chained and verified by having been made here. */
export function expandLog(
  authority: Authority<GameTypes>,
  recipe: Recipe,
  watch: Watch,
): Result<VerifiedLog, ExpandError> {
  const { header } = recipe;
  const events: LogEvent[] = [];
  const chain = Chain.from(authority.hash, header);
  let goes = true;
  const commands = takeWhile(recipe.commands, () => goes);
  const made = reExecute(authority, { ...recipe, commands }, (event) => {
    if (!goes) return;
    events.push(event);
    goes = watch(event, chain.append(event));
  });
  if (!made.ok) return made;
  const seq = events.length;
  if (!goes) return err({ kind: "stopped", seq });
  const { match, refused } = made.value;
  if (refused !== null) {
    const { index, rejection } = refused;
    const reason = rejection.kind === "illegal" ? rejection.reason : rejection.kind;
    return err({ kind: "refused_command", index, seq: seq + 1, reason });
  }
  return ok(concludeLog(authority, match, { header, events, claimed: chain.hex }, chain.hex));
}

function* takeWhile<T>(items: Iterable<T>, goes: () => boolean): Iterable<T> {
  for (const item of items) {
    if (!goes()) return;
    yield item;
  }
}
