import type { ReactNode } from "react";
import { Tape } from "../../tape/Tape.tsx";
import { createTapeRecorder } from "../../tape/recorder.ts";
import type { TapeModel } from "../../tape/types.ts";
import css from "./HomeScreen.module.css";

const blank: TapeModel = createTapeRecorder(
  { game: "tetris", lanes: 1, ticksPerSecond: 600, keyframeEvery: 256, turnWord: "piece" },
  1,
).model();

/** A first visit: the strip that the first match will be cut into, still blank. */
export function FirstStrip(): ReactNode {
  return (
    <section className={css["first"]}>
      <Tape variant="play" model={blank} state={{ status: "recording" }} head={0} />
      <h2>Every match is a strip of paper like this one</h2>
      <p>
        Each event of your play is one cut in it. It stays in this browser, can be watched back cut by cut, and anyone
        can check that the cuts are the game you played. No account, and nothing leaves this device.
      </p>
    </section>
  );
}
