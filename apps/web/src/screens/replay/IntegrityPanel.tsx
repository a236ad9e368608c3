import type { ReactNode } from "react";
import { Button } from "../../ui/Button.tsx";
import { cx } from "../../ui/cx.ts";
import { ErrorNotice } from "../../ui/ErrorNotice.tsx";
import { isProven, rungTitle } from "../../ui/promise.ts";
import { formatCount, groupHash } from "../../words/numbers.ts";
import css from "./Integrity.module.css";
import type { IntegrityFacts, Verification } from "./integrity.ts";
import { TallyMatch } from "./TallyMatch.tsx";

interface IntegrityPanelProps {
  readonly facts: IntegrityFacts;
  readonly verification: Verification;
  readonly onVerify: () => void;
  readonly onCancel: () => void;
}

export function IntegrityPanel({ facts, verification, onVerify, onCancel }: IntegrityPanelProps): ReactNode {
  return (
    <>
      <h2>Integrity</h2>
      {verification.phase === "passed" ? <Halves facts={facts} recomputed={verification.head} /> : null}
      {verification.phase === "failed" ? (
        <ErrorNotice trouble={verification.trouble} />
      ) : (
        <p className={cx(css["say"], isProven(facts.rung) && css["proven"])} aria-live="polite">
          {sayVerdict(facts, verification)}
        </p>
      )}
      <dl className={css["facts"]}>
        <dt>Head</dt>
        <dd>
          {groupHash(facts.head, 4)}
          <br />
          {groupHash(facts.head.slice(16), 4)}
        </dd>
        {facts.stateHash ? (
          <>
            <dt>State</dt>
            <dd>{groupHash(facts.stateHash, 4)}</dd>
          </>
        ) : null}
        <dt>Rules</dt>
        <dd>{facts.rules}</dd>
        <dt>Events</dt>
        <dd>{formatCount(facts.events)}</dd>
        <dt>Trust</dt>
        <dd>{facts.trust}</dd>
      </dl>
      <div className={css["act"]}>
        {verification.phase === "running" ? (
          <>
            <Progress done={verification.done} total={verification.total} />
            <Button onClick={onCancel}>Cancel</Button>
          </>
        ) : (
          <Button onClick={onVerify}>{verification.phase === "idle" ? "Verify now" : "Verify again"}</Button>
        )}
      </div>
    </>
  );
}

/** Both halves of the tally: what was stored, and what this device computed from the inputs alone. */
function Halves({ facts, recomputed }: { readonly facts: IntegrityFacts; readonly recomputed: string }): ReactNode {
  return (
    <div className={css["halves"]}>
      <div className={cx("cap", css["pair"])}>
        <span>Recorded</span>
        <span className="num">{groupHash(facts.head, 2)}</span>
      </div>
      <div className={css["tally"]}>
        <TallyMatch head={recomputed} />
      </div>
      <div className={cx("cap", css["pair"])}>
        <span>Replayed here</span>
        <span className="num">{groupHash(recomputed, 2)}</span>
      </div>
    </div>
  );
}

/** Green and "verified" belong to the server's own re-execution; a check on this device speaks in plain ink. */
function sayVerdict(facts: IntegrityFacts, verification: Verification): string {
  const events = formatCount(facts.events);
  if (isProven(facts.rung)) return `Verified: the server replayed all ${events} events and got the same result.`;
  if (verification.phase === "passed") {
    const seconds = (verification.milliseconds / 1000).toFixed(2);
    return `Checked here in ${seconds} s: replaying all ${events} events gave the same result, bit for bit.`;
  }
  if (verification.phase === "running") return "Replaying every event from the first…";
  return facts.rung === "device" ? "On this device. Not checked since it was opened." : rungTitle(facts.rung);
}

function Progress({ done, total }: { readonly done: number; readonly total: number }): ReactNode {
  return (
    <div className={css["progress"]}>
      <progress className={css["bar"]} aria-label="Events replayed" value={done} max={Math.max(1, total)} />
      <span className={cx("cap", "num")}>
        {formatCount(done)} of {formatCount(total)}
      </span>
    </div>
  );
}
