import { lazy, type ReactNode, Suspense } from "react";
import { useSettings } from "../../stores/context.ts";
import { SettingsScreen } from "./SettingsScreen.tsx";

/** The rules come with the field that needs them; the dials are there before. */
const TestField = lazy(async () => ({ default: (await import("./TestField.tsx")).TestField }));

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
      testField={
        <Suspense fallback={null}>
          <TestField handling={settings.handling} />
        </Suspense>
      }
    />
  );
}
