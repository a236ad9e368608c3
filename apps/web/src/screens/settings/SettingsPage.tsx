import type { ReactNode } from "react";
import { useSettings } from "../../stores/context.ts";
import { SettingsScreen } from "./SettingsScreen.tsx";

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
      testField={null}
    />
  );
}
