import { useEffect } from "react";

const PRODUCT = "Replayground";

/** Names the page in the tab and in the browser's history: "Marathon, replay - Replayground". */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = title === "" ? PRODUCT : `${title} - ${PRODUCT}`;
    return () => {
      document.title = PRODUCT;
    };
  }, [title]);
}
