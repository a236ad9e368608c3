import { expect, type Locator, type Page } from "@playwright/test";

/** What the play screen says of the match right now. */
export interface Seen {
  /** Events on the Tape. */
  readonly events: number;
  readonly isPaused: boolean;
}

export interface Stored {
  readonly match: string;
  /** Events that the store has acknowledged. */
  readonly seq: number;
}

/** A match being played. */
export class PlayPage {
  readonly page: Page;
  readonly board: Locator;
  readonly tape: Locator;
  /** How far the store has followed, in words. */
  readonly safety: Locator;
  readonly paused: Locator;
  readonly resume: Locator;
  readonly restart: Locator;
  readonly watchBack: Locator;
  readonly leave: Locator;
  /** What a tab shows whose match is written by another one. */
  readonly elsewhere: Locator;
  readonly playHere: Locator;

  constructor(page: Page) {
    this.page = page;
    this.board = page.getByRole("img", { name: / board/ });
    this.tape = page.getByRole("img", { name: /^The Tape/ });
    this.safety = page.locator("[data-acknowledged]");
    this.paused = page.getByRole("heading", { name: "Paused" });
    this.resume = page.getByRole("button", { name: "Continue" });
    this.restart = page.getByRole("button", { name: /Play again|Restart/ });
    this.watchBack = page.getByRole("link", { name: "Watch it back" });
    this.leave = page.getByRole("link", { name: "Leave", exact: true });
    this.elsewhere = page.getByRole("heading", { name: "Played in another tab" });
    this.playHere = page.getByRole("button", { name: "Play it here" });
  }

  /** Starts a match by its address. */
  async begin(mode: string): Promise<string> {
    await this.page.goto(`/play/tetris/${mode}`);
    return this.match();
  }

  async open(match: string): Promise<void> {
    await this.page.goto(`/play/${match}`);
  }

  /** Id of the match on the table, once there is one. */
  async match(): Promise<string> {
    return (await this.safety.getAttribute("data-match")) ?? "";
  }

  async acknowledged(): Promise<number> {
    return Number(await this.safety.getAttribute("data-acknowledged"));
  }

  /** What the Tape says of itself: its number of events. */
  async events(): Promise<number> {
    return Number((await this.tape.getAttribute("aria-label"))?.replace(/\D/g, "") ?? Number.NaN);
  }

  /** Waits until the Tape has so many events, or the match stands still, or five seconds have passed. */
  waitForEvents(wanted: number): Promise<Seen> {
    return this.page.evaluate(watchTape, wanted);
  }

  /** From now on the page remembers how many events this tab has shown of a match that it wrote itself. */
  async rememberOwnEvents(): Promise<void> {
    await this.page.evaluate(rememberOwnEvents);
  }

  ownEvents(): Promise<number> {
    return this.page.evaluate(() => Number(document.documentElement.dataset["ownEvents"]));
  }

  /** Waits until every event on the Tape is acknowledged by the store. */
  async everythingStored(): Promise<Stored> {
    let stored: Stored = { match: "", seq: 0 };
    await expect(async () => {
      await this.page.evaluate(nextPicture);
      const [seq, events] = [await this.acknowledged(), await this.events()];
      expect(seq).toBe(events);
      stored = { match: await this.match(), seq };
    }).toPass({ intervals: [20, 50, 100], timeout: 10_000 });
    return stored;
  }

  async resumeIfPaused(): Promise<void> {
    if (await this.paused.isVisible()) await this.resume.click();
  }

  /** Leaves the match paused, whether or not it was: a page that was busy for too long pauses by itself. */
  async pause(): Promise<void> {
    await expect(async () => {
      if (await this.paused.isHidden()) await this.page.keyboard.press("Escape");
      await expect(this.paused).toBeVisible({ timeout: 1000 });
    }).toPass({ timeout: 15_000 });
  }

  /** The figure the match was played for, once it is over. */
  async result(): Promise<string> {
    await expect(this.watchBack).toBeVisible();
    return this.page.getByRole("status").locator("p").first().innerText();
  }
}

/** Runs in the page: what has just happened is on the screen a frame later; a page that is hidden draws none. */
function nextPicture(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 250);
    requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
  });
}

/** Runs in the page: one look a frame, so that the test learns of a drop as soon as it is shown. */
function watchTape(wanted: number): Promise<Seen> {
  const deadline = performance.now() + 5000;
  const look = (): Seen => {
    const label = document.querySelector('[aria-label^="The Tape, "]')?.getAttribute("aria-label") ?? "";
    const titles = [...document.querySelectorAll("h2")].map(({ textContent }) => textContent);
    return { events: Number(label.replace(/\D/g, "")), isPaused: titles.includes("Paused") };
  };
  return new Promise((resolve) => {
    const frame = (): void => {
      const seen = look();
      if (seen.events >= wanted || seen.isPaused || performance.now() > deadline) resolve(seen);
      else requestAnimationFrame(frame);
    };
    frame();
  });
}

/** Runs in the page. */
function rememberOwnEvents(): void {
  const look = (): void => {
    const label = document.querySelector('[aria-label^="The Tape, "]')?.getAttribute("aria-label") ?? "";
    const isOwn = document.querySelector("[data-acknowledged]") !== null;
    if (isOwn) document.documentElement.dataset["ownEvents"] = label.replace(/\D/g, "");
    requestAnimationFrame(look);
  };
  look();
}
