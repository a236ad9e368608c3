import { expect, type Locator, type Page } from "@playwright/test";

/** More stops than any screen has. */
const MOST_STOPS = 80;

/** Presses Tab until the element has the focus, and checks that every stop on the way can be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let stop = 0; stop < MOST_STOPS; stop++) {
    await page.keyboard.press("Tab");
    const focus = await page.evaluate(describeFocus);
    expect(focus.isSeen, `the focus on ${focus.what}`).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error("The focus never came there.");
}

/** Runs in the page. A focus is seen by an outline or a shadow, of the element or of the label that stands for it. */
function describeFocus(): { readonly what: string; readonly isSeen: boolean } {
  const element = document.activeElement ?? document.body;
  if (element === document.body) return { what: "the page", isSeen: true };
  const places = [element, element.closest("label"), element.parentElement].filter((place) => place !== null);
  const isMarked = (place: Element, part?: string): boolean => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(place, part);
    return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
  };
  const isSeen = places.some((place) => isMarked(place) || isMarked(place, "::after") || isMarked(place, "::before"));
  const name = element.getAttribute("aria-label") ?? element.textContent ?? "";
  return { what: `${element.tagName} "${name.slice(0, 40)}"`, isSeen };
}
