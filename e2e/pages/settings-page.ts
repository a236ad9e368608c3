import type { Locator, Page } from "@playwright/test";

/** Theme, handling, keys. */
export class SettingsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(): Promise<void> {
    await this.page.goto("/settings");
  }

  async theme(word: string): Promise<void> {
    await this.page.getByRole("radio", { name: word, exact: true }).check({ force: true });
  }

  /** "DAS", "ARR", "Soft drop", "DCD". */
  dial(name: string): Locator {
    return this.page.getByRole("slider", { name, exact: true });
  }

  /** A key that an action has: "Hard drop", "Space". */
  key(action: string, name: string): Locator {
    return this.page.getByRole("button", { name: `${action}: remove ${name}` });
  }

  async addKey(action: string, code: string): Promise<void> {
    await this.page
      .locator("div", { has: this.page.getByText(action, { exact: true }) })
      .last()
      .getByRole("button", { name: "Add a key" })
      .click();
    await this.page.keyboard.press(code);
  }
}
