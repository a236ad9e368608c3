export { authorityFor, revealedSecret, type FalseSecret, type StillSealed } from "./authority.ts";
export { branchAt, lastPlayable, type Branch, type BranchError } from "./branch.ts";
export { commandsOf, endOf, type TimedCommand } from "./commands.ts";
export { firstDifference, type Difference } from "./difference.ts";
export { firstDivergence, type Divergence } from "./diverge.ts";
export {
  MAX_SPEED,
  MIN_SPEED,
  playbackAt,
  stateAt,
  stepPlayback,
  type Playback,
  type PlaybackInput,
} from "./playback.ts";
export { expandLog, type ExpandError, type Watch } from "./expand.ts";
export { reExecute, type ReExecuteError, type ReExecuted, type Recipe } from "./re-execute.ts";
export { anyGame, createRegistry, type AnyGame, type Registry, type UnknownRules } from "./registry.ts";
export { KEYFRAME_EVERY, Replay, type ReplaySource } from "./replay.ts";
export { shrinkCommands } from "./shrink.ts";
export { stateHash } from "./state-hash.ts";
export { inputStops, nextStop, previousStop, typeStops, type Stops } from "./steps.ts";
export {
  Verifier,
  verifyLog,
  type CannotVerify,
  type Progress,
  type VerifiedLog,
  type VerifyError,
  type VerifyFault,
} from "./verify.ts";
