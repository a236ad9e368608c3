import { err } from "@replayground/kernel";
import { trustedScriptUrl } from "../platform/trusted-urls.ts";
import workerUrl from "./judge.worker.ts?worker&url";
import type { JudgeFault, JudgeKind, JudgeReply, JudgeRequest, JudgeResult, JudgeTask } from "./protocol.ts";

/** An honest file of the largest accepted size takes a few seconds; a hostile one is stopped here. */
const TIME_LIMIT_S = 60;

export interface JudgeOptions {
  readonly onProgress?: (seq: number, total: number) => void;
  readonly signal?: AbortSignal;
}

type Task<K extends JudgeKind> = Extract<JudgeTask, { readonly kind: K }>;

let ids = 0;

/**
 * Gives one task to a worker of its own and waits for the verdict. Each task gets a fresh worker that ends with it:
 * stopping one is ending it, and whatever a hostile file did to its memory goes with it.
 */
export function judge<K extends JudgeKind>(task: Task<K>, options: JudgeOptions = {}): Promise<JudgeResult<K>> {
  return new Promise((resolve) => {
    const worker = createWorker();
    const finish = (result: JudgeResult<K>): void => {
      clearTimeout(timer);
      options.signal?.removeEventListener("abort", cancel);
      worker?.terminate();
      resolve(result);
    };
    let seen = 0;
    const cancel = (): void => finish(err({ kind: "cancelled", seq: seen }));
    const timer = setTimeout(() => finish(err({ kind: "over_time", seconds: TIME_LIMIT_S })), TIME_LIMIT_S * 1000);
    options.signal?.addEventListener("abort", cancel);
    if (worker === null) return finish(trouble("this browser gives the page no workers"));
    worker.addEventListener("error", ({ message }) => finish(trouble(message)));
    worker.addEventListener("message", ({ data }: MessageEvent<JudgeReply>) => {
      if (data.kind === "progress") {
        seen = data.seq;
        options.onProgress?.(data.seq, data.total);
      } else finish(data.result as JudgeResult<K>); // the worker answers the task it was given
    });
    const request: JudgeRequest = { id: ++ids, task };
    worker.postMessage(request);
  });
}

function createWorker(): Worker | null {
  try {
    return new Worker(trustedScriptUrl(workerUrl), { type: "module" });
  } catch {
    return null; // refused by the browser or a policy of the network
  }
}

function trouble(reason: string): { readonly ok: false; readonly error: JudgeFault } {
  return { ok: false, error: { kind: "no_worker", reason } };
}
