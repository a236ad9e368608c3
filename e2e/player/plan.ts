import type { Key } from "@replayground/tetris";
import { bestRest, dellacherie, dropRests, toGrid, type Rest } from "@replayground/tetris/bots";
import type { KeyEdge, Shadow } from "./shadow.ts";

const turnsTo: readonly (readonly Key[])[] = [[], ["cw"], ["cw", "cw"], ["ccw"]];

/**
 * Plays the piece in hand in the shadow - turned, moved, dropped - and returns the keys that did it. Nothing is left to
 * time: a piece is down long before it falls by itself.
 */
export function playPiece(shadow: Shadow): readonly KeyEdge[] {
  const edges: KeyEdge[] = [];
  const tap = (key: Key): void => {
    for (const edge of ["down", "up"] as const) {
      shadow.press({ edge, key });
      edges.push({ edge, key });
    }
  };
  const rest = bestPlace(shadow);
  if (rest === null) return edges;
  for (const key of turnsTo[rest.rotation] ?? []) tap(key);
  const from = shadow.view.active?.x ?? rest.x;
  for (let moved = 0; moved < Math.abs(rest.x - from); moved++) tap(rest.x < from ? "left" : "right");
  tap("hard");
  shadow.wait();
  return edges;
}

function bestPlace({ view }: Shadow): Rest | null {
  if (view.active === null) return null;
  const board = toGrid(view.board);
  const { piece } = view.active;
  const rests = dropRests(board, piece);
  return rests[bestRest(dellacherie, { board, piece, next: null }, rests)] ?? null;
}
