import type { HashPort } from "@replayground/kernel";
import type { EventLog } from "../port.ts";
import { appendCases } from "./contract-append.ts";
import { raceCases } from "./contract-race.ts";
import { readCases } from "./contract-read.ts";

/** One sentence of the port, as a case for any test runner. It throws where an adapter breaks the sentence. */
export interface ContractCase {
  readonly name: string;
  /** @param create makes an empty log of the adapter under test */
  readonly run: (create: () => Promise<EventLog>) => Promise<void>;
}

/**
 * The contract of `EventLog`. An adapter's test is ten lines:
 *
 *     for (const { name, run } of eventLogContract(nodeHash)) it(name, () => run(createAdapter));
 */
export function eventLogContract(hash: HashPort): readonly ContractCase[] {
  return [...appendCases(hash), ...readCases(hash), ...raceCases(hash)];
}
