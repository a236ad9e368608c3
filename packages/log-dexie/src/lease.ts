import type { MatchId } from "@replayground/kernel";

/** What this tab may do with a match. */
export type WriterRole =
  /**
   * It may append. `isGuarded` is false where the browser has no locks (plain http): then a second tab is not noticed
   * here, only refused by the store as a conflict.
   */
  | { readonly kind: "writer"; readonly isGuarded: boolean }
  /** Another tab writes. This one becomes the writer when that tab is gone, or by `takeOver`. */
  | { readonly kind: "mirror" }
  | { readonly kind: "released" };

export interface WriterLease {
  readonly role: () => WriterRole;
  /**
   * Makes this tab the writer. The tab that was is asked first, so that it can store what it holds; one that does not
   * answer, because it is frozen, loses the lock after half a second.
   */
  readonly takeOver: () => void;
  /** Lets the tab write that asked; this one becomes a mirror. */
  readonly handOver: () => void;
  readonly release: () => void;
}

export interface LeaseOptions {
  /** `navigator.locks`, or undefined where there is none. */
  readonly locks: LockManager | undefined;
  readonly match: MatchId;
  /** Called with every role after the first. */
  readonly onRole: (role: WriterRole) => void;
  /** Another tab asks to write: store what waits, then `handOver`. Without it the lock is handed over at once. */
  readonly onAsked?: () => void;
  /** `(name) => new BroadcastChannel(name)`. Without it a tab that takes over does not ask. */
  readonly openChannel?: ((name: string) => BroadcastChannel) | undefined;
}

/** How long a tab that is asked for the lock may take to answer, in ms. */
const ANSWER_MS = 500;

/**
 * Asks to be the one tab that writes a match. Resolves with the first role. The browser frees the lock of a tab that
 * is closed, crashes or is killed, and the next mirror in line becomes the writer at once.
 */
export async function requestWriter(options: LeaseOptions): Promise<WriterLease> {
  const { locks, onRole } = options;
  if (locks === undefined) return unguardedLease(onRole);
  const lease = new LockLease(locks, options);
  await lease.start();
  return {
    role: () => lease.role,
    takeOver: () => lease.takeOver(),
    handOver: () => lease.handOver(),
    release: () => lease.release(),
  };
}

function unguardedLease(onRole: (role: WriterRole) => void): WriterLease {
  let role: WriterRole = { kind: "writer", isGuarded: false };
  return {
    role: () => role,
    takeOver: () => undefined,
    handOver: () => undefined,
    release: () => {
      role = { kind: "released" };
      onRole(role);
    },
  };
}

class LockLease {
  role: WriterRole = { kind: "mirror" };
  private readonly locks: LockManager;
  private readonly name: string;
  private readonly onRole: (role: WriterRole) => void;
  private readonly channel: BroadcastChannel | undefined;
  /** Ends the hold, or the wait for one. */
  private end: () => void = () => undefined;

  constructor(locks: LockManager, { match, onRole, onAsked, openChannel }: LeaseOptions) {
    this.locks = locks;
    this.name = `replayground/writer/${match}`;
    this.onRole = onRole;
    this.channel = openChannel?.(this.name);
    // Whatever the message says: a tab that speaks here wants the lock.
    this.channel?.addEventListener("message", () => {
      if (!isGuardedWriter(this.role)) return;
      if (onAsked === undefined) this.handOver();
      else onAsked();
    });
  }

  /** Resolves once the lock is held, or known to be taken, or where locks are forbidden. */
  start(): Promise<void> {
    return new Promise((resolve) => {
      const answer = this.locks.request(this.name, { ifAvailable: true }, (lock) => {
        if (lock === null) this.queue();
        else this.role = { kind: "writer", isGuarded: true };
        resolve();
        return lock === null ? null : this.hold();
      });
      answer.catch(() => {
        if (isGuardedWriter(this.role)) return this.lose();
        this.role = { kind: "writer", isGuarded: false }; // a sandboxed page: the request itself was refused
        return resolve();
      });
    });
  }

  takeOver(): void {
    if (this.role.kind !== "mirror") return;
    if (this.channel === undefined) return this.steal();
    this.channel.postMessage("hand over");
    setTimeout(() => this.steal(), ANSWER_MS);
  }

  handOver(): void {
    if (!isGuardedWriter(this.role)) return;
    const letGo = this.end;
    this.lose();
    letGo();
  }

  release(): void {
    this.become({ kind: "released" });
    this.end();
    this.channel?.close();
  }

  private steal(): void {
    if (this.role.kind !== "mirror") return;
    this.end();
    this.ask({ steal: true });
  }

  /** Waits in line behind the writer. */
  private queue(): void {
    const wait = new AbortController();
    this.end = () => wait.abort();
    this.ask({ signal: wait.signal });
  }

  /** A rejection after the lock was held means that it was stolen; before that, that the wait was ended. */
  private ask(options: LockOptions): void {
    let isHeld = false;
    const answer = this.locks.request(this.name, options, () => {
      if (this.role.kind === "released") return null;
      isHeld = true;
      this.become({ kind: "writer", isGuarded: true });
      return this.hold();
    });
    answer.catch(() => (isHeld ? this.lose() : null));
  }

  private hold(): Promise<void> {
    return new Promise((resolve) => {
      this.end = resolve;
    });
  }

  /** Another tab takes over; this one waits behind it. */
  private lose(): void {
    if (this.role.kind === "released") return;
    this.become({ kind: "mirror" });
    this.queue();
  }

  private become(role: WriterRole): void {
    this.role = role;
    this.onRole(role);
  }
}

function isGuardedWriter(role: WriterRole): boolean {
  return role.kind === "writer" && role.isGuarded;
}
