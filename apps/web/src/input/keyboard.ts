import { type KeyBindings, type PlayAction, playActions } from "./actions.ts";

export type Edge = "down" | "up";

export interface KeyboardOptions {
  readonly target: Window;
  readonly bindings: () => KeyBindings;
  /** A key of an action went down or up. `timeStamp` is the event's, in ms of the page's clock. */
  readonly onEdge: (action: PlayAction, edge: Edge, timeStamp: number) => void;
}

/**
 * Turns keys into edges of actions. The system's key repeat is ignored; an action held by two keys ends with the
 * last of them; leaving the window lets go of everything, so no key can stay stuck. Returns the undo.
 */
export function listenToKeyboard({ target, bindings, onEdge }: KeyboardOptions): () => void {
  const heldByCode = new Map<string, PlayAction>();
  const isHeld = (action: PlayAction): boolean => [...heldByCode.values()].includes(action);

  const down = (event: KeyboardEvent): void => {
    const action = actionOfCode(bindings(), event.code);
    if (!action || event.metaKey || isTyping(event.target)) return;
    event.preventDefault();
    if (event.repeat || heldByCode.has(event.code)) return;
    const fresh = !isHeld(action);
    heldByCode.set(event.code, action);
    if (fresh) onEdge(action, "down", event.timeStamp);
  };
  const up = (event: KeyboardEvent): void => {
    const action = heldByCode.get(event.code);
    if (!action) return;
    event.preventDefault();
    heldByCode.delete(event.code);
    if (!isHeld(action)) onEdge(action, "up", event.timeStamp);
  };
  const release = (): void => {
    const actions = new Set(heldByCode.values());
    heldByCode.clear();
    for (const action of actions) onEdge(action, "up", performance.now());
  };
  const hide = (): void => {
    if (target.document.visibilityState === "hidden") release();
  };

  target.addEventListener("keydown", down);
  target.addEventListener("keyup", up);
  target.addEventListener("blur", release);
  target.document.addEventListener("visibilitychange", hide);
  return () => {
    release();
    target.removeEventListener("keydown", down);
    target.removeEventListener("keyup", up);
    target.removeEventListener("blur", release);
    target.document.removeEventListener("visibilitychange", hide);
  };
}

export const actionOfCode = (bindings: KeyBindings, code: string): PlayAction | null =>
  playActions.find((action) => bindings[action].includes(code)) ?? null;

/** Keys belong to a text field or a dialog's button while one has the focus. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.closest("input, select, textarea, dialog[open]") !== null;
}
