import { createStore, type StoreApi } from "zustand/vanilla";
import type { KeyBindings, PlayAction } from "../input/actions.ts";
import type { ThemeChoice } from "../theme/theme.ts";
import { type Handling, parseSettings, type Settings, settingsVersion } from "./settings-schema.ts";

const storageKey = "replayground.settings";

export interface SettingsActions {
  readonly setTheme: (theme: ThemeChoice) => void;
  readonly setHandling: (change: Partial<Handling>) => void;
  /** Replaces the keys of one action; at most four. */
  readonly setKeys: (action: PlayAction, codes: readonly string[]) => void;
  readonly setAllKeys: (keys: KeyBindings) => void;
}

export type SettingsState = Settings & SettingsActions;
export type SettingsStore = StoreApi<SettingsState>;

/** Settings live in the browser's plain storage: they are needed before the first paint and must survive the database. */
export function createSettingsStore(storage: Storage): SettingsStore {
  const store = createStore<SettingsState>()((set) => ({
    ...readSettings(storage),
    setTheme: (theme) => set({ theme }),
    setHandling: (change) => set(({ handling }) => ({ handling: { ...handling, ...change } })),
    setKeys: (action, codes) => set(({ keys }) => ({ keys: { ...keys, [action]: codes.slice(0, 4) } })),
    setAllKeys: (keys) => set({ keys }),
  }));
  store.subscribe(({ theme, keys, handling }) => writeSettings(storage, { theme, keys, handling }));
  return store;
}

function readSettings(storage: Storage): Settings {
  try {
    const stored: unknown = JSON.parse(storage.getItem(storageKey) ?? "null");
    const settings = typeof stored === "object" && stored !== null && "settings" in stored ? stored.settings : null;
    return parseSettings(settings);
  } catch {
    // Blocked storage and damaged text both mean: start from the defaults.
    return parseSettings(null);
  }
}

function writeSettings(storage: Storage, settings: Settings): void {
  try {
    storage.setItem(storageKey, JSON.stringify({ version: settingsVersion, settings }));
  } catch {
    // A full or blocked storage keeps the settings for this page only; nothing of a match depends on them.
  }
}
