export { chanceOf, secretOf } from "./chance.ts";
export { commandOf } from "./command-of.ts";
export { createMatch, execute } from "./execute.ts";
export { advanceTo, asGameEvent, emptyMatch, foldEvent, type HeaderError } from "./fold.ts";
export {
  FRAME_COMMANDS,
  FRAME_EVENTS,
  frameCommand,
  isFrameCommand,
  isFrameEvent,
  type FrameCommandType,
  type FrameEventType,
} from "./frame.ts";
export {
  emptyConduct,
  isRanked,
  type Conduct,
  type Penalty,
  type Policy,
  type PolicyHistory,
  type Standing,
  type Violation,
} from "./policy.ts";
export { MAX_EVENTS_PER_STEP } from "./recorder.ts";
export { firstFalseSeal, redactEvent, sealDigest, sealSecrets } from "./seal.ts";
export type {
  Authority,
  Bot,
  ChancePort,
  Draft,
  Game,
  GameCommand,
  GameEvent,
  GameTypes,
  Illegal,
  MatchState,
  Moment,
  MomentDetector,
  OptionsError,
  Outcome,
  Recorded,
  Rejection,
  Runtime,
  Secret,
  Setup,
  Status,
  Step,
  Viewer,
} from "./types.ts";
export { withTurnClock } from "./turn-clock.ts";
export type {
  ClockCommand,
  ClockEvent,
  Clocked,
  ClockedState,
  Control,
  SeatClock,
  SeatClockView,
  TurnClockOptions,
  TurnHooks,
} from "./turn-clock-types.ts";
export { viewMatch, type MatchView } from "./view.ts";
