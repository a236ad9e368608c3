import { type ReactNode, useEffect, useRef } from "react";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { cx } from "../../ui/cx.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Kbd } from "../../ui/Kbd.tsx";
import css from "./Veils.module.css";

interface PauseVeilProps {
  /** Why the match stands still, when the player did not ask for it. */
  readonly reason?: string | undefined;
  readonly onResume: () => void;
  readonly onRestart: () => void;
}

/** Over the board while paused. The action to go on has the focus, so any key player is one Enter away. */
export function PauseVeil({ reason, onResume, onRestart }: PauseVeilProps): ReactNode {
  const resume = useRef<HTMLDivElement>(null);
  useEffect(() => resume.current?.querySelector("button")?.focus(), []);
  return (
    <>
      <h2 className={css["title"]}>Paused</h2>
      {reason ? <p className={cx("cap", css["words"])}>{reason}</p> : null}
      <div ref={resume} className={css["actions"]}>
        <Button kind="go" onClick={onResume}>
          Continue
        </Button>
        <Button onClick={onRestart}>
          Restart
          <Kbd className="desk">R</Kbd>
        </Button>
        <ButtonLink href="/" kind="ghost">
          Leave, keep for later
        </ButtonLink>
      </div>
    </>
  );
}

interface MirrorVeilProps {
  readonly onTakeOver: () => void;
}

/** Over the board of a match that another tab plays. */
export function MirrorVeil({ onTakeOver }: MirrorVeilProps): ReactNode {
  return (
    <>
      <h2 className={css["title"]}>Played in another tab</h2>
      <p className={cx("cap", css["words"])}>One tab writes a match. This one follows.</p>
      <div className={css["actions"]}>
        <Button kind="go" onClick={onTakeOver}>
          Play it here
        </Button>
        <ButtonLink href="/" kind="ghost">
          To the games
        </ButtonLink>
      </div>
    </>
  );
}

export interface PlayResult {
  /** "40 lines", "Topped out". */
  readonly title: string;
  /** "0:48.62". */
  readonly figure: string;
  /** "best on this device". */
  readonly words: string;
  readonly replayHref: string;
}

interface ResultVeilProps {
  readonly result: PlayResult;
  readonly onRestart: () => void;
}

export function ResultVeil({ result, onRestart }: ResultVeilProps): ReactNode {
  const again = useRef<HTMLDivElement>(null);
  useEffect(() => again.current?.querySelector("button")?.focus(), []);
  return (
    <>
      <div role="status" className={css["result"]}>
        <h2 className={css["title"]}>{result.title}</h2>
        <p className={css["figure"]}>{result.figure}</p>
        {result.words === "" ? null : <p className={cx("cap", css["words"])}>{result.words}</p>}
      </div>
      <div ref={again} className={css["actions"]}>
        <Button kind="go" onClick={onRestart}>
          Play again
          <Kbd className="desk">R</Kbd>
        </Button>
        <ButtonLink href={result.replayHref}>
          <Icon name="play" />
          Watch it back
        </ButtonLink>
      </div>
    </>
  );
}
