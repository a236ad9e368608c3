import { useSyncExternalStore } from "react";

export const themeChoices = ["system", "light", "dark", "contrast"] as const;
export type ThemeChoice = (typeof themeChoices)[number];
export type Theme = Exclude<ThemeChoice, "system">;

/** What the system asks for: more contrast wins over dark. */
function systemTheme(): Theme {
  if (matchMedia("(prefers-contrast: more)").matches) return "contrast";
  return matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}

/** Puts the theme of a choice on the document; `public/theme.js` does the same before the first paint. */
export function applyTheme(choice: ThemeChoice): void {
  document.documentElement.dataset["theme"] = choice === "system" ? systemTheme() : choice;
}

/** Follows the system while the choice is to follow it. Returns the undo. */
export function followSystem(choiceNow: () => ThemeChoice): () => void {
  const queries = ["(prefers-contrast: more)", "(prefers-color-scheme: dark)"].map((query) => matchMedia(query));
  const update = (): void => applyTheme(choiceNow());
  for (const query of queries) query.addEventListener("change", update);
  return () => {
    for (const query of queries) query.removeEventListener("change", update);
  };
}

function subscribeToTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  return () => observer.disconnect();
}

const themeNow = (): string => document.documentElement.dataset["theme"] ?? "light";

/** Name of the theme on the document: canvases read their colours again when it changes. */
export const useThemeName = (): string => useSyncExternalStore(subscribeToTheme, themeNow);
