import { type ReactNode, useMemo, useState } from "react";
import { Board } from "../../boards/tetris/Board.tsx";
import { Call, Hold, Next, Stats } from "../../boards/tetris/Panel.tsx";
import { TouchPad } from "../../boards/tetris/TouchPad.tsx";
import { sampleBoard, samplePanel } from "../../sample/board.ts";
import { sampleMoments, sampleTetris } from "../../sample/tape.ts";
import { Tape } from "../../tape/Tape.tsx";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Kbd } from "../../ui/Kbd.tsx";
import { PlayLadder } from "../play/PlayLadder.tsx";
import { PlayLayout } from "../play/PlayLayout.tsx";
import { PauseVeil, ResultVeil } from "../play/Veils.tsx";

const result = {
  title: "40 lines",
  figure: "0:48.62",
  words: "Your best on this device, by 1.2 seconds.",
  replayHref: "/kit/replay",
};

export function KitPlay(): ReactNode {
  const view = useMemo(() => sampleBoard(), []);
  const [phase, setPhase] = useState<"running" | "paused" | "over">(
    location.hash === "#paused" ? "paused" : location.hash === "#over" ? "over" : "running",
  );
  const tape = useMemo(() => {
    const { model } = sampleTetris(3412, 11, sampleMoments);
    return { ...model, length: 2118, moments: model.moments.filter(({ seq }) => seq <= 2118) };
  }, []);
  return (
    <PlayLayout
      title="Marathon"
      detail="150 lines"
      corner={
        <>
          <span className="cap desk">
            <Kbd>R</Kbd> restart
          </span>
          <span className="cap desk">
            <Kbd>Esc</Kbd> pause
          </span>
          <span className="mob">
            <Button kind="ghost" square aria-label="Pause" onClick={() => setPhase("paused")}>
              <Icon name="pause" />
            </Button>
          </span>
        </>
      }
      left={
        <>
          <Hold piece={samplePanel.hold} spent={false} place="play" />
          <Stats stats={samplePanel.stats} lead />
        </>
      }
      renderBoard={(cell) => (
        <Board cell={cell} label="Board" view={view}>
          {phase === "paused" ? (
            <PauseVeil onResume={() => setPhase("running")} onRestart={() => setPhase("running")} />
          ) : phase === "over" ? (
            <ResultVeil result={result} onRestart={() => setPhase("running")} />
          ) : null}
        </Board>
      )}
      right={
        <>
          <Next pieces={samplePanel.next} place="play" />
          <Call call={samplePanel.call} />
        </>
      }
      tape={<Tape variant="play" model={tape} state={{ status: "recording" }} head={2118} />}
      ladder={<PlayLadder rung="device" words="Uploads when you are online." />}
      pad={<TouchPad onEdge={() => {}} />}
    />
  );
}
