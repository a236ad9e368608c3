import type { Authority } from "@replayground/engine";
import { invariant, unwrap, type HashPort } from "@replayground/kernel";
import { Chain, type WellFormedLog } from "@replayground/log";
import { authorityFor, commandsOf, endOf, reExecute } from "@replayground/replay";
import { tetris, type TetrisTypes } from "@replayground/tetris";

/** Makes a log again from its commands, canonical bytes and chain included; must arrive at its head. */
export function reExecuteLog(hash: HashPort, { header, events, claimed }: WellFormedLog): void {
  const authority: Authority<TetrisTypes> = unwrap(authorityFor(tetris, hash, { header, events }));
  const chain = Chain.from(hash, header);
  const recipe = { header, commands: commandsOf(tetris, events), endAt: endOf(events) };
  unwrap(reExecute(authority, recipe, (event) => void chain.append(event)));
  invariant(chain.hex === claimed, "a log of the corpus re-executes to its head");
}
