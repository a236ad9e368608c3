import { useEffect } from "react";

/** What keys do anywhere on the replay screen, beside those of the Tape itself. */
export interface ReplayKeys {
  readonly toggle: () => void;
  readonly step: (by: 1 | -1) => void;
  readonly moment: (by: 1 | -1) => void;
}

/** Space plays and stops, arrows and , . step, M and Shift+M go to moments - unless a control has the key for itself. */
export function useReplayKeys({ toggle, step, moment }: ReplayKeys): void {
  useEffect(() => {
    const actions: Readonly<Record<string, () => void>> = {
      " ": toggle,
      ".": () => step(1),
      ",": () => step(-1),
      ArrowRight: () => step(1),
      ArrowLeft: () => step(-1),
      m: () => moment(1),
      M: () => moment(-1),
    };
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || hasOwnKeys(event)) return;
      const act = actions[event.key];
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [toggle, step, moment]);
}

/** Sliders and radios take arrows, buttons take Space. */
function hasOwnKeys({ target, key }: KeyboardEvent): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest("input, select, textarea, dialog[open], [role=slider], [role=radiogroup]") !== null) return true;
  return key === " " && target.closest("button, a") !== null;
}
