export { clockAt, msToTick, type MatchClock } from "./clock.ts";
export { continueLocal, type ContinueError, type Continued } from "./continue.ts";
export {
  GAP_MS,
  openLocal,
  stepLocal,
  type LocalEffect,
  type LocalInput,
  type LocalPlay,
  type LocalStep,
} from "./local-play.ts";
export { botCommands, botRandom, simulate, type BotBySeat, type Simulation } from "./simulate.ts";
export { localHeader, startLocal, type Origin, type Started } from "./start.ts";
