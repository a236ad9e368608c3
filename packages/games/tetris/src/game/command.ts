import type { GameCommand, Illegal, Recorded } from "@replayground/engine";
import { err, type JsonObject, ok, type Result } from "@replayground/kernel";
import { type Action, actions } from "../core/action.ts";
import { boardHeight } from "../core/board.ts";
import { type Key, keyNames } from "../core/keys.ts";
import type { InputData, TetrisCommand, TetrisEvent } from "./types.ts";

/** Well-formed input of a seat: exactly the keys of an edge or of an action, in their vocabulary. */
export function parseCommand(command: GameCommand): Result<TetrisCommand, Illegal> {
  const { type, seat, data } = command;
  if (type !== "input") return refuse("unknown_command");
  if (seat !== 0) return refuse("no_such_seat");
  const parsed = "action" in data ? parseAction(data) : parseEdge(data);
  return parsed === null ? refuse("malformed_input") : ok({ type: "input", seat, data: parsed });
}

function refuse(reason: string): Result<never, Illegal> {
  return err({ kind: "illegal", reason });
}

const keyByName: ReadonlyMap<unknown, Key> = new Map(keyNames.map((name) => [name, name]));
const actionByName: ReadonlyMap<unknown, Action> = new Map(actions.map((name) => [name, name]));

function parseEdge(data: JsonObject): InputData | null {
  const { edge, key } = data;
  const known = keyByName.get(key);
  if (known === undefined || (edge !== "down" && edge !== "up") || Object.keys(data).length !== 2) return null;
  return { edge, key: known };
}

function parseAction(data: JsonObject): InputData | null {
  const { action, n } = data;
  const known = actionByName.get(action);
  if (known === undefined || Object.keys(data).length !== (known === "SD" ? 2 : 1)) return null;
  if (known !== "SD") return { action: known };
  return typeof n === "number" && Number.isInteger(n) && n >= 1 && n <= boardHeight ? { action: known, n } : null;
}

/** Every input is recorded by its own event; everything else is a consequence. */
export function commandOf(event: Recorded<TetrisEvent>): TetrisCommand | null {
  return event.type === "input" ? { type: "input", seat: event.seat, data: event.data } : null;
}

/** Letting a key go is never refused by a policy. */
export function isRelease({ data }: TetrisCommand): boolean {
  return "edge" in data && data.edge === "up";
}
