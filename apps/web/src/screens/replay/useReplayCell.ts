import { type RefObject, useLayoutEffect, useState } from "react";
import { useIsPhone } from "../../ui/useIsPhone.ts";

/** Cell of the replay's board in whole pixels: 16 on a phone, else the largest up to 32 that the height allows. */
export function useReplayCell(main: RefObject<HTMLElement | null>): number {
  const [cell, setCell] = useState(0);
  const isPhone = useIsPhone();
  useLayoutEffect(() => {
    const element = main.current;
    if (!element) return;
    const measure = (): void => {
      if (isPhone) return setCell(16);
      const height = element.clientHeight - Number.parseFloat(getComputedStyle(element).paddingTop) - 8;
      setCell(Math.max(14, Math.min(32, Math.floor(height / 20))));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [main, isPhone]);
  return cell;
}
