export { playLog, testRegistry, type PlayOptions, type PlayedLog } from "./play-log.ts";
