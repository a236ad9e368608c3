import { type LazyScreen, lazyScreen } from "./lazy-screen.tsx";

/** Screens in chunks of their own, in one place: a screen may ask for the code of the one that follows it. */
export const kit: LazyScreen<object> = lazyScreen(async () => (await import("../screens/kit/KitRoutes.tsx")).KitRoutes);

export const settings: LazyScreen<object> = lazyScreen(
  async () => (await import("../screens/settings/SettingsPage.tsx")).SettingsPage,
);

export const history: LazyScreen<object> = lazyScreen(
  async () => (await import("../screens/history/HistoryPage.tsx")).HistoryPage,
);

export const newPlay: LazyScreen<{ readonly mode: string }> = lazyScreen(
  async () => (await import("../screens/play/PlayPage.tsx")).NewPlayPage,
);

export const play: LazyScreen<{ readonly id: string }> = lazyScreen(
  async () => (await import("../screens/play/PlayPage.tsx")).PlayPage,
);

export const replay: LazyScreen<{ readonly id: string }> = lazyScreen(
  async () => (await import("../screens/replay/ReplayPage.tsx")).ReplayPage,
);
