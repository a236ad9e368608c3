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

  constructor(page: Page) {
    this.page = page;
    this.tape = page.getByRole("slider", { name: "The Tape" });
    this.board = page.getByRole("img", { name: / board$/ });
    this.play = page.getByRole("button", { name: "Play", exact: true });
    this.pause = page.getByRole("button", { name: "Pause", exact: true });
    this.reverse = page.getByRole("button", { name: /reverse/ });
    this.fork = page.getByRole("button", { name: "Play from here" });
    this.verify = page.getByRole("button", { name: /^Verify/ });
    this.integrity = page.locator("section").filter({ has: page.getByRole("heading", { name: "Integrity" }) });
    this.notice = page.getByRole("alert");
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
