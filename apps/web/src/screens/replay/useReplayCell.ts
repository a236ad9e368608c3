import { type RefObject, useLayoutEffect, useState } from "react";
import { useIsPhone } from "../../ui/useIsPhone.ts";

const onPhone = 16;
const smallest = 14;
const largest = 32;
/** Below this the proof stands under the moments, see the layout's style sheet. */
const narrow = 1100;
/** What stands beside the board: figures, queue, the smallest columns for moments and proof, and the gaps. */
const besides = { narrow: 132 + 80 + 200 + 3 * 24, wide: 156 + 96 + 220 + 240 + 4 * 24 };

/** Cell of the replay's board in whole pixels: 16 on a phone, else the largest that height and width allow. */
export function useReplayCell(main: RefObject<HTMLElement | null>): number {
  const [cell, setCell] = useState(0);
  const isPhone = useIsPhone();
  useLayoutEffect(() => {
    const element = main.current;
    if (!element) return;
    const measure = (): void => setCell(isPhone ? onPhone : cellFor(element));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [main, isPhone]);
  return cell;
}

function cellFor(element: HTMLElement): number {
  const { paddingTop, paddingLeft, paddingRight } = getComputedStyle(element);
  const height = element.clientHeight - Number.parseFloat(paddingTop) - 8;
  const width = element.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  const room = width - (window.innerWidth <= narrow ? besides.narrow : besides.wide);
  return Math.max(smallest, Math.min(largest, Math.floor(Math.min(height / 20, room / 10))));
}
