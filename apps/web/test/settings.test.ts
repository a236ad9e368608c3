import { describe, expect, test } from "vitest";
import { keyConflicts, keyName, keyPresets } from "../src/input/actions.ts";
import { createSettingsStore } from "../src/stores/settings.ts";
import { memoryStorage } from "./kit.ts";
import { defaultSettings, parseSettings, settingsVersion } from "../src/stores/settings-schema.ts";

describe("settings", () => {
  test("what is not valid takes its default, field by field", () => {
    const parsed = parseSettings({
      theme: "sepia",
      handling: { das: 100, arr: -1, sdf: "fast", cancel: true },
      keys: 3,
    });
    expect(parsed).toEqual({
      ...defaultSettings,
      handling: { ...defaultSettings.handling, das: 100, cancel: true },
    });
  });

  test.each([null, [], "x", 7, { handling: [], keys: { left: [1, "Key<script>"] } }])("survives %j", (value) => {
    expect(parseSettings(value).handling).toEqual(defaultSettings.handling);
  });

  test("a change is written and read back by the next page", () => {
    const storage = memoryStorage();
    const store = createSettingsStore(storage);
    store.getState().setTheme("dark");
    store.getState().setHandling({ das: 90 });
    store.getState().setKeys("hold", ["KeyC", "KeyV", "KeyB", "KeyN", "KeyM"]);
    const next = createSettingsStore(storage).getState();
    expect([next.theme, next.handling.das, next.keys.hold]).toEqual(["dark", 90, ["KeyC", "KeyV", "KeyB", "KeyN"]]);
  });

  test("settings of version 1 keep what they say and take the rest from the defaults", () => {
    const handling = { das: 120, arr: 0, sdf: 41, dcd: 0, cancel: true };
    const old = JSON.stringify({ version: 1, settings: { theme: "dark", handling, keys: {} } });
    const storage = memoryStorage({ "replayground.settings": old });
    const store = createSettingsStore(storage);
    expect(store.getState().handling).toEqual({ ...handling, safelock: 117, irs: "tap", ihs: "tap" });
    store.getState().setTheme("light");
    expect(JSON.parse(storage.getItem("replayground.settings") ?? "")).toMatchObject({ version: settingsVersion });
  });

  test("early turns and holds are one of three words", () => {
    const { irs, ihs } = parseSettings({ handling: { irs: "hold", ihs: "always" } }).handling;
    expect([irs, ihs]).toEqual(["hold", "tap"]);
  });

  test("a damaged entry and a storage that throws start from the defaults", () => {
    const damaged = createSettingsStore(memoryStorage({ "replayground.settings": "{" })).getState();
    expect(damaged.theme).toBe(defaultSettings.theme);
    const blocked: Storage = {
      ...memoryStorage(),
      getItem: () => {
        throw new Error("blocked");
      },
      setItem: () => {
        throw new Error("blocked");
      },
    };
    const store = createSettingsStore(blocked);
    store.getState().setTheme("light");
    expect(store.getState().theme).toBe("light");
  });
});

describe("keys", () => {
  test("presets share no key between actions", () => {
    for (const preset of Object.values(keyPresets)) expect(keyConflicts(preset).size).toBe(0);
  });

  test("a shared key names the actions that want it", () => {
    const conflicts = keyConflicts({ ...keyPresets.arrows, hold: ["Space"] });
    expect([...conflicts]).toEqual([["Space", ["hard", "hold"]]]);
  });

  test("names of keys", () => {
    expect(["KeyX", "Digit4", "ArrowLeft", "Numpad8", "Space"].map(keyName)).toEqual(["X", "4", "←", "Num 8", "Space"]);
  });
});
