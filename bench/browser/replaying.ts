import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { HistoryPage, matchFile } from "../../e2e/pages/history-page.ts";
import { ReplayPage } from "../../e2e/pages/replay-page.ts";
import { readIndex } from "../corpus/files.ts";
import { median, quantile } from "../harness/measure.ts";
import type { Figure } from "../harness/types.ts";
import type { Site } from "./site.ts";
import { bytesInStore } from "./store-size.ts";
import { MainThread } from "./cpu.ts";

/** Ten minutes of play. */
const GAME = "zen-ten-minutes";
const OPENINGS = 9;
const SEEKS = 200;

/** What watching back costs: a ten-minute game taken in, opened from History, and scrubbed at random. */
export async function replayingFigures({ browser, origin }: Site): Promise<readonly Figure[]> {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  const history = new HistoryPage(page);
  const replay = new ReplayPage(page);
  await history.open();
  const empty = await bytesInStore(page);
  await history.openFile(matchFile(readFileSync(new URL(`../corpus/logs/${GAME}.jsonl.gz`, import.meta.url))));
  await replay.tape.waitFor();
  const stored = (await bytesInStore(page)) - empty;
  const thread = await MainThread.of(page);
  const openings = await openOften(page, { history, replay, thread });
  const seeks = await seekOften(page, { replay, thread });
  await context.close();
  const events = readIndex().find(({ name }) => name === GAME)?.events ?? 0;
  return [...openingFigures(openings, events), ...seekFigures(seeks), bytesFigure(stored / events)];
}

/** What something took: on the clock on the wall, and on the page's main thread. In ms. */
interface Cost {
  readonly wall: number;
  readonly cpu: number;
}

function openingFigures([cold, ...warm]: readonly Cost[], events: number): readonly Figure[] {
  const bar = { kind: "at_most", value: 100 } as const;
  return [
    {
      what: `open a replay of ${events} events, CPU, median`,
      value: median(warm.map(({ cpu }) => cpu)),
      unit: "ms",
      bar,
    },
    { what: "the same on the wall", value: median(warm.map(({ wall }) => wall)), unit: "ms" },
    { what: "the same, loading the screen's code", value: cold?.cpu ?? 0, unit: "ms" },
  ];
}

function seekFigures(seeks: readonly Cost[]): readonly Figure[] {
  const cpu = seeks.map((cost) => cost.cpu);
  return [
    { what: "random seek, CPU, p95", value: quantile(cpu, 0.95), unit: "ms", bar: { kind: "at_most", value: 16 } },
    { what: "random seek, CPU, median", value: median(cpu), unit: "ms" },
    {
      what: "random seek on the wall, p95",
      value: quantile(
        seeks.map(({ wall }) => wall),
        0.95,
      ),
      unit: "ms",
    },
  ];
}

function bytesFigure(value: number): Figure {
  const what = "IndexedDB on the disk, taken in from a file";
  return { what, value, unit: "B/event", bar: { kind: "at_most", value: 60 } };
}

interface Opening {
  readonly history: HistoryPage;
  readonly replay: ReplayPage;
  readonly thread: MainThread;
}

/** From History by a click, several times; the first loads the screen's code. */
async function openOften(page: Page, { history, replay, thread }: Opening): Promise<readonly Cost[]> {
  const costs: Cost[] = [];
  await history.open();
  for (let opening = 0; opening < OPENINGS; opening++) {
    const link = history.rows.getByRole("link").first();
    await link.waitFor();
    let wall = 0;
    const cpu = await thread.spent(async () => (wall = await link.evaluate(clickAndWait)));
    costs.push({ wall, cpu });
    await replay.tape.waitFor();
    await page.goBack();
  }
  return costs;
}

/** Runs in the page: from the click to the end of the frame that shows the Tape, in ms. */
function clickAndWait(link: HTMLElement): Promise<number> {
  const from = performance.now();
  link.click();
  return new Promise((resolve) => {
    const look = (): void => {
      const isOpen = document.querySelector('[role=slider][aria-label="The Tape"]') !== null;
      if (!isOpen) requestAnimationFrame(look);
      else requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - from)));
    };
    look();
  });
}

/** Clicks on the Tape at random places: until the page has shown each and is free again. */
async function seekOften(page: Page, { replay, thread }: Omit<Opening, "history">): Promise<readonly Cost[]> {
  await page.goForward();
  const box = await replay.tape.boundingBox();
  if (box === null) throw new Error("The Tape has no place on the screen.");
  const costs: Cost[] = [];
  for (let seek = 0; seek < SEEKS; seek++) {
    const x = box.x + box.width * ((seek * 0.618_034) % 1);
    const watch = await page.evaluateHandle(watchSeek);
    let wall = 0;
    const cpu = await thread.spent(async () => {
      await page.mouse.click(x, box.y + box.height / 2);
      wall = await watch.evaluate(({ answer }) => answer);
    });
    costs.push({ wall, cpu });
  }
  return costs;
}

/** Runs in the page: the press is handled, the state folded, React has rendered and the board is drawn. In ms. */
function watchSeek(): { readonly answer: Promise<number> } {
  const answer = new Promise<number>((resolve) => {
    const press = (): void => {
      const from = performance.now();
      const { port1, port2 } = new MessageChannel();
      port1.addEventListener("message", () => resolve(performance.now() - from));
      port1.start();
      port2.postMessage(null);
    };
    window.addEventListener("pointerdown", press, { capture: true, once: true });
  });
  return { answer };
}
