import type { Page } from "@playwright/test";

/**
 * Opens a blank tab in front of a page, as a person does: the page loses the focus and is hidden. Tests pretend that
 * every page has the focus, so the pretence is switched off first. Returns the blank tab.
 */
export async function lookAway(page: Page): Promise<Page> {
  const session = await page.context().newCDPSession(page);
  await session.send("Emulation.setFocusEmulationEnabled", { enabled: false });
  const blank = await page.context().newPage();
  await lookAt(blank);
  return blank;
}

export async function lookAt(page: Page): Promise<void> {
  await page.bringToFront();
}
