import { expect, type Locator, type Page } from "@playwright/test";

/** Where everything starts: games, what can be continued, last results. */
export class HomePage {
  readonly page: Page;
  /** Trouble of the storage. */
  readonly notice: Locator;
  readonly results: Locator;

  constructor(page: Page) {
    this.page = page;
    this.notice = page.getByRole("alert");
    this.results = page.getByRole("list").getByRole("link");
  }

  async open(): Promise<void> {
    await this.page.goto("/");
  }

  /** A mode of Tetris: "Sprint", "Play marathon". */
  mode(word: string): Locator {
    return this.page.getByRole("link", { name: word, exact: true });
  }

  /** What goes on with a match that was left. */
  get continue(): Locator {
    return this.page.getByRole("link", { name: "Continue", exact: true });
  }

  /** Waits until the store has said what can be continued, what is lost, or that there is nothing. */
  async ready(): Promise<void> {
    const nothing = this.page.getByRole("heading", { name: "Every match is a strip of paper like this one" });
    await expect(this.continue.or(this.notice).or(nothing).first()).toBeVisible();
  }
}
