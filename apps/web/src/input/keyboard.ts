import { type KeyBindings, type PlayAction, playActions } from "./actions.ts";

export type Edge = "down" | "up";

/** Who hears the keyboard now. */
export interface KeyListener {
  /** An action's first key went down, or its last one up. `timeStamp` is the event's, in ms of the page's clock. */
  readonly onEdge: (action: PlayAction, edge: Edge, timeStamp: number) => void;
  /** Whether the key is meant for the match now. Otherwise the page has it: Space presses the button in focus. */
  readonly claims: (action: PlayAction) => boolean;
}

export interface KeyboardOptions {
  readonly target: Window;
  readonly bindings: () => KeyBindings;
}

/**
 * Turns keys into edges of actions. The system's key repeat is ignored; an action held by two keys ends with the last
 * of them; leaving the window lets go of everything, so no key can stay stuck. It outlives the match on the screen: a
 * key held over a restart is known to be held.
 */
export class Keyboard {
  private readonly options: KeyboardOptions;
  private readonly heldByCode = new Map<string, PlayAction>();
  private listener: KeyListener | null = null;

  constructor(options: KeyboardOptions) {
    this.options = options;
  }

  /** Hears the window from now on. Returns the undo. */
  connect(): () => void {
    const { target } = this.options;
    const { document } = target;
    const hide = (): void => {
      if (document.visibilityState === "hidden") this.releaseAll();
    };
    target.addEventListener("keydown", this.down);
    target.addEventListener("keyup", this.up);
    target.addEventListener("blur", this.releaseAll);
    document.addEventListener("visibilitychange", hide);
    return () => {
      this.releaseAll();
      target.removeEventListener("keydown", this.down);
      target.removeEventListener("keyup", this.up);
      target.removeEventListener("blur", this.releaseAll);
      document.removeEventListener("visibilitychange", hide);
    };
  }

  /** Only one listens at a time. Returns the undo. */
  listen(listener: KeyListener): () => void {
    this.listener = listener;
    return () => {
      if (this.listener === listener) this.listener = null;
    };
  }

  isHeld(action: PlayAction): boolean {
    for (const held of this.heldByCode.values()) if (held === action) return true;
    return false;
  }

  private readonly down = (event: KeyboardEvent): void => {
    const action = actionOfCode(this.options.bindings(), event.code);
    if (action === null || this.listener === null || isOfBrowser(event, action) || isTyping(event.target)) return;
    if (this.listener.claims(action)) event.preventDefault();
    if (event.repeat || this.heldByCode.has(event.code)) return;
    const isFresh = !this.isHeld(action);
    this.heldByCode.set(event.code, action);
    if (isFresh) this.listener.onEdge(action, "down", event.timeStamp);
  };

  private readonly up = (event: KeyboardEvent): void => {
    const action = this.heldByCode.get(event.code);
    if (action === undefined) return;
    this.heldByCode.delete(event.code);
    if (!this.isHeld(action)) this.listener?.onEdge(action, "up", event.timeStamp);
  };

  private readonly releaseAll = (): void => {
    const actions = new Set(this.heldByCode.values());
    this.heldByCode.clear();
    for (const action of actions) this.listener?.onEdge(action, "up", performance.now());
  };
}

export const actionOfCode = (bindings: KeyBindings, code: string): PlayAction | null =>
  playActions.find((action) => bindings[action].includes(code)) ?? null;

/** Ctrl+R loads the page anew, Alt+Left goes back; but Ctrl alone may turn a piece while another key moves it. */
function isOfBrowser({ metaKey, altKey, ctrlKey, code }: KeyboardEvent, action: PlayAction): boolean {
  if (metaKey || (altKey && !code.startsWith("Alt"))) return true;
  return ctrlKey && !code.startsWith("Control") && (action === "restart" || action === "pause");
}

/** Keys belong to a text field or a dialog while one has the focus. */
function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.closest("input, select, textarea, dialog[open]") !== null;
}
