import type { Locator, Page } from "@playwright/test";

/** A file as a person picks it. */
export interface PickedFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

export function matchFile(bytes: Uint8Array, name = "game.rpg"): PickedFile {
  return { name, mimeType: "application/octet-stream", buffer: Buffer.from(bytes) };
}

/** Every match on this device, and the door for files. */
export class HistoryPage {
  readonly page: Page;
  readonly rows: Locator;
  /** Why a file was not taken in, or what the storage suffers from. */
  readonly notice: Locator;
  readonly empty: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.getByRole("main").getByRole("listitem");
    this.notice = page.getByRole("alert");
    this.empty = page.getByRole("heading", { name: "Nothing played yet" });
  }

  async open(): Promise<void> {
    await this.page.goto("/history");
  }

  async openFile(file: PickedFile): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: "Open a file" }).click();
    await (await chooser).setFiles(file);
  }
}
