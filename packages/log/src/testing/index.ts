export { eventLogContract, type ContractCase } from "./contract.ts";
export { faultContract, writeStubbornly } from "./fault-suite.ts";
export { createFaultyLog, type Fault, type FaultPlan, type FaultyLog } from "./faulty.ts";
export { batchOf, createSampleLog, type SampleLog, type SampleOptions } from "./samples.ts";
