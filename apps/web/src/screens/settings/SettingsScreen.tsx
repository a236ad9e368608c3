import type { ReactNode } from "react";
import type { KeyBindings, PlayAction } from "../../input/actions.ts";
import type { Handling } from "../../stores/settings-schema.ts";
import { type ThemeChoice, themeChoices } from "../../theme/theme.ts";
import { Segmented } from "../../ui/Segmented.tsx";
import { type Safety, TopBar } from "../../ui/TopBar.tsx";
import { usePageTitle } from "../../ui/usePageTitle.ts";
import { HandlingSection } from "./HandlingSection.tsx";
import { KeysSection } from "./KeysSection.tsx";
import css from "./SettingsScreen.module.css";

export interface SettingsScreenProps {
  readonly theme: ThemeChoice;
  readonly keys: KeyBindings;
  readonly handling: Handling;
  readonly safety?: Safety | undefined;
  readonly onTheme: (theme: ThemeChoice) => void;
  readonly onHandling: (change: Partial<Handling>) => void;
  readonly onKeys: (action: PlayAction, codes: readonly string[]) => void;
  readonly onAllKeys: (keys: KeyBindings) => void;
  /** A live board that obeys the handling as it is now. */
  readonly testField: ReactNode;
}

const themeWords: Readonly<Record<ThemeChoice, string>> = {
  system: "As the system",
  light: "Day",
  dark: "Night",
  contrast: "High contrast",
};

export function SettingsScreen(props: SettingsScreenProps): ReactNode {
  usePageTitle("Settings");
  const themes = themeChoices.map((value) => ({ value, word: themeWords[value] }));
  return (
    <>
      <TopBar safety={props.safety} />
      <main className={css["page"]}>
        <h1>Settings</h1>
        <section className={css["section"]}>
          <div>
            <h2>Theme</h2>
          </div>
          <div>
            <Segmented label="Theme" segments={themes} value={props.theme} onChange={props.onTheme} />
          </div>
        </section>
        <HandlingSection handling={props.handling} onHandling={props.onHandling} testField={props.testField} />
        <KeysSection keys={props.keys} onKeys={props.onKeys} onAllKeys={props.onAllKeys} />
      </main>
    </>
  );
}
