import { isFrameEvent } from "@replayground/engine";
import { expect, test } from "../fixtures.ts";
import { playGame } from "../lib/games.ts";
import type { ReplayPage, StepUnit } from "../pages/replay-page.ts";

const game = playGame({ mode: "sprint" });
const { match } = game.header;

test.beforeEach(async ({ history, replay }) => {
  await history.take(game);
  await expect(replay.tape).toBeVisible();
});

test("a replay opens at its end, and the Tape leads anywhere", async ({ page, replay }) => {
  const length = game.events.length;
  expect(await replay.length()).toBe(length);
  expect(await replay.position()).toBe(length);

  await replay.tape.focus();
  for (const [key, at] of [
    ["Home", 0],
    ["ArrowRight", 1],
    ["Shift+ArrowRight", 11],
    ["ArrowLeft", 10],
    ["End", length],
  ] as const) {
    await page.keyboard.press(key);
    expect(await replay.position(), key).toBe(at);
  }

  await replay.dragTo(0.5);
  const middle = await replay.position();
  expect(Math.abs(middle - length / 2)).toBeLessThan(length / 20);
  // The address of a position shows the same board as scrubbing there does.
  const board = await replay.picture();
  await page.goto(`/replay/${match}?at=${middle}`);
  await expect(replay.tape).toBeVisible();
  expect(await replay.position()).toBe(middle);
  expect(await replay.picture()).toBe(board);
});

test("steps go by event, input, piece and tick, and back the same way", async ({ replay }) => {
  const seqsOf = (isStop: (type: string) => boolean): readonly number[] =>
    game.events.filter(({ type }) => isStop(type)).map(({ seq }) => seq);
  const stopsBy: readonly (readonly [StepUnit, readonly number[]])[] = [
    ["event", seqsOf((type) => !isFrameEvent(type))],
    ["input", seqsOf((type) => type === "input")],
    ["piece", seqsOf((type) => type === "piece_spawn")],
  ];
  for (const [unit, stops] of stopsBy) {
    await replay.seekTo(0);
    await replay.stepBy(unit);
    const walk = stops.slice(0, 5);
    for (const seq of walk) {
      await replay.stepOn();
      expect(await replay.position(), unit).toBe(seq);
    }
    for (const seq of walk.slice(0, -1).reverse()) {
      await replay.stepBack();
      expect(await replay.position(), `back one ${unit}`).toBe(seq);
    }
  }

  await replay.stepBy("tick");
  await replay.seekTo(0);
  // A tick is 1/600 s: sixty of them are a tenth of a second on the clock. The first shows what stands at the start.
  await replay.page.keyboard.press(".");
  const before = await replay.picture();
  for (let tick = 1; tick < 60; tick++) await replay.page.keyboard.press(".");
  await expect(replay.clock).toHaveText("0:00.1");
  for (let tick = 1; tick < 60; tick++) await replay.page.keyboard.press(",");
  await expect(replay.clock).toHaveText("0:00.0");
  expect(await replay.picture()).toBe(before);
});

test("it plays at sixteen speeds' worth, in reverse, and stops at either end", async ({ replay }) => {
  const slow = await ticksIn(replay, 0.5);
  const fast = await ticksIn(replay, 4);
  // Ticks a second of the page's own time: 600 at normal speed.
  expect(slow).toBeGreaterThan(600 * 0.5 * 0.7);
  expect(slow).toBeLessThan(600 * 0.5 * 1.3);
  expect(fast).toBeGreaterThan(600 * 4 * 0.7);
  expect(fast).toBeLessThan(600 * 4 * 1.3);

  await replay.speed(16);
  await replay.seekTo(300);
  await replay.reverse.click();
  await expect.poll(() => replay.position()).toBe(0);
  await expect(replay.play).toBeVisible();
  await replay.play.click();
  await expect.poll(() => replay.position()).toBe(game.events.length);
  await expect(replay.play).toBeVisible();
});

/** Ticks that pass on the match clock in a second of the page. */
async function ticksIn(replay: ReplayPage, speed: number): Promise<number> {
  await replay.seekTo(0);
  await replay.speed(speed);
  await replay.play.click();
  const rate = await replay.measureClock(1500);
  await replay.pause.click();
  return rate;
}
