import { err, hexToBytes, toHead, type HashPort, type MatchId, type Result } from "@replayground/kernel";
import { Chain } from "../chain.ts";
import type { Batch, EventLog, Position, StoreError } from "../port.ts";

/**
 * - `before`: the operation fails and did nothing
 * - `after`: it took effect, and its answer is lost
 * - `tear`: of an append, only the first half took effect, and the answer is lost; elsewhere like `before`
 */
export type Fault = "before" | "after" | "tear";

/** What happens to operation `n` (1 for the first); null lets it pass. */
export type FaultPlan = (n: number) => Fault | null;

export interface FaultyLog {
  readonly log: EventLog;
  /** How many operations were asked for so far. */
  readonly operations: () => number;
}

const LOST: Result<never, StoreError> = err({ kind: "unavailable", reason: "planned" });

/** A log that fails by plan, on top of one that works. */
export function createFaultyLog(hash: HashPort, inner: EventLog, plan: FaultPlan): FaultyLog {
  let count = 0;
  async function perform<T>(
    work: () => Promise<Result<T, StoreError>>,
    torn: () => Promise<unknown>,
  ): Promise<Result<T, StoreError>> {
    const fault = plan(++count);
    if (fault === null) return work();
    if (fault === "after") await work();
    if (fault === "tear") await torn();
    return LOST;
  }
  const nothing = (): Promise<null> => Promise.resolve(null);
  const log: EventLog = {
    create: (header) => perform(() => inner.create(header), nothing),
    append: (match, batch) =>
      perform(
        () => inner.append(match, batch),
        () => appendHalf({ hash, inner, match, batch }),
      ),
    position: (match) => perform(() => inner.position(match), nothing),
    header: (match) => perform(() => inner.header(match), nothing),
    read: (match, from, to) => perform(() => inner.read(match, from, to), nothing),
    matches: () => perform(() => inner.matches(), nothing),
    remove: (match) => perform(() => inner.remove(match), nothing),
  };
  return { log, operations: () => count };
}

interface Torn {
  readonly hash: HashPort;
  readonly inner: EventLog;
  readonly match: MatchId;
  readonly batch: Batch;
}

/** Does what a store without transactions may do: the first half of the batch arrives. */
async function appendHalf({ hash, inner, match, batch }: Torn): Promise<Result<Position, StoreError> | null> {
  const position = await inner.position(match);
  const half = batch.events.slice(0, batch.events.length >> 1);
  if (!position.ok || position.value === null || half.length === 0) return null;
  const chain = new Chain(hash, toHead(hexToBytes(position.value.head)));
  for (const event of half) chain.append(event);
  return inner.append(match, { events: half, head: chain.hex });
}
