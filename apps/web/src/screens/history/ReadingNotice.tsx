import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { formatCount } from "../../words/numbers.ts";
import css from "./HistoryScreen.module.css";
import type { Reading } from "./useFileActions.ts";

/** A file on its way in: how far its check has come, and a way to stop it. */
export function ReadingNotice({ reading }: { readonly reading: Reading }): ReactNode {
  const { name, done, total, onCancel } = reading;
  return (
    <div className={css["reading"]} role="status">
      <span>
        Checking <b>{name}</b>
      </span>
      <progress aria-label="Events checked" {...(total > 0 ? { value: done, max: total } : {})} />
      <span className="num cap">{total > 0 ? `${formatCount(done)} of ${formatCount(total)} events` : ""}</span>
      <Button kind="ghost" onClick={onCancel}>
        Cancel
      </Button>
    </div>
  );
}
