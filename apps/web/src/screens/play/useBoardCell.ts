import { type RefObject, useLayoutEffect, useState } from "react";

const phone = 600;
/** What stands beside the board: two panels and the gaps around them. */
const besides = { phone: 2 * 60 + 2 * 6 + 2 * 4, desk: 2 * 148 + 4 * 32 + 2 * 8 };

/** Largest cell, in whole pixels, whose 10 x 20 board fits a stage with its panels; 0 before the first layout. */
export function useBoardCell(stage: RefObject<HTMLElement | null>): number {
  const [cell, setCell] = useState(0);
  useLayoutEffect(() => {
    const element = stage.current;
    if (!element) return;
    const measure = (): void => {
      const style = getComputedStyle(element);
      const height = element.clientHeight - Number.parseFloat(style.paddingTop) - 2;
      const width = element.clientWidth - (element.clientWidth <= phone ? besides.phone : besides.desk);
      setCell(Math.max(12, Math.min(40, Math.floor(Math.min(height / 20, width / 10)))));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage]);
  return cell;
}
