export { type Attack, attackRows, chainBonus } from "./attack.ts";
export { simulate } from "./simulate.ts";
export type {
  CompatEvent,
  CompatGarbage,
  CompatHandling,
  CompatKey,
  CompatLock,
  CompatReplay,
  CompatResult,
} from "./types.ts";
export { parseTtr, simulateTtr, type Ttr, type TtrError, type TtrOfficial } from "./ttr.ts";
