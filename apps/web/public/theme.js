// Runs before the first paint, so that a chosen theme never flashes the other one. The same rule lives in src/theme/theme.ts.
(() => {
  let choice = "system";
  try {
    choice = JSON.parse(localStorage.getItem("replayground.settings") ?? "{}").settings?.theme ?? "system";
  } catch {
    // A damaged entry means the system's choice; the settings store reports and repairs it.
  }
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const contrast = matchMedia("(prefers-contrast: more)").matches;
  const system = contrast ? "contrast" : dark ? "dark" : "light";
  document.documentElement.dataset.theme = ["light", "dark", "contrast"].includes(choice) ? choice : system;
})();
