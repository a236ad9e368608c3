import type { MatchId } from "@replayground/kernel";
import type { EventLog, Position } from "@replayground/log";
import type { CanaryBackup } from "./canary-file.ts";
import { canaryOf, judgeCanary, type CanaryPort, type CanaryRecord, type CanaryVerdict, type Found } from "./canary.ts";

/** Keeps the canary in step with a log. */
export interface Canary {
  /** The newer of the two copies is in place. Await it before `check`. */
  readonly ready: Promise<void>;
  /** What the canary says about the database; call it once, at the start. */
  readonly check: (found: Found) => CanaryVerdict;
  /** Makes the canary fit what is there: after `check`, so that a loss is told once. */
  readonly adopt: (found: Found) => void;
  /** The same log; everything it acknowledges is noted. */
  readonly watch: (log: EventLog) => EventLog;
}

/**
 * Two tabs may write the text at the same moment; then one note is lost, and the canary knows a little less (or, after a
 * removal, a match too many) until the next `adopt`.
 */
export function createCanary(port: CanaryPort, backup?: CanaryBackup): Canary {
  const write = (canary: CanaryRecord): void => {
    const text = JSON.stringify(canary);
    writeText(port, text);
    backup?.save(text);
  };
  const change = (edit: (canary: CanaryRecord) => CanaryRecord): void => {
    const canary = readCanary(port);
    if (canary !== null) write({ ...edit(canary), n: canary.n + 1 });
  };
  return {
    ready: backup === undefined ? Promise.resolve() : recall(port, backup),
    check: (found) => judgeCanary(readCanary(port), found),
    adopt: (found) => write(canaryOf(found, (readCanary(port)?.n ?? 0) + 1)),
    watch: (log) => ({
      ...log,
      create: async (header) => {
        const answer = await log.create(header);
        if (answer.ok) change((canary) => noted(canary, header.match, answer.value));
        return answer;
      },
      append: async (match, batch) => {
        const answer = await log.append(match, batch);
        if (answer.ok) change((canary) => noted(canary, match, answer.value));
        return answer;
      },
      remove: async (match) => {
        const position = await log.position(match);
        const answer = await log.remove(match);
        if (answer.ok) change((canary) => forgotten(canary, match, position.ok ? position.value : null));
        return answer;
      },
    }),
  };
}

/** Puts the backup in place where it is newer. */
async function recall(port: CanaryPort, backup: CanaryBackup): Promise<void> {
  const text = await backup.load();
  const copy = text === null ? null : parseText(text);
  if (text !== null && copy !== null && copy.n > (readCanary(port)?.n ?? -1)) writeText(port, text);
}

/** The match reaches this far. A finished one is counted once: when it leaves the open ones. */
function noted(canary: CanaryRecord, match: MatchId, { seq, closed }: Position): CanaryRecord {
  if (!closed) return { ...canary, open: { ...canary.open, [match]: seq } };
  if (canary.open[match] === undefined) return canary;
  const { matches, events } = canary.finished;
  return { ...canary, open: without(canary.open, match), finished: { matches: matches + 1, events: events + seq } };
}

function forgotten(canary: CanaryRecord, match: MatchId, position: Position | null): CanaryRecord {
  if (canary.open[match] !== undefined) return { ...canary, open: without(canary.open, match) };
  if (position === null) return canary;
  const { matches, events } = canary.finished;
  return { ...canary, finished: { matches: Math.max(0, matches - 1), events: Math.max(0, events - position.seq) } };
}

function without(open: CanaryRecord["open"], match: MatchId): CanaryRecord["open"] {
  const { [match]: _gone, ...rest } = open;
  return rest;
}

/** Null where there is none, or none that can be understood. */
export function readCanary(port: CanaryPort): CanaryRecord | null {
  try {
    return parseText(port.get() ?? "null");
  } catch {
    return null; // a blocked store is the same as none
  }
}

function parseText(text: string): CanaryRecord | null {
  try {
    return parseCanary(JSON.parse(text));
  } catch {
    return null;
  }
}

function parseCanary(value: unknown): CanaryRecord | null {
  if (!isRecord(value) || typeof value["birth"] !== "string") return null;
  const { birth, finished, open, n = 0 } = value;
  if (!isRecord(finished) || !isRecord(open)) return null;
  const { matches, events } = finished;
  if (!isCount(matches) || !isCount(events) || !isCount(n)) return null;
  const seqs: Record<string, number> = {};
  for (const [match, seq] of Object.entries(open)) if (isCount(seq)) seqs[match] = seq;
  return { n, birth, finished: { matches, events }, open: seqs };
}

function writeText(port: CanaryPort, text: string): void {
  try {
    port.set(text);
  } catch {
    // A full or blocked store: the canary is a help, and the match goes on without it.
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0;
}
