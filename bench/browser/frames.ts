import type { CDPSession, Page } from "@playwright/test";

/** What the page's main thread did between two frames, in ms. */
export interface FrameCost {
  /** CPU time of everything that ran: input, game, React, style, layout, paint, garbage collection. */
  readonly work: number;
  /** Time since the frame before. On a machine that is busy otherwise it says little about the page. */
  readonly interval: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly tdur?: number;
  readonly args: { readonly name?: string };
}

const CATEGORIES = ["toplevel", "devtools.timeline", "disabled-by-default-devtools.timeline", "__metadata"];

/** Records what the main thread of a page does while `work` runs, by Chromium's own trace. */
export async function recordFrames(page: Page, work: () => Promise<void>): Promise<readonly FrameCost[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  // The protocol types a trace as a list of records: what Chromium writes is this.
  session.on("Tracing.dataCollected", ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: CATEGORIES, recordMode: "recordAsMuchAsPossible" },
  });
  await work();
  await endTrace(session);
  await session.detach();
  return framesOf(events);
}

async function endTrace(session: CDPSession): Promise<void> {
  const complete = new Promise((resolve) => session.once("Tracing.tracingComplete", resolve));
  await session.send("Tracing.end");
  await complete;
}

/** Cuts the tasks of the thread that animates into frames: a task belongs to the frame that it ends before or draws. */
function framesOf(events: readonly TraceEvent[]): readonly FrameCost[] {
  const drawn = mostFrequentThread(events.filter(({ name }) => name === "FireAnimationFrame"));
  const starts = drawn.map(({ ts }) => ts).sort((a, b) => a - b);
  const [first] = drawn;
  if (first === undefined) return [];
  const tasks = events.filter(({ name, pid, tid }) => name === "RunTask" && pid === first.pid && tid === first.tid);
  tasks.sort((a, b) => a.ts - b.ts);
  const costs: FrameCost[] = [];
  let task = tasks.findIndex(({ ts }) => ts >= (starts[0] ?? 0));
  for (let frame = 1; frame < starts.length; frame++) {
    const [from = 0, to = 0] = [starts[frame - 1], starts[frame]];
    let work = 0;
    for (; task < tasks.length && (tasks[task]?.ts ?? 0) < to; task++) work += tasks[task]?.tdur ?? 0;
    costs.push({ work: work / 1000, interval: (to - from) / 1000 });
  }
  return costs;
}

/** Other pages animate too: the one that was looked at does so all the time. */
function mostFrequentThread(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const byThread = new Map<string, TraceEvent[]>();
  for (const event of events) {
    const thread = `${event.pid} ${event.tid}`;
    byThread.set(thread, [...(byThread.get(thread) ?? []), event]);
  }
  return [...byThread.values()].sort((a, b) => b.length - a.length)[0] ?? [];
}
