import type { TetrisTypes } from "@replayground/tetris";
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { Board, type BoardHandle } from "../../boards/tetris/Board.tsx";
import { Call, Hold, Next, Stats } from "../../boards/tetris/Panel.tsx";
import { TouchPad } from "../../boards/tetris/TouchPad.tsx";
import type { LiveMatch } from "../../session/live-match.ts";
import type { Keyboard } from "../../input/keyboard.ts";
import { Tape } from "../../tape/Tape.tsx";
import type { TapeState } from "../../tape/types.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Kbd } from "../../ui/Kbd.tsx";
import { formatCount } from "../../words/numbers.ts";
import { storeTrouble } from "../../words/store-troubles.ts";
import { PlayLadder } from "./PlayLadder.tsx";
import { PlayLayout } from "./PlayLayout.tsx";
import { usePlayKeys } from "./usePlayKeys.ts";
import { usePlayLoop } from "./usePlayLoop.ts";
import { useResult } from "./useResult.ts";
import { PauseVeil, ResultVeil } from "./Veils.tsx";

const RECORDING: TapeState = { status: "recording" };
const KEPT: TapeState = { status: "kept", rung: "device" };

interface PlayTableProps {
  readonly live: LiveMatch<TetrisTypes>;
  readonly keyboard: Keyboard;
  readonly onRestart: () => void;
}

/** A match being played: board, walls, Tape, and what is safe right now. */
export function PlayTable({ live, keyboard, onRestart }: PlayTableProps): ReactNode {
  const { session, face, header } = live;
  const board = useRef<BoardHandle>(null);
  const { phase } = useSyncExternalStore(session.subscribe, session.getSummary);
  const { panel, tape } = usePlayLoop(live, board);
  const onEdge = usePlayKeys({ live, keyboard, onRestart });
  const result = useResult(live, phase);
  useEffect(() => {
    if (session.getSummary().phase === "ready") session.start(performance.now());
  }, [session]);
  const resume = (): void => session.start(performance.now());
  const { title, detail } = face.titleOf(header.options);
  const origin = header.parent === null ? "" : `, branch from event ${formatCount(header.parent.seq)}`;
  const paused = phase === "paused" ? <Paused live={live} onResume={resume} onRestart={onRestart} /> : null;
  const veil = result === null ? paused : <ResultVeil result={result} onRestart={onRestart} />;
  return (
    <PlayLayout
      title={title}
      detail={detail + origin}
      corner={<Corner onPause={phase === "running" ? () => session.pause(performance.now()) : null} />}
      left={
        <>
          <Hold piece={panel.hold} spent={panel.holdSpent} place="play" />
          <Stats stats={panel.stats} lead />
        </>
      }
      renderBoard={(cell) => (
        <Board cell={cell} label={`${title} board. ${panel.state}`} handle={board}>
          {veil}
        </Board>
      )}
      right={
        <>
          <Next pieces={panel.next} place="play" />
          <Call call={panel.call} />
        </>
      }
      tape={<Tape variant="play" model={tape} state={phase === "over" ? KEPT : RECORDING} head={tape.length} />}
      ladder={<Safe live={live} />}
      pad={<TouchPad onEdge={onEdge} />}
    />
  );
}

/** The keys that steer the match, and a button where there are no keys. */
function Corner({ onPause }: { readonly onPause: (() => void) | null }): ReactNode {
  return (
    <>
      <span className="cap desk">
        <Kbd>R</Kbd> restart
      </span>
      <span className="cap desk">
        <Kbd>Esc</Kbd> pause
      </span>
      {onPause === null ? null : (
        <span className="mob">
          <Button kind="ghost" square aria-label="Pause" onClick={onPause}>
            <Icon name="pause" />
          </Button>
        </span>
      )}
    </>
  );
}

interface PausedProps {
  readonly live: LiveMatch<TetrisTypes>;
  readonly onResume: () => void;
  readonly onRestart: () => void;
}

function Paused({ live, onResume, onRestart }: PausedProps): ReactNode {
  const { isPressed } = useSyncExternalStore(live.recording.subscribe, live.recording.getStatus);
  const reason = isPressed ? "The browser is still writing what you played. Go on when it has caught up." : undefined;
  return <PauseVeil reason={reason} onResume={onResume} onRestart={onRestart} />;
}

/** The ladder speaks of what the store has acknowledged, never of what was only played. */
function Safe({ live }: { readonly live: LiveMatch<TetrisTypes> }): ReactNode {
  const { acknowledged, trouble } = useSyncExternalStore(live.recording.subscribe, live.recording.getStatus);
  const words =
    trouble === null ? `${formatCount(acknowledged)} events are kept in this browser.` : storeTrouble(trouble).what;
  return (
    <div data-acknowledged={acknowledged} data-match={live.header.match}>
      <PlayLadder rung="device" words={words} />
    </div>
  );
}
