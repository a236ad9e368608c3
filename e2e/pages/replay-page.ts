import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";

export type StepUnit = "event" | "input" | "piece" | "tick";

export interface ExportedFile {
  readonly name: string;
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A match watched back: Tape, transport, proof. */
export class ReplayPage {
  readonly page: Page;
  readonly tape: Locator;
  readonly board: Locator;
  readonly play: Locator;
  readonly pause: Locator;
  readonly reverse: Locator;
  readonly fork: Locator;
  readonly verify: Locator;
  readonly integrity: Locator;
  readonly notice: Locator;
  /** Time of the match at the position: "0:48.6". */
  readonly clock: Locator;

  constructor(page: Page) {
    this.page = page;
    this.tape = page.getByRole("slider", { name: "The Tape" });
    this.board = page.getByRole("img", { name: / board/ });
    this.play = page.getByRole("button", { name: "Play", exact: true });
    this.pause = page.getByRole("button", { name: "Pause", exact: true });
    this.reverse = page.getByRole("button", { name: /reverse/ });
    this.fork = page.getByRole("button", { name: "Play from here" });
    this.verify = page.getByRole("button", { name: /^Verify/ });
    this.integrity = page.locator("section").filter({ has: page.getByRole("heading", { name: "Integrity" }) });
    this.notice = page.getByRole("alert");
    this.clock = page.getByRole("definition").filter({ hasText: /^\d+:\d\d\.\d$/ });
  }

  async open(match: string): Promise<void> {
    await this.page.goto(`/replay/${match}`);
    await expect(this.tape).toBeVisible();
  }

  /** The event the board shows. */
  async position(): Promise<number> {
    return Number(await this.tape.getAttribute("aria-valuenow"));
  }

  /** Number of events. */
  async length(): Promise<number> {
    return Number(await this.tape.getAttribute("aria-valuemax"));
  }

  async seekTo(seq: number): Promise<void> {
    await this.tape.focus();
    const far = seq > (await this.length()) / 2;
    await this.page.keyboard.press(far ? "End" : "Home");
    let left = seq - (await this.position());
    for (; left >= 10; left -= 10) await this.page.keyboard.press("Shift+ArrowRight");
    for (; left <= -10; left += 10) await this.page.keyboard.press("Shift+ArrowLeft");
    for (; left > 0; left--) await this.page.keyboard.press("ArrowRight");
    for (; left < 0; left++) await this.page.keyboard.press("ArrowLeft");
    expect(await this.position()).toBe(seq);
    await this.tape.blur();
  }

  /** Drags the play head to a share of the Tape's length. */
  async dragTo(share: number): Promise<void> {
    const box = await this.tape.boundingBox();
    if (box === null) throw new Error("The Tape has no place on the screen.");
    const y = box.y + box.height / 2;
    await this.page.mouse.move(box.x + box.width * 0.9, y);
    await this.page.mouse.down();
    await this.page.mouse.move(box.x + box.width * share, y, { steps: 8 });
    await this.page.mouse.up();
  }

  /** A fingerprint of the board as it is drawn. */
  async picture(): Promise<string> {
    return createHash("sha256")
      .update(await this.board.screenshot())
      .digest("hex");
  }

  async speed(times: number): Promise<void> {
    const speeds = [0.1, 0.25, 0.5, 1, 2, 4, 8, 16];
    await this.page.getByRole("slider", { name: "Speed" }).fill(String(speeds.indexOf(times)));
  }

  /** Ticks that pass on the match's clock in a second, watched for so many ms. */
  measureClock(ms: number): Promise<number> {
    return this.clock.evaluate(watchClock, ms);
  }

  async stepBy(unit: StepUnit): Promise<void> {
    await this.page.getByRole("radio", { name: unit, exact: true }).check({ force: true });
  }

  async stepOn(): Promise<void> {
    await this.page.getByRole("button", { name: /^On one / }).click();
  }

  async stepBack(): Promise<void> {
    await this.page.getByRole("button", { name: /^Back one / }).click();
  }

  /** Re-executes the log on this device and waits until that has passed. */
  async verifyNow(): Promise<void> {
    await this.verify.click();
    await expect(this.integrity).toContainText("bit for bit", { timeout: 20_000 });
  }

  /** Head or state as the panel shows it, without the gaps: its first 32 or 16 digits. */
  async fact(name: "Head" | "State"): Promise<string> {
    const term = this.integrity.locator("dt", { hasText: name });
    const value = await term.locator("xpath=following-sibling::dd[1]").innerText();
    return value.replace(/\s/g, "");
  }

  async export(): Promise<ExportedFile> {
    const download = this.page.waitForEvent("download");
    await this.page.getByRole("button", { name: "Export" }).click();
    const file = await download;
    const path = await file.path();
    return { name: file.suggestedFilename(), path, bytes: await readFile(path) };
  }
}

/** Runs in the page: the clock's own text, at both ends of a stretch of the page's time. */
function watchClock(element: Element, ms: number): Promise<number> {
  const ticks = (): number => {
    const [minutes = 0, seconds = 0] = (element.textContent ?? "").split(":").map(Number);
    return 600 * (60 * minutes + seconds);
  };
  return new Promise((resolve) => {
    const [from, began] = [ticks(), performance.now()];
    const look = (): void => {
      const passed = performance.now() - began;
      if (passed < ms) requestAnimationFrame(look);
      else resolve(((ticks() - from) * 1000) / passed);
    };
    requestAnimationFrame(look);
  });
}
