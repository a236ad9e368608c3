import { type ReactNode, useMemo, useState } from "react";
import { Board } from "../../boards/tetris/Board.tsx";
import { Hold, Next, Stats } from "../../boards/tetris/Panel.tsx";
import { sampleBoard, samplePanel } from "../../sample/board.ts";
import { sampleMoments, sampleTetris } from "../../sample/tape.ts";
import { nextMoment } from "../../tape/moments.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { useUi } from "../../stores/context.ts";
import type { Verification } from "../replay/integrity.ts";
import { IntegrityPanel } from "../replay/IntegrityPanel.tsx";
import { MomentList } from "../replay/MomentList.tsx";
import { ReplayDock } from "../replay/ReplayDock.tsx";
import { ReplayLayout } from "../replay/ReplayLayout.tsx";
import { type PlayDirection, Transport } from "../replay/Transport.tsx";

const head = "9f3c71ab44e0d2c85b17e09d3a6f1c42a1b2c3d4e5f60718293a4b5c6d7e8f90";

const exportButton = (
  <Button kind="ghost">
    <Icon name="export" />
    Export
  </Button>
);

const facts = {
  rung: "device",
  head,
  stateHash: head,
  rules: "tetris 1",
  trust: "own secret",
  events: 3412,
} as const;

export function KitReplay(): ReactNode {
  const game = useMemo(() => sampleTetris(3412, 11, sampleMoments), []);
  const view = useMemo(() => sampleBoard(), []);
  const [seq, setSeq] = useState(2118);
  const [playing, setPlaying] = useState<PlayDirection | null>(null);
  const [verification, setVerification] = useState<Verification>({ phase: "idle" });
  const ui = useUi((state) => state);
  return (
    <ReplayLayout
      title="Marathon"
      detail="today 20:14"
      corner={exportButton}
      left={
        <>
          <Hold piece="T" spent={false} place="replay" />
          <Stats stats={samplePanel.stats} compact />
        </>
      }
      renderBoard={(cell) => <Board cell={cell} overscan={1} label="Board" view={view} />}
      next={<Next pieces={samplePanel.next} place="replay" />}
      moments={<MomentList model={game.model} head={seq} onSeek={setSeq} />}
      integrity={
        <IntegrityPanel
          facts={facts}
          verification={verification}
          onVerify={() => setVerification({ phase: "passed", milliseconds: 212, head })}
          onCancel={() => setVerification({ phase: "idle" })}
        />
      }
      transport={
        <Transport
          playing={playing}
          stepUnit={ui.stepUnit}
          speed={ui.speed}
          turnWord="piece"
          onPlay={setPlaying}
          onStep={(by) => setSeq(seq + by)}
          onMoment={(by) => setSeq(nextMoment(game.model.moments, seq, by)?.seq ?? seq)}
          onStepUnit={ui.setStepUnit}
          onSpeed={ui.setSpeed}
          onFork={() => {}}
        />
      }
      dock={
        <ReplayDock
          model={game.model}
          state={{ status: "kept", rung: "device" }}
          rung="device"
          head={seq}
          playing={playing !== null}
          faceOf={game.faceOf}
          onSeek={setSeq}
        />
      }
    />
  );
}
