import { toSeat } from "@replayground/kernel";
import type { TetrisTypes, TetrisView } from "@replayground/tetris";
import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useServices } from "../../app/services.ts";
import type { BoardHandle } from "../../boards/tetris/Board.tsx";
import { tetrisFace } from "../../games/tetris/face.ts";
import { commandOfEdge, optionsFor } from "../../games/tetris/input.ts";
import { BoardViews } from "../../games/tetris/view.ts";
import { InputGate } from "../../input/gate.ts";
import { Keyboard } from "../../input/keyboard.ts";
import type { PlaySession } from "../../session/play-session.ts";
import { practise } from "../../session/practice.ts";
import { useStores } from "../../stores/context.ts";
import type { Handling } from "../../stores/settings-schema.ts";

const SEAT = toSeat(0);

/** How long a direction was held, and how far the piece went. */
export interface Run {
  readonly side: "left" | "right";
  /** Whole milliseconds. */
  readonly ms: number;
  readonly cells: number;
}

export interface TestMatch {
  readonly run: Run | null;
  /** The field has the keys. */
  readonly isOn: boolean;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
}

/** An endless match that is stored nowhere: it begins anew with every change of the handling, and when it is lost. */
export function useTestMatch(handling: Handling, board: RefObject<BoardHandle | null>): TestMatch {
  const { hash } = useServices();
  const { settings } = useStores();
  const [run, setRun] = useState<Run | null>(null);
  const [isOn, setOn] = useState(false);
  const bench = useRef<TestBench | null>(null);
  useEffect(() => {
    const session = practise(tetrisFace, hash, optionsFor("zen", handling));
    bench.current = new TestBench(session, setRun);
    bench.current.draw(board.current);
  }, [hash, handling, board]);
  useEffect(() => {
    if (!isOn) return undefined;
    const keyboard = new Keyboard({ target: window, bindings: () => settings.getState().keys });
    const stop = keyboard.connect();
    keyboard.listen({
      onEdge: (action, edge, ms) => bench.current?.gate.edge(action, edge, ms),
      claims: (action) => action !== "pause" && action !== "restart",
    });
    let frame = 0;
    const paint = (): void => {
      frame = requestAnimationFrame(paint);
      bench.current?.advance(performance.now());
      bench.current?.draw(board.current);
    };
    frame = requestAnimationFrame(paint);
    return () => {
      cancelAnimationFrame(frame);
      stop();
      bench.current?.rest();
    };
  }, [isOn, settings, board]);
  const onFocus = useCallback(() => setOn(true), []);
  const onBlur = useCallback(() => setOn(false), []);
  return { run, isOn, onFocus, onBlur };
}

/** The match on the test field, and the hand on it. */
class TestBench {
  readonly gate: InputGate;
  private readonly session: PlaySession<TetrisTypes>;
  private readonly onRun: (run: Run) => void;
  private readonly views = new BoardViews();
  private held: { readonly side: Run["side"]; readonly x: number; readonly ms: number } | null = null;

  constructor(session: PlaySession<TetrisTypes>, onRun: (run: Run) => void) {
    this.session = session;
    this.onRun = onRun;
    this.gate = new InputGate((action, edge, ms) => {
      const x = this.column();
      const command = commandOfEdge(action, edge);
      if (command !== null) this.session.command(command, ms);
      if (action === "left" || action === "right") this.measure(action, edge === "down" ? x : null, ms);
    });
  }

  advance(ms: number): void {
    this.session.start(ms);
    this.gate.open(ms, () => false);
    this.session.frame(ms);
  }

  rest(): void {
    this.gate.close(performance.now());
    this.session.pause(performance.now());
  }

  draw(board: BoardHandle | null): void {
    board?.draw(this.views.of(this.view()));
  }

  /** A run begins at a column and ends when its key comes up. */
  private measure(side: Run["side"], from: number | null, ms: number): void {
    if (from !== null) this.held = { side, x: from, ms };
    else if (this.held?.side === side) {
      const cells = Math.abs(this.column() - this.held.x);
      this.onRun({ side, ms: Math.round(ms - this.held.ms), cells });
      this.held = null;
    }
  }

  private column(): number {
    return this.view().active?.x ?? 0;
  }

  private view(): TetrisView {
    return this.session.view(SEAT).game;
  }
}
