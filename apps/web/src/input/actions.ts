/** What a player can do with keys or touch while a Tetris match runs. */
export const playActions = ["left", "right", "soft", "hard", "cw", "ccw", "half", "hold", "pause", "restart"] as const;
export type PlayAction = (typeof playActions)[number];

export const actionWords: Readonly<Record<PlayAction, string>> = {
  left: "Move left",
  right: "Move right",
  soft: "Soft drop",
  hard: "Hard drop",
  cw: "Turn right",
  ccw: "Turn left",
  half: "Half turn",
  hold: "Hold",
  pause: "Pause",
  restart: "Restart",
};

/** Keys by action, as `KeyboardEvent.code`: places on the keyboard, so a layout does not move them. */
export type KeyBindings = Readonly<Record<PlayAction, readonly string[]>>;

export type KeyPreset = "arrows" | "wasd";

export const keyPresets: Readonly<Record<KeyPreset, KeyBindings>> = {
  arrows: {
    left: ["ArrowLeft"],
    right: ["ArrowRight"],
    soft: ["ArrowDown"],
    hard: ["Space"],
    cw: ["ArrowUp", "KeyX"],
    ccw: ["KeyZ", "ControlLeft"],
    half: ["KeyA"],
    hold: ["KeyC", "ShiftLeft"],
    pause: ["Escape", "KeyP"],
    restart: ["KeyR"],
  },
  wasd: {
    left: ["KeyA"],
    right: ["KeyD"],
    soft: ["KeyS"],
    hard: ["KeyW"],
    cw: ["ArrowRight"],
    ccw: ["ArrowLeft"],
    half: ["ArrowUp"],
    hold: ["ShiftLeft", "ArrowDown"],
    pause: ["Escape", "KeyP"],
    restart: ["KeyR"],
  },
};

/** Actions that share a key, by key: only the first of them would be heard. */
export function keyConflicts(bindings: KeyBindings): ReadonlyMap<string, readonly PlayAction[]> {
  const byKey = new Map<string, PlayAction[]>();
  for (const action of playActions) {
    for (const code of bindings[action]) byKey.set(code, [...(byKey.get(code) ?? []), action]);
  }
  return new Map([...byKey].filter(([, actions]) => actions.length > 1));
}

const namedKeys: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Escape: "Esc",
  ControlLeft: "Ctrl",
  ControlRight: "Right Ctrl",
  ShiftLeft: "Shift",
  ShiftRight: "Right Shift",
  AltLeft: "Alt",
  AltRight: "Right Alt",
};

/** A key's name for people: "KeyX" -> "X", "ArrowLeft" -> "←", "Numpad4" -> "Num 4". */
export function keyName(code: string): string {
  const named = namedKeys[code];
  if (named) return named;
  return code.replace(/^Key|^Digit/, "").replace(/^Numpad/, "Num ");
}
