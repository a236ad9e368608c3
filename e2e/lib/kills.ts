import type { Page } from "@playwright/test";
import { HomePage } from "../pages/home-page.ts";
import { PlayPage } from "../pages/play-page.ts";
import { Player } from "../player/player.ts";
import { readStoredLog } from "../store/read-store.ts";
import type { Device } from "./device.ts";
import type { Dice } from "./dice.ts";

/** What came of many kills. Everything but `kills`, `acknowledged` and named losses must be 0. */
export interface KillTally {
  kills: number;
  /** Events that the store had acknowledged when the browser died, all kills together. */
  acknowledged: number;
  /** Acknowledged events that were gone, and of which the page said nothing. */
  lost: number;
  /** Acknowledged events that were gone and whose loss Home named. */
  named: number;
  /** Kills after which the browser had thrown the whole database away, noticed by the canary. */
  wipes: number;
  /** Starts after which the match, or a new one, could not be played on. */
  loops: number;
}

/** Rounds that one match is played through; then the next begins. */
const ROUNDS_PER_MATCH = 10;

/** Kills a browser at random moments of play and looks after each what is left. */
export async function killOften(device: Device, dice: Dice, kills: number): Promise<KillTally> {
  const tally: KillTally = { kills: 0, acknowledged: 0, lost: 0, named: 0, wipes: 0, loops: 0 };
  let page = await device.start();
  let match: string | null = null;
  for (let round = 0; round < kills; round++) {
    match = round % ROUNDS_PER_MATCH === 0 ? null : match;
    const table = new PlayPage(page);
    match = match === null ? await table.begin("zen") : await goOn(table, match);
    const before = await playUntilKilled(device, table, dice.between(300, 3000));
    page = await device.start();
    await settleAccount(page, match, before, tally);
    if (!(await canPlay(page))) tally.loops++;
    // Killed before anything was stored of it, or wiped: there is nothing to go on with.
    if ((await readLength(page, match)) === 0) match = null;
  }
  return tally;
}

async function goOn(table: PlayPage, match: string): Promise<string> {
  await table.open(match);
  return table.match();
}

/** Plays for so many ms, kills, and returns the last acknowledged event that the page had shown by then. */
async function playUntilKilled(device: Device, table: PlayPage, ms: number): Promise<number> {
  let acknowledged = 0;
  await table.page.exposeFunction("reportAcknowledged", (seq: number) => {
    acknowledged = Math.max(acknowledged, seq);
  });
  await table.page.evaluate(reportAcknowledged);
  const playing = new Player(table).play().catch(() => null); // ends with the browser
  await new Promise((resolve) => setTimeout(resolve, ms));
  const seen = acknowledged;
  await device.kill();
  await playing;
  return seen;
}

/** What the test has put into the page's window. */
interface Exposed {
  readonly reportAcknowledged: (seq: number) => void;
}

/** Runs in the page: tells the test of every acknowledgement as it is shown. */
function reportAcknowledged(): void {
  const report = (): void => {
    const seq = Number(document.querySelector("[data-acknowledged]")?.getAttribute("data-acknowledged") ?? 0);
    (window as unknown as Exposed).reportAcknowledged(seq);
  };
  new MutationObserver(report).observe(document.body, { attributes: true, childList: true, subtree: true });
  report();
}

async function settleAccount(page: Page, match: string, acknowledged: number, tally: KillTally): Promise<void> {
  const home = new HomePage(page);
  await home.open();
  await home.ready();
  const notice = (await home.notice.count()) === 0 ? "" : await home.notice.first().innerText();
  const found = await readLength(page, match);
  const missing = Math.max(0, acknowledged - found);
  tally.kills++;
  tally.acknowledged += acknowledged;
  if (/deleted its games/.test(notice)) tally.wipes++;
  if (notice === "") tally.lost += missing;
  else tally.named += missing;
}

/** Events in the store: a chain that does not hold throws, which ends the test. */
async function readLength(page: Page, match: string): Promise<number> {
  const log = await readStoredLog(page, match).catch((error: unknown) => {
    if (String(error).includes("No match")) return null;
    throw error;
  });
  return log?.events.length ?? 0;
}

/** Whether Home leads to a match in which a piece can be dropped. */
async function canPlay(page: Page): Promise<boolean> {
  const home = new HomePage(page);
  const table = new PlayPage(page);
  try {
    await ((await home.continue.count()) > 0 ? home.continue.first() : home.mode("Zen")).click();
    await new Player(table).play({ pieces: 1 });
    await table.everythingStored();
    return true;
  } catch {
    return false;
  }
}
