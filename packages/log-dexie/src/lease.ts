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
  /** Makes this tab the writer now; the tab that was becomes a mirror. */
  readonly takeOver: () => void;
  readonly release: () => void;
}

export interface LeaseOptions {
  /** `navigator.locks`, or undefined where there is none. */
  readonly locks: LockManager | undefined;
  readonly match: MatchId;
  /** Called with every role after the first. */
  readonly onRole: (role: WriterRole) => void;
}

/**
 * Asks to be the one tab that writes a match. Resolves with the first role. The browser frees the lock of a tab that
 * is closed, crashes or is killed, and the next mirror in line becomes the writer at once.
 */
export async function requestWriter({ locks, match, onRole }: LeaseOptions): Promise<WriterLease> {
  if (locks === undefined) return unguardedLease(onRole);
  const lease = new LockLease(locks, `replayground/writer/${match}`, onRole);
  await lease.start();
  return {
    role: () => lease.role,
    takeOver: () => lease.takeOver(),
    release: () => lease.release(),
  };
}

function unguardedLease(onRole: (role: WriterRole) => void): WriterLease {
  let role: WriterRole = { kind: "writer", isGuarded: false };
  return {
    role: () => role,
    takeOver: () => undefined,
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
  /** Ends the hold, or the wait for one. */
  private end: () => void = () => undefined;

  constructor(locks: LockManager, name: string, onRole: (role: WriterRole) => void) {
    this.locks = locks;
    this.name = name;
    this.onRole = onRole;
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
    this.end();
    this.ask({ steal: true });
  }

  release(): void {
    this.become({ kind: "released" });
    this.end();
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

  /** Another tab took over. */
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
