import type { ReactNode } from "react";
import { type LazyScreen, lazyScreen } from "../../app/lazy-screen.tsx";
import type { Handling } from "../../stores/settings-schema.ts";
import { useSettings } from "../../stores/context.ts";
import { SettingsScreen } from "./SettingsScreen.tsx";

/** The rules come with the field that needs them; the dials are there before. */
const testField: LazyScreen<{ readonly handling: Handling }> = lazyScreen(
  async () => (await import("./TestField.tsx")).TestField,
);

export function SettingsPage(): ReactNode {
  const settings = useSettings((state) => state);
  return (
    <SettingsScreen
      theme={settings.theme}
      keys={settings.keys}
      handling={settings.handling}
      onTheme={settings.setTheme}
      onHandling={settings.setHandling}
      onKeys={settings.setKeys}
      onAllKeys={settings.setAllKeys}
      testField={<testField.Screen handling={settings.handling} />}
    />
  );
}
