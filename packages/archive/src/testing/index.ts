export { blockByOffset, flip, flipFiles, type Flips, type Samples } from "./file-flips.ts";
export { judgeForeignEvents } from "./foreign-events.ts";
export { flipLines } from "./line-flips.ts";
