import { gzipSync } from "node:zlib";
import type { Locator, Page } from "@playwright/test";
import { formatLogLines } from "@replayground/log";
import { fileOf, type PlayedLog } from "../lib/games.ts";

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

  /** A file in memory, or the path of a large one. */
  async openFile(file: PickedFile | string): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: "Open a file" }).click();
    await (await chooser).setFiles(file);
  }

  /** Takes a game in as its match file; the page goes on to its replay. */
  async take(game: PlayedLog): Promise<void> {
    await this.open();
    await this.openFile(matchFile(await fileOf(game)));
    await this.page.waitForURL(`**/replay/${game.header.match}`);
  }

  /** The same as JSON lines. */
  async takeLines({ header, events, claimed }: PlayedLog, { gzip }: { readonly gzip: boolean }): Promise<void> {
    const text = Buffer.from(formatLogLines(header, events, claimed));
    await this.open();
    await this.openFile(matchFile(gzip ? gzipSync(text) : text, gzip ? "game.jsonl.gz" : "game.jsonl"));
    await this.page.waitForURL(`**/replay/${header.match}`);
  }
}
