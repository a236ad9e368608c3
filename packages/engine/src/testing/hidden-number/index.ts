export { hiddenNumber } from "./game.ts";
export { proposeHiddenNumber } from "./propose.ts";
export type {
  HiddenNumberCommand,
  HiddenNumberEvent,
  HiddenNumberOptions,
  HiddenNumberState,
  HiddenNumberTypes,
  HiddenNumberView,
} from "./types.ts";
