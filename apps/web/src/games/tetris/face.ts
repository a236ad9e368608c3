import { tetris, type TetrisTypes } from "@replayground/tetris";
import type { GameFace } from "../face.ts";
import { cutOf, faceOf, markOf } from "./tape.ts";
import { isBlank, modeOf, resultOf, titleOf } from "./words.ts";

export const tetrisFace: GameFace<TetrisTypes> = {
  id: "tetris",
  game: tetris,
  turnWord: "piece",
  turnEvent: "piece_spawn",
  cutOf,
  faceOf,
  markOf,
  titleOf,
  resultOf,
  isBlank,
  modeOf,
};
