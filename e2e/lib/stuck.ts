import { expect, type Page } from "@playwright/test";
import { unwrap } from "@replayground/kernel";
import { tetris } from "@replayground/tetris";
import type { PlayPage } from "../pages/play-page.ts";
import { Shadow } from "../player/shadow.ts";
import { readStoredLog } from "../store/read-store.ts";

/** Ticks per row that a piece falls by its own weight at most; soft drop is twenty times as fast. */
const TICKS_PER_ROW = 30;

/**
 * Goes on with a paused match, waits, and taps one key: what a stuck key would do, the log shows. Returns what is wrong,
 * or null. The match is paused again.
 */
export async function findStuckKey(table: PlayPage, match: string): Promise<string | null> {
  const { page } = table;
  const before = await readStoredLog(page, match);
  await table.resume.click();
  await page.waitForTimeout(250);
  await tapLeft(page);
  if (await table.paused.isVisible()) return null; // a busy page paused by itself: nothing to be heard
  await table.pause();
  const { seq } = await table.everythingStored();
  const after = await readStoredLog(page, match);
  expect(after.events).toHaveLength(seq);

  const news = after.events.slice(before.events.length);
  const inputs = news.filter(({ type }) => type === "input");
  const said = inputs.map(({ data }) => JSON.stringify(data)).join(" ");
  if (said !== '{"edge":"down","key":"left"} {"edge":"up","key":"left"}') return `keys were heard: ${said}`;
  const [from, to] = [Shadow.of(before).view.active, Shadow.of(after).view.active];
  if (from === null || to === null || from.piece !== to.piece) return null; // a new piece tells nothing
  // On a busy machine a tap becomes a hold, and a held key may run.
  const { das } = unwrap(tetris.parseOptions(before.header.options)).handling;
  const isTap = (inputs[1]?.at ?? 0) - (inputs[0]?.at ?? 0) < das;
  if (to.x > from.x || (isTap && from.x - to.x > 1)) return `the piece ran from column ${from.x} to ${to.x}`;
  const ticks = (news.at(-1)?.at ?? 0) - (news[0]?.at ?? 0);
  return from.y - to.y > 1 + ticks / TICKS_PER_ROW ? `the piece fell from row ${from.y} to ${to.y}` : null;
}

/** A tap as the browser reports it, whatever the test's own keyboard believes to be held. */
async function tapLeft(page: Page): Promise<void> {
  const key = { code: "ArrowLeft", key: "ArrowLeft", windowsVirtualKeyCode: 37 };
  const session = await page.context().newCDPSession(page);
  await session.send("Input.dispatchKeyEvent", { ...key, type: "rawKeyDown" });
  await page.waitForTimeout(30);
  await session.send("Input.dispatchKeyEvent", { ...key, type: "keyUp" });
  await session.detach();
}
