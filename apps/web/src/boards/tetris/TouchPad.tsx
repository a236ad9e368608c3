import type { MouseEvent, PointerEvent, ReactNode } from "react";
import type { IconName } from "../../art/icons.ts";
import { actionWords, type PlayAction } from "../../input/actions.ts";
import type { Edge } from "../../input/keyboard.ts";
import { Icon } from "../../ui/Icon.tsx";
import css from "./TouchPad.module.css";

const keys: readonly { readonly action: PlayAction; readonly icon: IconName }[] = [
  { action: "left", icon: "left" },
  { action: "right", icon: "right" },
  { action: "ccw", icon: "ccw" },
  { action: "cw", icon: "cw" },
  { action: "soft", icon: "down" },
  { action: "hold", icon: "hold" },
  { action: "restart", icon: "restart" },
  { action: "hard", icon: "drop" },
];

interface TouchPadProps {
  readonly onEdge: (action: PlayAction, edge: Edge, timeStamp: number) => void;
}

/** Eight keys under the thumbs. They give the same edges as the keyboard, so handling and log do not differ. */
export function TouchPad({ onEdge }: TouchPadProps): ReactNode {
  const press = (action: PlayAction, event: PointerEvent<HTMLElement>): void => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    onEdge(action, "down", event.timeStamp);
  };
  /** A screen reader or a switch presses without a pointer. */
  const tap = (action: PlayAction, event: MouseEvent<HTMLElement>): void => {
    if (event.detail > 0) return;
    onEdge(action, "down", event.timeStamp);
    onEdge(action, "up", event.timeStamp);
  };
  const release = (action: PlayAction, event: PointerEvent<HTMLElement>): void => onEdge(action, "up", event.timeStamp);
  return (
    <div className={css["pad"]} role="group" aria-label="Touch keys">
      {keys.map(({ action, icon }) => (
        <button
          key={action}
          type="button"
          tabIndex={-1}
          className={css["key"]}
          onPointerDown={(event) => press(action, event)}
          onPointerUp={(event) => release(action, event)}
          onPointerCancel={(event) => release(action, event)}
          onClick={(event) => tap(action, event)}
          onContextMenu={(event) => event.preventDefault()}
        >
          <Icon name={icon} />
          {actionWords[action]}
        </button>
      ))}
    </div>
  );
}
