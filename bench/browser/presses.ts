/** One key press as the page saw it. */
export interface Press {
  /** From the key's own time stamp to the frame after it, in ms. */
  readonly delay: number;
  /** Whether the board was drawn otherwise in that frame. */
  readonly isShown: boolean;
}

/** What the page's window holds while presses are watched. */
interface Watched {
  presses?: Press[];
}

/**
 * Runs in the page: looks at the board when a key goes down, and again in the next frame, after the game has drawn: its
 * own request for that frame is older than ours.
 */
export function watchPresses(): void {
  const presses: Press[] = [];
  Object.assign(window, { presses });
  const canvas = document.querySelector<HTMLCanvasElement>('canvas[aria-label*=" board"]');
  const ink = canvas?.getContext("2d");
  if (!canvas || !ink) throw new Error("There is no board.");
  const look = (): number => {
    let sum = 0;
    const { data } = ink.getImageData(0, 0, canvas.width, canvas.height);
    for (let at = 0; at < data.length; at += 52) sum = (Math.imul(sum, 31) + (data[at] ?? 0)) | 0;
    return sum;
  };
  window.addEventListener(
    "keydown",
    ({ timeStamp }) => {
      const before = look();
      requestAnimationFrame(() => presses.push({ delay: performance.now() - timeStamp, isShown: look() !== before }));
    },
    { capture: true },
  );
}

/** Runs in the page. */
export function pressesSeen(): readonly Press[] {
  const watched: Window & Watched = window;
  return watched.presses ?? [];
}
