import {
  ByteWriter,
  asciiToBytes,
  bytesToHex,
  canonicalBytes,
  concatBytes,
  err,
  ok,
  toHead,
  unwrap,
  type Head,
  type HashPort,
  type Header,
  type Hex,
  type LogEvent,
  type Result,
} from "@replayground/kernel";
import { writeEvent } from "./event.ts";
import type { LogFault } from "./fault.ts";
import { CHECKPOINT_EVERY, type ChainedLog, type Checkpoint, type WellFormedLog } from "./types.ts";

const DOMAIN = "replayground/log/1\n";

/** head(0) = SHA-256("replayground/log/1\n" canonical(header)). */
export function genesisHead(hash: HashPort, header: Header): Head {
  return toHead(hash.sha256(concatBytes(asciiToBytes(DOMAIN), unwrap(canonicalBytes(header)))));
}

/**
 * head(n) = SHA-256(head(n-1) canonical(event n)). One buffer holds the previous head and, behind it, the event's
 * canonical bytes, so that an event costs one encoding and one hash.
 */
export class Chain {
  private current: Head;
  private readonly hash: HashPort;
  private readonly writer = new ByteWriter(512);

  constructor(hash: HashPort, head: Head) {
    this.hash = hash;
    this.current = head;
  }

  static from(hash: HashPort, header: Header): Chain {
    return new Chain(hash, genesisHead(hash, header));
  }

  /** The head after the last appended event: 32 raw bytes, not changed by later events. */
  get head(): Head {
    return this.current;
  }

  get hex(): Hex {
    return bytesToHex(this.current);
  }

  append(event: LogEvent): Head {
    const { writer } = this;
    writer.length = 0;
    writer.raw(this.current);
    writeEvent(writer, event);
    this.current = toHead(this.hash.sha256(writer.view()));
    return this.current;
  }
}

/** The first four bytes of a head, as one unsigned number. */
export function markOf(head: Head): number {
  return (((head[0] ?? 0) << 24) | ((head[1] ?? 0) << 16) | ((head[2] ?? 0) << 8) | (head[3] ?? 0)) >>> 0;
}

/** The mark of every event of a log. */
export function marksOf(hash: HashPort, log: Pick<WellFormedLog, "header" | "events">): readonly number[] {
  const chain = Chain.from(hash, log.header);
  return log.events.map((event) => markOf(chain.append(event)));
}

/** Whether a mark, where the source gives one, speaks against the head after this event. */
export function isMarkBroken({ marks }: WellFormedLog, seq: number, head: Head): boolean {
  const mark = marks?.[seq - 1];
  return mark !== undefined && mark !== markOf(head);
}

/** Recomputes the chain. `chain_broken` names the first event whose mark differs, or the last where only the head does. */
export function checkChain(hash: HashPort, log: WellFormedLog): Result<ChainedLog, LogFault> {
  const chain = Chain.from(hash, log.header);
  for (const event of log.events) {
    if (isMarkBroken(log, event.seq, chain.append(event))) return err({ kind: "chain_broken", seq: event.seq });
  }
  if (log.claimed !== null && log.claimed !== chain.hex) return err({ kind: "chain_broken", seq: log.events.length });
  return ok({ ...log, head: chain.hex } as ChainedLog); // the brand says what was just computed
}

/** The checkpoints of a log: after every 256 events, and after the last. */
export function checkpointsOf(hash: HashPort, log: WellFormedLog): readonly Checkpoint[] {
  const chain = Chain.from(hash, log.header);
  const checkpoints: Checkpoint[] = [];
  log.events.forEach((event, index) => {
    chain.append(event);
    const last = index === log.events.length - 1;
    if (last || event.seq % CHECKPOINT_EVERY === 0) checkpoints.push({ head: chain.hex, seq: event.seq });
  });
  return checkpoints;
}
