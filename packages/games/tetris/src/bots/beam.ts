import type { Bot } from "@replayground/engine";
import type { Board } from "../core/board.ts";
import type { Piece } from "../core/piece.ts";
import { findPlacements, type PlacementRules } from "../core/placements.ts";
import { kickTable } from "../core/kicks.ts";
import { shapeOf } from "../core/shape.ts";
import type { Spin } from "../core/spin.ts";
import { isKick5Upgrade } from "../core/spin.ts";
import type { TetrisTypes } from "../game/types.ts";
import { activeOf, holdNow, toCommands } from "./answer.ts";
import { place, type Rest, toGrid } from "./grid.ts";
import { judgeBoard, judgeLock } from "./judgement.ts";
import { findPaths, type Path } from "./paths.ts";

export interface BeamOptions {
  /** Boards kept after each piece, 1..200. */
  readonly width: number;
  /** Pieces looked at, the one in play included; never more than are visible. */
  readonly depth: number;
}

/** What a bot of this kind knows: the board, the piece in play, and the visible future. */
export interface Sight {
  readonly board: Board;
  readonly paths: readonly Path[];
  /** The piece in play, then the visible queue. */
  readonly pieces: readonly Piece[];
  readonly hold: Piece | null;
  readonly canHold: boolean;
  readonly b2b: number;
  readonly combo: number;
}

/** What to do with the piece in play. */
export type Plan = Path | "hold" | null;

/** A line of play. `taken` counts pieces of the queue that are used up; points gather rewards of the way. */
interface Node {
  readonly board: Board;
  readonly hold: Piece | null;
  readonly taken: number;
  readonly points: number;
  readonly b2b: number;
  readonly combo: number;
  readonly plan: Plan;
  /** Points and what the board is worth. */
  readonly value: number;
}

/**
 * A deterministic search: all placements with and without hold, the best boards kept after each piece. Equal ones keep
 * the order in which they were found: by orientation, row and column.
 */
export function createBeamBot(id: string, options: BeamOptions): Bot<TetrisTypes> {
  return {
    id,
    choose: (view) => {
      const active = activeOf(view);
      if (active === null) return [];
      const board = toGrid(view.board);
      const { hold, canHold, b2b, combo } = view;
      const pieces = [active.piece, ...view.next];
      const plan = searchBeam({ board, paths: findPaths(board, active), pieces, hold, canHold, b2b, combo }, options);
      return plan === null ? [] : plan === "hold" ? holdNow : toCommands(plan.steps);
    },
  };
}

/** The first step of the best line of play; null where the piece has no place. */
export function searchBeam(sight: Sight, { width, depth }: BeamOptions): Plan {
  let nodes = keepBest(firstNodes(sight), width);
  let best = nodes[0] ?? null;
  for (let level = 1; level < depth; level++) {
    const children: Node[] = [];
    for (const node of nodes) expand(node, sight.pieces, children);
    if (children.length === 0) break;
    nodes = keepBest(children, width);
    best = nodes[0] ?? best;
  }
  return best === null ? (sight.paths[0] ?? null) : best.plan;
}

function firstNodes(sight: Sight): Node[] {
  const { board, paths, pieces, hold, canHold, b2b, combo } = sight;
  const [active] = pieces;
  const nodes: Node[] = [];
  if (active === undefined) return nodes;
  const root: Node = { board, hold, taken: 1, points: 0, b2b, combo, plan: null, value: 0 };
  for (const path of paths) nodes.push(child(root, { piece: active, rest: path, spin: path.spin }, path));
  if (canHold) expandHeld({ ...root, taken: 0, plan: "hold" }, pieces, nodes);
  return nodes;
}

/** The next piece, or the one in the hold slot instead. */
function expand(node: Node, pieces: readonly Piece[], into: Node[]): void {
  const piece = pieces[node.taken];
  if (piece === undefined) return;
  addPlacements({ ...node, taken: node.taken + 1 }, piece, into);
  expandHeld(node, pieces, into);
}

function expandHeld(node: Node, pieces: readonly Piece[], into: Node[]): void {
  const { hold, taken } = node;
  const piece = pieces[taken];
  if (piece === undefined || piece === hold) return;
  if (hold !== null) {
    addPlacements({ ...node, hold: piece, taken: taken + 1 }, hold, into);
    return;
  }
  const following = pieces[taken + 1];
  if (following !== undefined) addPlacements({ ...node, hold: piece, taken: taken + 2 }, following, into);
}

/** What all rule sets agree on, from the place after generation. */
const rules: PlacementRules = {
  kicks: kickTable("SRS", "none"),
  spawn: { x: 4, y: 19 },
  upgrades: (to, last) => isKick5Upgrade("any", to, last),
};

function addPlacements(node: Node, piece: Piece, into: Node[]): void {
  for (const placement of findPlacements(node.board, piece, rules)) {
    into.push(child(node, { piece, rest: placement, spin: placement.spin }, node.plan));
  }
}

interface Move {
  readonly piece: Piece;
  readonly rest: Rest;
  readonly spin: Spin;
}

function child(node: Node, { piece, rest, spin }: Move, plan: Plan): Node {
  const { board, lines } = place(node.board, shapeOf(piece, rest.rotation), rest);
  const judged = judgeLock({ piece, spin, lines, isEmpty: board.height === 0 }, node);
  const points = node.points + judged.points;
  return {
    board,
    hold: node.hold,
    taken: node.taken,
    points,
    b2b: judged.b2b,
    combo: judged.combo,
    plan,
    value: points + judgeBoard(board),
  };
}

/** The best of each board, best first. Sorting is stable, so equal ones keep their order. */
function keepBest(nodes: Node[], width: number): Node[] {
  nodes.sort((a, b) => b.value - a.value);
  const kept: Node[] = [];
  for (const node of nodes) {
    if (kept.length === width) break;
    const before = kept[kept.length - 1];
    if (before === undefined || !isSame(before, node)) kept.push(node);
  }
  return kept;
}

/** The same board reached in another way, with the same future. */
function isSame(a: Node, b: Node): boolean {
  if (a.value !== b.value || a.hold !== b.hold || a.taken !== b.taken || a.board.height !== b.board.height)
    return false;
  for (let y = 0; y < a.board.height; y++) if (a.board.rows[y] !== b.board.rows[y]) return false;
  return true;
}
