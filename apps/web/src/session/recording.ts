import { err, type Header, type MatchId, type Result } from "@replayground/kernel";
import type { Batch, EventLog, Position, StoreError } from "@replayground/log";
import {
  createFlusher,
  flushWhenHidden,
  requestWriter,
  type Flusher,
  type MatchMeta,
  type WriterLease,
  type WriterRole,
} from "@replayground/log-dexie";
import type { Library } from "./library.ts";
import type { EventSink } from "./play-session.ts";

/** How far the store has followed, for the promise ladder. */
export interface RecordingStatus {
  /** "On this device" reaches exactly this far. */
  readonly acknowledged: number;
  readonly pending: number;
  /** Another tab took the match over: nothing more is written here. */
  readonly role: WriterRole["kind"] | "waiting";
  /** The last thing the store refused, until it is overcome. */
  readonly trouble: StoreError | null;
}

export interface RecordingOptions {
  readonly library: Library;
  readonly header: Header;
  /** Where the stored log stands; null for a match that begins now. */
  readonly from: Position | null;
  readonly meta: Partial<MatchMeta>;
}

/**
 * Writes one match from this tab. Play begins at once: what happens before lease and store are ready waits here, in
 * order. Nothing is called stored before the transaction is complete.
 */
export class Recording implements EventSink {
  private readonly options: RecordingOptions;
  private readonly listeners = new Set<() => void>();
  private readonly early: Batch[] = [];
  private flusher: Flusher | null = null;
  private lease: WriterLease | null = null;
  private stopListening: () => void = () => undefined;
  private isReleased = false;
  private status: RecordingStatus;

  private constructor(options: RecordingOptions) {
    this.options = options;
    this.status = { acknowledged: options.from?.seq ?? 0, pending: 0, role: "waiting", trouble: null };
  }

  static begin(options: RecordingOptions): Recording {
    const recording = new Recording(options);
    void recording.open();
    return recording;
  }

  record(batch: Batch): void {
    if (this.flusher === null) this.early.push(batch);
    else this.flusher.push(batch);
  }

  flush(): void {
    void this.flushed();
  }

  /** Resolves when everything recorded so far is stored, or with the reason why not. */
  async flushed(): Promise<Result<Position, StoreError>> {
    return this.flusher === null ? err({ kind: "unavailable", reason: "not open yet" }) : this.flusher.flushNow();
  }

  /** Lets another tab write. What waits is written first. */
  release(): void {
    this.isReleased = true;
    void this.flushed().finally(() => this.lease?.release());
    this.stopListening();
  }

  /** This tab writes from now on; the other becomes a mirror. */
  takeOver(): void {
    this.lease?.takeOver();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getStatus = (): RecordingStatus => this.status;

  private async open(): Promise<void> {
    const { library, header } = this.options;
    const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
    this.lease = await requestWriter({ locks, match: header.match, onRole: ({ kind }) => this.change({ role: kind }) });
    this.change({ role: this.lease.role().kind });
    const position = await this.position(library.log);
    if (!position.ok) return this.change({ trouble: position.error });
    void library.describe(header.match, this.options.meta);
    this.attach(position.value);
    if (this.isReleased) this.release();
  }

  private async position(log: EventLog): Promise<Result<Position, StoreError>> {
    const { header, from } = this.options;
    return from === null ? log.create(header) : { ok: true, value: from };
  }

  private attach(position: Position): void {
    const { library, header } = this.options;
    const flusher = createFlusher({ log: library.log, match: header.match, position, onStatus: () => this.refresh() });
    this.flusher = flusher;
    this.stopListening = flushWhenHidden(document, window, flusher);
    for (const batch of this.early.splice(0)) flusher.push(batch);
    this.refresh();
  }

  private refresh(): void {
    if (this.flusher === null) return;
    const { acknowledged, pending, phase } = this.flusher.status();
    const trouble = phase.status === "retrying" || phase.status === "halted" ? phase.error : null;
    if (acknowledged.seq > this.status.acknowledged) this.announce(acknowledged);
    this.change({ acknowledged: acknowledged.seq, pending, trouble });
  }

  private announce({ seq, closed }: Position): void {
    const match: MatchId = this.options.header.match;
    this.options.library.announce({ match, seq, closed });
  }

  private change(part: Partial<RecordingStatus>): void {
    this.status = { ...this.status, ...part };
    for (const listener of this.listeners) listener();
  }
}
