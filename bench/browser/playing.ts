import type { Page } from "@playwright/test";
import { PlayPage } from "../../e2e/pages/play-page.ts";
import { Player } from "../../e2e/player/player.ts";
import { median, quantile } from "../harness/measure.ts";
import type { Figure } from "../harness/types.ts";
import { recordFrames, type FrameCost } from "./frames.ts";
import { pressesSeen, watchPresses } from "./presses.ts";
import type { Site } from "./site.ts";
import { bytesInRecords, bytesInStore } from "./store-size.ts";

/** Length of the stretch of play that is watched, in ms. */
const STRETCH = 1000 * Number(process.env["BENCH_SECONDS"] ?? "60");
/** Three pieces a second. */
const MS_PER_PIECE = 1000 / 3;
/** Length of the stretch in which the same page stands still. */
const IDLE = 5000;
const RESTARTS = 9;
const LONG_FRAME = 25;

/** What playing costs the page: a match at three pieces a second, its log written to the browser's database meanwhile. */
export async function playingFigures({ browser, origin }: Site): Promise<readonly Figure[]> {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  const table = new PlayPage(page);
  await page.goto("/");
  const empty = await bytesInStore(page);
  await table.begin("zen");
  const player = new Player(table);
  await player.play({ pieces: 10, pace: MS_PER_PIECE });
  const frames = await recordFrames(page, () =>
    player.play({ pieces: Math.round(STRETCH / MS_PER_PIECE), pace: MS_PER_PIECE }),
  );
  await table.pause();
  const idle = await recordFrames(page, () => page.waitForTimeout(IDLE));
  const { seq } = await table.everythingStored();
  const stored = (await bytesInStore(page)) - empty;
  const records = await bytesInRecords(page);
  await table.resume.click();
  const presses = await pressFigures(page, player);
  const restart = await restartFigure(table);
  await context.close();
  return [...frameFigures(frames, idle), ...presses, restart, ...bytesFigures(records / seq, stored / seq)];
}

function frameFigures(frames: readonly FrameCost[], idle: readonly FrameCost[]): readonly Figure[] {
  const work = frames.map((frame) => frame.work);
  return [
    { what: "main-thread work a frame, p99", value: quantile(work, 0.99), unit: "ms", bar: atMost(8) },
    { what: "main-thread work a frame, median", value: median(work), unit: "ms" },
    {
      what: "frames with more than 25 ms of work",
      value: longShare(work),
      unit: "%",
      bar: atMost(0.5),
    },
    {
      what: "frames more than 25 ms after the one before",
      value: longShare(frames.map((frame) => frame.interval)),
      unit: "%",
      peer: {
        name: "the same page, paused",
        value: longShare(idle.map((frame) => frame.interval)),
        source: "measured",
      },
      bar: atMost(0.5),
    },
    { what: "frames watched", value: frames.length, unit: "" },
  ];
}

/** Per cent of the values that are long for a frame. */
function longShare(values: readonly number[]): number {
  return (100 * values.filter((value) => value > LONG_FRAME).length) / values.length;
}

/** Twenty pieces with an eye on every key. */
async function pressFigures(page: Page, player: Player): Promise<readonly Figure[]> {
  await page.evaluate(watchPresses);
  await player.play({ pieces: 20, pace: MS_PER_PIECE });
  const presses = await page.evaluate(pressesSeen);
  const shown = presses.filter(({ isShown }) => isShown).length;
  return [
    {
      what: "key presses drawn in the next frame",
      value: (100 * shown) / presses.length,
      unit: "%",
      bar: { kind: "at_least", value: 100 },
    },
    {
      what: "key press to that frame, median",
      value: median(presses.map(({ delay }) => delay)),
      unit: "ms",
    },
  ];
}

async function restartFigure(table: PlayPage): Promise<Figure> {
  const times: number[] = [];
  for (let round = 0; round < RESTARTS; round++) {
    const watch = await table.page.evaluateHandle(watchRestart);
    await table.page.keyboard.press("KeyR");
    times.push(await watch.evaluate(({ answer }) => answer));
    await table.page.waitForTimeout(300);
  }
  return { what: "restart to the first frame of the next match", value: median(times), unit: "ms", bar: atMost(150) };
}

/** Runs in the page: from the key to the frame in which another match is on the table, in ms. */
function watchRestart(): { readonly answer: Promise<number> } {
  const match = document.querySelector("[data-match]")?.getAttribute("data-match");
  const answer = new Promise<number>((resolve) => {
    const look = (from: number): void => {
      const now = document.querySelector("[data-match]")?.getAttribute("data-match");
      if (typeof now === "string" && now !== match) resolve(performance.now() - from);
      else requestAnimationFrame(() => look(from));
    };
    window.addEventListener("keydown", ({ timeStamp }) => look(timeStamp), { capture: true, once: true });
  });
  return { answer };
}

function bytesFigures(records: number, disk: number): readonly Figure[] {
  return [
    { what: "IndexedDB, the records of that match", value: records, unit: "B/event", bar: atMost(60) },
    { what: "the same on the disk, journal included", value: disk, unit: "B/event" },
  ];
}

function atMost(value: number): Figure["bar"] & object {
  return { kind: "at_most", value };
}
