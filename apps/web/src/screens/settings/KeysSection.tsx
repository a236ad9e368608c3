import { type ReactNode, useEffect, useState } from "react";
import {
  actionWords,
  type KeyBindings,
  type KeyPreset,
  keyConflicts,
  keyName,
  keyPresets,
  type PlayAction,
  playActions,
} from "../../input/actions.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import css from "./SettingsScreen.module.css";

interface KeysSectionProps {
  readonly keys: KeyBindings;
  readonly onKeys: (action: PlayAction, codes: readonly string[]) => void;
  readonly onAllKeys: (keys: KeyBindings) => void;
}

const presets: readonly { readonly preset: KeyPreset; readonly word: string }[] = [
  { preset: "arrows", word: "Arrows" },
  { preset: "wasd", word: "WASD" },
];

export function KeysSection({ keys, onKeys, onAllKeys }: KeysSectionProps): ReactNode {
  const [listening, setListening] = useState<PlayAction | null>(null);
  const conflicts = keyConflicts(keys);
  useNextKey(listening !== null, (code) => {
    if (listening && code !== null && !keys[listening].includes(code)) onKeys(listening, [...keys[listening], code]);
    setListening(null);
  });
  return (
    <section className={css["section"]}>
      <div>
        <h2>Keys</h2>
        <p className="cap">Up to four for each action. Click a key to take it away.</p>
      </div>
      <div>
        <div className={css["keys"]}>
          {[...conflicts].map(([code, actions]) => (
            <p key={code} className={css["clash"]} role="status">
              <Icon name="warn" />
              <span>
                {keyName(code)} is set for {actions.map((action) => actionWords[action].toLowerCase()).join(" and ")}.
                Only {actionWords[actions[0] ?? "left"].toLowerCase()} hears it.
              </span>
            </p>
          ))}
          {playActions.map((action) => (
            <Binding
              key={action}
              action={action}
              codes={keys[action]}
              clashes={conflicts}
              listening={listening === action}
              onListen={() => setListening(listening === action ? null : action)}
              onCodes={(codes) => onKeys(action, codes)}
            />
          ))}
        </div>
        <div className={css["presets"]}>
          <span className="cap">Start over with</span>
          {presets.map(({ preset, word }) => (
            <Button key={preset} onClick={() => onAllKeys(keyPresets[preset])}>
              {word}
            </Button>
          ))}
        </div>
      </div>
    </section>
  );
}

interface BindingProps {
  readonly action: PlayAction;
  readonly codes: readonly string[];
  readonly clashes: ReadonlyMap<string, unknown>;
  readonly listening: boolean;
  readonly onListen: () => void;
  readonly onCodes: (codes: readonly string[]) => void;
}

function Binding({ action, codes, clashes, listening, onListen, onCodes }: BindingProps): ReactNode {
  const word = actionWords[action];
  return (
    <div className={css["binding"]}>
      <span>{word}</span>
      {codes.map((code) => (
        <button
          key={code}
          type="button"
          className={css["code"]}
          data-clash={clashes.has(code)}
          aria-label={`${word}: remove ${keyName(code)}`}
          onClick={() => onCodes(codes.filter((each) => each !== code))}
        >
          {keyName(code)}
        </button>
      ))}
      {codes.length < 4 ? (
        <button type="button" className={css["add"]} data-listening={listening} onClick={onListen}>
          {listening ? "Press a key…" : "Add a key"}
        </button>
      ) : null}
    </div>
  );
}

/** Hands over the next key pressed while listening; Tab and clicks elsewhere give up with null. */
function useNextKey(listening: boolean, onKey: (code: string | null) => void): void {
  useEffect(() => {
    if (!listening) return;
    const take = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      onKey(event.code === "Tab" ? null : event.code);
    };
    window.addEventListener("keydown", take, { capture: true });
    return () => window.removeEventListener("keydown", take, { capture: true });
  });
}
