import { err, ok, type Result } from "@replayground/kernel";
import type { StoreError } from "@replayground/log";
import { openDatabase, type Database, type DatabaseOptions, type Durability } from "./database.ts";
import type { StoreName, Tables } from "./schema.ts";
import { classify, unavailable, type Trouble } from "./trouble.ts";
import type { OpenReport, StoreNotice, UnavailableReason } from "./types.ts";

export interface ConnectionOptions extends Omit<DatabaseOptions, "onSuperseded"> {
  /** Waits before the second, third ... try of an operation, in milliseconds. */
  readonly retryDelaysMs: readonly number[];
  readonly sleep: (ms: number) => Promise<void>;
  readonly onNotice: (notice: StoreNotice) => void;
}

type Answer<T> = Promise<Result<T, StoreError>>;
type Work<T> = (tables: Tables) => PromiseLike<T>;

/** Reads through one handle that is never opened anew. */
export interface Session {
  readonly read: <T>(stores: readonly StoreName[], work: Work<T>) => Answer<T>;
  /** The handle died during one of the reads. */
  readonly isDead: () => boolean;
}

/** Runs work against the database, and opens it anew when the handle dies. */
export class Connection {
  private readonly options: ConnectionOptions;
  private database: Promise<Database> | null = null;
  private birth: string | null = null;
  private fate: Extract<UnavailableReason, "superseded" | "deleted" | "closed"> | null = null;
  private lastWrite: Promise<unknown> = Promise.resolve();

  constructor(options: ConnectionOptions) {
    this.options = options;
  }

  open(): Answer<OpenReport> {
    return this.attempt("read", (database) => Promise.resolve(database.report));
  }

  /** A consistent view of the stores. */
  read<T>(stores: readonly StoreName[], work: Work<T>): Answer<T> {
    return this.attempt("read", (database) => database.read(stores, work));
  }

  /** Writes run one after another, in the order of the calls; each is stored whole or not at all. */
  write<T>(durability: Durability, stores: readonly StoreName[], work: Work<T>): Answer<T> {
    const turn = this.lastWrite.then(() =>
      this.attempt("write", (database) => database.write(durability, stores, work)),
    );
    this.lastWrite = turn.catch(() => null);
    return turn;
  }

  /**
   * The handle that is open, for a rescue: what it can still read is read before anything is opened anew. A damaged part
   * is `unreadable`; when the handle dies, everything after that is `connection`.
   */
  pin(): Answer<Session> {
    return this.attempt("read", (database) => Promise.resolve(pinned(database)));
  }

  /** Leaves the handle and opens another: which database answers now? */
  renew(): Answer<OpenReport> {
    this.drop();
    return this.open();
  }

  close(): void {
    this.fate ??= "closed";
    this.drop();
  }

  private async attempt<T>(mode: "read" | "write", work: (database: Database) => PromiseLike<T>): Answer<T> {
    for (let tries = 0; ; tries++) {
      if (this.fate !== null) return unavailable(this.fate);
      const handle = this.acquire();
      try {
        return ok(await work(await handle));
      } catch (error) {
        const trouble = classify(error, mode);
        if (trouble === null) throw error;
        const verdict = this.judge(trouble, handle);
        if (verdict !== null) return err(verdict);
        const delay = this.options.retryDelaysMs[tries];
        if (delay === undefined) return unavailable("connection");
        if (trouble.kind === "dead") {
          this.options.onNotice({ kind: "reopening", cause: trouble.cause, attempt: tries + 1 });
        }
        await this.options.sleep(delay);
      }
    }
  }

  /** Null: try again. */
  private judge(trouble: Trouble, handle: Promise<Database>): StoreError | null {
    if (trouble.kind === "again") return null;
    if (trouble.kind === "give_up") return { kind: "unavailable", reason: trouble.reason };
    if (this.database === handle) this.drop(); // else another operation has opened a new one already
    return null;
  }

  private acquire(): Promise<Database> {
    this.database ??= this.openAnew();
    return this.database;
  }

  private async openAnew(): Promise<Database> {
    try {
      const database = await openDatabase({ ...this.options, onSuperseded: (deleted) => this.supersede(deleted) });
      this.welcome(database.report);
      return database;
    } catch (error) {
      this.database = null; // the next try opens again
      throw error;
    }
  }

  private welcome(report: OpenReport): void {
    const was = this.birth;
    this.birth = report.birth;
    if (was !== null && was !== report.birth) this.options.onNotice({ kind: "replaced", was, report });
    else this.options.onNotice({ kind: "opened", report });
  }

  private supersede(deleted: boolean): void {
    this.fate ??= deleted ? "deleted" : "superseded";
    this.database = null;
    this.options.onNotice({ kind: deleted ? "deleted" : "superseded" });
  }

  private drop(): void {
    const dropped = this.database;
    this.database = null;
    dropped?.then((database) => database.close()).catch(() => null); // a handle that never opened needs no closing
  }
}

function pinned(database: Database): Session {
  let isDead = false;
  return {
    read: async (stores, work) => {
      try {
        return ok(await database.read(stores, work));
      } catch (error) {
        const trouble = classify(error, "read");
        if (trouble === null) throw error;
        if (trouble.kind === "give_up") return unavailable(trouble.reason);
        isDead = true;
        return unavailable("connection");
      }
    },
    isDead: () => isDead,
  };
}
