import { anyGame, createRegistry, type Registry } from "@replayground/replay";
import { tetris } from "@replayground/tetris";

/** Every released version of every game's rules: what this build can verify. */
export const registry: Registry = createRegistry([anyGame(tetris)]);
