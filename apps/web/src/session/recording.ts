import { err, type Header, type MatchId, type Result } from "@replayground/kernel";
import type { Batch, Position, StoreError } from "@replayground/log";
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
  /** So much waits to be stored that the match should pause. */
  readonly isPressed: boolean;
}

export interface RecordingOptions {
  readonly library: Library;
  readonly header: Header;
  /** Whether the match begins now; otherwise its log is in the store. */
  readonly isNew: boolean;
  readonly meta: Partial<MatchMeta>;
}

/** How long to wait before a store that could not take the match is asked again. */
const ATTACH_AGAIN_MS = 1000;

/**
 * Writes one match from this tab, as long as this tab is its one writer. A new match is played at once: what happens
 * before lease and store are ready waits here, in order. A stored one is read and continued only after `role` has become
 * `writer`, because until then another tab may still be adding to it. Nothing is called stored before its transaction
 * is complete.
 */
export class Recording implements EventSink {
  private readonly options: RecordingOptions;
  private readonly listeners = new Set<() => void>();
  private readonly early: Batch[] = [];
  private flusher: Flusher | null = null;
  private lease: WriterLease | null = null;
  private stopListening: () => void = () => undefined;
  private finish: () => void = () => undefined;
  private opened: Promise<void> = Promise.resolve();
  private attaching: Promise<void> | null = null;
  private isReleased = false;
  private status: RecordingStatus;

  private constructor(options: RecordingOptions) {
    this.options = options;
    this.status = { acknowledged: 0, pending: 0, role: "waiting", trouble: null, isPressed: false };
  }

  static begin(options: RecordingOptions): Recording {
    const recording = new Recording(options);
    recording.opened = recording.open();
    return recording;
  }

  record(batch: Batch): void {
    if (this.status.role === "mirror" || this.isReleased) return; // a frame or two may still be played after it
    if (this.flusher === null) this.early.push(batch);
    else this.flusher.push(batch);
  }

  flush(): void {
    void this.flushed();
  }

  /** Resolves when everything recorded so far is stored, or with the reason why not. */
  async flushed(): Promise<Result<Position, StoreError>> {
    await this.opened;
    return this.flusher === null
      ? err(this.status.trouble ?? { kind: "unavailable", reason: "not the writer" })
      : this.flusher.flushNow();
  }

  /** The first role after the wait for the lock. */
  settled(): Promise<Exclude<RecordingStatus["role"], "waiting">> {
    return new Promise((resolve) => {
      const check = (): void => {
        const { role } = this.status;
        if (role === "waiting") return;
        stop();
        resolve(role);
      };
      const stop = this.subscribe(check);
      check();
    });
  }

  /** Lets another tab write. What waits is written first. */
  async release(): Promise<void> {
    this.isReleased = true;
    await this.flushed();
    this.stopListening();
    this.lease?.release();
  }

  /** Nothing happened that anyone would miss: takes the match out of the store again, and lets go of it. */
  async discard(): Promise<void> {
    this.isReleased = true;
    await this.flushed(); // a write on its way would come after the removal
    const isWriter = this.flusher !== null;
    this.detach();
    if (isWriter) await this.options.library.remove(this.options.header.match);
    this.lease?.release();
  }

  /** This tab writes from now on; the other stores what it has and becomes a mirror. */
  takeOver(): void {
    this.lease?.takeOver();
  }

  /**
   * The stored log may have grown since this tab became its writer: a tab that was too busy to answer had an append on
   * its way. Starts to write anew, from where the log stands now.
   */
  async catchUp(): Promise<void> {
    this.detach();
    await this.attach();
  }

  /** What to do before another tab gets the match that asks for it: the last chance to record. */
  whenAsked(finish: () => void): void {
    this.finish = finish;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly getStatus = (): RecordingStatus => this.status;

  private async open(): Promise<void> {
    const { match } = this.options.header;
    const locks = typeof navigator === "undefined" ? undefined : navigator.locks;
    this.lease = await requestWriter({
      locks,
      match,
      onRole: (role) => void this.become(role.kind),
      onAsked: () => void this.handOver(),
      openChannel: typeof BroadcastChannel === "undefined" ? undefined : (name) => new BroadcastChannel(name),
    });
    await this.become(this.lease.role().kind);
  }

  private async handOver(): Promise<void> {
    this.finish();
    await this.flushed();
    this.lease?.handOver();
  }

  private async become(role: WriterRole["kind"]): Promise<void> {
    if (role === "writer" && this.flusher === null) {
      this.attaching ??= this.attach().finally(() => (this.attaching = null)); // the role may be told twice meanwhile
      await this.attaching;
    }
    const current = this.lease?.role().kind ?? role; // another tab may have come in between
    if (current === "mirror") this.detach();
    this.change({ role: current });
  }

  private async attach(): Promise<void> {
    const { library, header, meta } = this.options;
    const position = await this.position();
    if (!position.ok) return this.attachLater(position.error);
    if (this.lease?.role().kind !== "writer") return; // lost while the store was asked
    const { log } = library;
    const onStatus = (): void => this.refresh();
    const flusher = createFlusher({ log, match: header.match, position: position.value, onStatus });
    this.flusher = flusher;
    this.stopListening = flushWhenHidden(document, window, flusher);
    for (const batch of this.early.splice(0)) flusher.push(batch);
    void library.describe(header.match, meta);
    this.refresh();
  }

  /** No room, no answer: what is played waits here, and writing goes on by itself when the store does. */
  private attachLater(trouble: StoreError): void {
    this.change({ trouble });
    if (trouble.kind !== "unavailable" || this.isReleased) return;
    setTimeout(() => {
      const isWanted = this.flusher === null && !this.isReleased && this.lease?.role().kind === "writer";
      if (isWanted) void this.attach();
    }, ATTACH_AGAIN_MS);
  }

  /** Another tab writes: whatever was not stored here has no place in its log any more. */
  private detach(): void {
    this.stopListening();
    this.flusher?.stop();
    this.flusher = null;
    this.early.length = 0;
  }

  private async position(): Promise<Result<Position, StoreError>> {
    const { library, header, isNew } = this.options;
    if (isNew) return library.log.create(header);
    const position = await library.log.position(header.match);
    if (!position.ok) return position;
    return position.value === null ? err({ kind: "unknown_match" }) : { ok: true, value: position.value };
  }

  private refresh(): void {
    if (this.flusher === null) return;
    const { acknowledged, pending, phase, isPressed } = this.flusher.status();
    const trouble = phase.status === "retrying" || phase.status === "halted" ? phase.error : null;
    if (acknowledged.seq > this.status.acknowledged) this.announce(acknowledged);
    this.change({ acknowledged: acknowledged.seq, pending, trouble, isPressed });
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
