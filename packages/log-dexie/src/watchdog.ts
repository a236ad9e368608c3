/**
 * Ends the wait for a handle that will never answer: after a damaged block Chromium closes the connection, and a
 * transaction begun just before neither completes nor aborts (measured).
 */
export class Watchdog {
  private readonly patienceMs: number;
  private readonly endings = new Set<(reason: DOMException) => void>();
  private end: DOMException | null = null;

  constructor(patienceMs: number) {
    this.patienceMs = patienceMs;
  }

  /** The same promise, rejected when the handle is closed by the browser or does not answer in time. */
  guard<T>(work: PromiseLike<T>): Promise<T> {
    if (this.end !== null) return Promise.reject(this.end);
    return new Promise((resolve, reject) => {
      const patience = setTimeout(() => reject(ending("no answer")), this.patienceMs);
      const settle = (): void => {
        clearTimeout(patience);
        this.endings.delete(reject);
      };
      this.endings.add(reject);
      work.then(resolve, reject).then(settle, settle);
    });
  }

  /** The browser closed the handle. */
  bark(): void {
    this.end = ending("the browser closed the connection");
    for (const reject of this.endings) reject(this.end);
  }
}

function ending(message: string): DOMException {
  return new DOMException(message, "InvalidStateError");
}
