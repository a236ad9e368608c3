export { difference } from "./difference.ts";
export { given, type ExpectedEvent, type Given, type TimedCommand, type When } from "./given.ts";
export { checkGolden, formatGolden, parseGolden, type GoldenLog, type HeadOf } from "./golden.ts";
export { createTestMatch, createTestRandom, type TestMatch, type TestMatchOptions } from "./headers.ts";
export { randomPlayout, type Playout, type PlayoutOptions } from "./playout.ts";
export type { Propose } from "./playout-input.ts";
export { firstDivergence, reexecute, type Reexecution } from "./reexecute.ts";
export {
  hiddenNumber,
  proposeHiddenNumber,
  type HiddenNumberCommand,
  type HiddenNumberEvent,
  type HiddenNumberOptions,
  type HiddenNumberState,
  type HiddenNumberTypes,
  type HiddenNumberView,
} from "./hidden-number/index.ts";
export { leakTest, type LeakReport, type LeakTest } from "./leak.ts";
