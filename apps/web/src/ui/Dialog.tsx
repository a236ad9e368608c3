import { type ReactNode, useEffect, useId, useRef } from "react";
import css from "./Dialog.module.css";

interface DialogProps {
  readonly open: boolean;
  readonly title: string;
  /** Called for Escape, the backdrop and the platform's own way back. */
  readonly onClose: () => void;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The platform's modal dialog: focus is kept inside and given back by the browser. */
export function Dialog({ open, title, onClose, actions, children }: DialogProps): ReactNode {
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (!dialog) return;
    if (open && !dialog.open) dialog.showModal();
    if (!open && dialog.open) dialog.close();
  }, [open]);
  return (
    <dialog ref={ref} className={css["dialog"]} aria-labelledby={titleId} closedby="any" onClose={onClose}>
      <div className={css["body"]}>
        <h2 id={titleId}>{title}</h2>
        {open ? children : null}
        {actions ? <div className={css["actions"]}>{actions}</div> : null}
      </div>
    </dialog>
  );
}
