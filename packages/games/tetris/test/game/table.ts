import { createMatch, execute, type Authority, type GameCommand, type MatchState } from "@replayground/engine";
import { createTestMatch } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { type Header, type JsonObject, type LogEvent, toTick, unwrap } from "@replayground/kernel";
import { boardFromRows } from "../../src/core/board.ts";
import type { Core } from "../../src/core/core.ts";
import { parsePiece } from "../../src/core/piece.ts";
import type { Rotation } from "../../src/core/rotation.ts";
import { shapeOf } from "../../src/core/shape.ts";
import { fork } from "../../src/game/position.ts";
import { TetrisState } from "../../src/game/state.ts";
import { tetris } from "../../src/game/tetris.ts";
import type { TetrisTypes } from "../../src/game/types.ts";

export interface Table {
  readonly authority: Authority<TetrisTypes>;
  readonly header: Header;
  readonly match: MatchState<TetrisTypes>;
  readonly events: readonly LogEvent[];
}

/** A match with its first events; `options` as a header has them. */
export function begin(options: JsonObject = {}, more: { seed?: number; committed?: boolean } = {}): Table {
  const { authority, header } = createTestMatch(tetris, nodeHash, { ...more, options });
  const { match, events } = unwrap(createMatch(authority, header));
  return { authority, header, match, events };
}

/** The same for a given header. */
export function beginWith(authority: Authority<TetrisTypes>, header: Header): Table {
  const { match, events } = unwrap(createMatch(authority, header));
  return { authority, header, match, events };
}

/** A stack of `height` rows under the place of generation. */
export function tower(height: number): string[] {
  return Array.from({ length: height }, () => "....II....");
}

/** The piece in play turned and moved, where it is certain to fit. */
export function at(x: number, rotation: Rotation, y?: number): (core: Core) => void {
  return (core) => {
    core.x = x;
    core.y = y ?? core.y;
    core.rotation = rotation;
    core.shape = shapeOf(core.piece, rotation);
  };
}

/** The same table with another position: rows from the floor up, and the piece in play fresh at its place. */
export function arrange(
  table: Table,
  position: { readonly rows?: readonly string[]; readonly piece?: string; readonly edit?: (core: Core) => void },
): Table {
  const game = fork(table.match.game.position);
  const { core } = game;
  if (position.rows !== undefined) {
    core.board = boardFromRows(position.rows);
    game.joins = new Array<number>(core.board.height).fill(0);
  }
  if (position.piece !== undefined) {
    core.piece = parsePiece(position.piece) ?? 0;
    core.shape = shapeOf(core.piece, core.rotation);
  }
  position.edit?.(core);
  return { ...table, match: { ...table.match, game: TetrisState.of(game) } };
}

/** Sends commands; every one must be accepted. Gives the table after them, with the events that they caused only. */
export function send(table: Table, ...commands: readonly (readonly [at: number, command: GameCommand])[]): Table {
  const events: LogEvent[] = [];
  let { match } = table;
  for (const [at, command] of commands) {
    const step = execute(table.authority, match, command, toTick(at));
    if (step.rejection !== null) throw new Error(`refused at ${at}: ${JSON.stringify([command, step.rejection])}`);
    events.push(...step.events);
    ({ match } = step);
  }
  return { ...table, match, events };
}

/** The types of the events, in order. */
export function types({ events }: Table): readonly string[] {
  return events.map(({ type }) => type);
}

/** The data of the events of one type. */
export function dataOf({ events }: Table, type: string): readonly JsonObject[] {
  return events.filter((event) => event.type === type).map(({ data }) => data);
}

/** One text member of the data of all events of a type. */
export function textsOf(table: Table, type: string, member: string): readonly string[] {
  return dataOf(table, type).map(({ [member]: text }) => (typeof text === "string" ? text : ""));
}
