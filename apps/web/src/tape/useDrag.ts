import { type PointerEvent, useRef } from "react";

interface DragHandlers {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: (event: PointerEvent<HTMLElement>) => void;
}

export interface DragPoint {
  /** Pixels from the element's left and top edge. */
  readonly x: number;
  readonly y: number;
  /** Pixels moved since the press. */
  readonly dx: number;
  readonly phase: "press" | "move";
}

/** Primary-button drags of mouse, pen or finger, captured by the element until release. */
export function useDrag(onDrag: (point: DragPoint) => void): DragHandlers {
  const start = useRef<{ readonly id: number; readonly clientX: number } | null>(null);
  const report = (event: PointerEvent<HTMLElement>, phase: DragPoint["phase"]): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const dx = event.clientX - (start.current?.clientX ?? event.clientX);
    onDrag({ x: event.clientX - box.left, y: event.clientY - box.top, dx, phase });
  };
  const release = (event: PointerEvent<HTMLElement>): void => {
    if (start.current?.id === event.pointerId) start.current = null;
  };
  return {
    onPointerDown: (event) => {
      if (event.button !== 0) return;
      start.current = { id: event.pointerId, clientX: event.clientX };
      event.currentTarget.setPointerCapture(event.pointerId);
      report(event, "press");
    },
    onPointerMove: (event) => {
      if (start.current?.id === event.pointerId) report(event, "move");
    },
    onPointerUp: release,
    onPointerCancel: release,
  };
}
