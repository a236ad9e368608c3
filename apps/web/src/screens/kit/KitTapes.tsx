import { type ReactNode, useMemo, useState } from "react";
import type { GlyphName } from "../../art/glyphs.ts";
import { sampleRandom } from "../../sample/random.ts";
import { sampleMoments, sampleTable, sampleTetris } from "../../sample/tape.ts";
import { Glass } from "../../tape/Glass.tsx";
import { MiniTape } from "../../tape/MiniTape.tsx";
import { Tape } from "../../tape/Tape.tsx";
import type { TapeFace, TapeModel, TapeState } from "../../tape/types.ts";
import { Glyph } from "../../ui/Glyph.tsx";
import { FullLadder, SmallLadder } from "../../ui/Ladder.tsx";
import type { Rung } from "../../ui/promise.ts";
import { formatCount } from "../../words/numbers.ts";
import css from "./KitScreen.module.css";

const longGlyphs: readonly GlyphName[] = ["tetris", "perfectClear", "nearDeath", "tspin", "backToBack"];

function longMatch(): TapeModel {
  const r = sampleRandom(9);
  const moments = Array.from({ length: 400 }, (_, i) => ({
    seq: 100 + i * 249 + Math.floor(r() * 200),
    glyph: longGlyphs[Math.floor(r() * r() * r() * 5)] ?? "tetris",
  }));
  return sampleTetris(100_000, 5, moments).model;
}

interface LengthProps {
  readonly model: TapeModel;
  readonly words: string;
  readonly rung: Rung;
  readonly at: number;
  readonly faceOf?: (seq: number) => TapeFace;
}

function Length({ model, words, rung, at, faceOf }: LengthProps): ReactNode {
  const [head, setHead] = useState(at);
  return (
    <div className={css["tapeRow"]}>
      <p className={css["words"]}>
        <b>{formatCount(model.length)}</b>
        {words}
      </p>
      <Tape
        variant="replay"
        model={model}
        state={{ status: "kept", rung }}
        head={head}
        onSeek={setHead}
        faceOf={faceOf}
      />
      <FullLadder rung={rung} />
    </div>
  );
}

export function KitTapes(): ReactNode {
  const game = useMemo(() => sampleTetris(3412, 11, sampleMoments), []);
  const short = useMemo(() => sampleTetris(10, 3, [{ seq: 9, glyph: "tetris" }]), []);
  const middle = useMemo(() => sampleTetris(1000, 3, sampleMoments.slice(0, 4)).model, []);
  const long = useMemo(() => longMatch(), []);
  const table = useMemo(
    () =>
      sampleTable("golf", 143, [
        { seq: 22, glyph: "pair" },
        { seq: 66, glyph: "round", seat: 1 },
        { seq: 97, glyph: "swing" },
      ]),
    [],
  );
  const [head, setHead] = useState(2118);
  const recorded = useMemo(
    () => ({ ...game.model, length: 2118, moments: game.model.moments.filter(({ seq }) => seq <= 2118) }),
    [game],
  );
  return (
    <>
      <section>
        <Glass model={game.model} head={head} faceOf={game.faceOf} onSeek={setHead} />
        <Tape
          variant="replay"
          model={game.model}
          state={{ status: "kept", rung: "anchored" }}
          head={head}
          onSeek={setHead}
        />
      </section>
      <section>
        <Length model={short.model} faceOf={short.faceOf} words="every notch its own" rung="device" at={7} />
        <Length model={middle} words="one pixel, one event" rung="verified" at={505} />
        <Length model={long} words="density, loudest cuts" rung="anchored" at={61_440} />
        <Length model={table} words="a lane per seat" rung="saved" at={97} />
      </section>
      <section>
        <h2>Recording</h2>
        <Tape variant="play" model={recorded} state={{ status: "recording" }} head={2118} />
      </section>
      <Ends />
      <Signs />
    </>
  );
}

const signs: readonly GlyphName[] = [
  "tetris",
  "tspin",
  "backToBack",
  "perfectClear",
  "nearDeath",
  "combo",
  "surge",
  "elimination",
  "end",
];

function Signs(): ReactNode {
  return (
    <section>
      <h2>Key moments</h2>
      <div className={css["signs"]}>
        {signs.map((name) => (
          <span key={name}>
            <Glyph name={name} game="tetris" />
            {name}
          </span>
        ))}
      </div>
    </section>
  );
}

const ends: readonly { readonly state: TapeState; readonly word: string; readonly rung: Rung | null }[] = [
  { state: { status: "kept", rung: "device" }, word: "Torn edge. Uploads when you are online.", rung: "device" },
  { state: { status: "kept", rung: "saved" }, word: "Cut clean. The server has it, with a receipt.", rung: "saved" },
  {
    state: { status: "kept", rung: "verified" },
    word: "The server replayed it and got the same result.",
    rung: "verified",
  },
  { state: { status: "refused", seq: 240 }, word: "Not counted: the reason, and the event it starts at.", rung: null },
  {
    state: { status: "damaged", missing: [{ from: 190, to: 260 }] },
    word: "Damaged: 70 events are missing.",
    rung: null,
  },
  { state: { status: "gone" }, word: "Gone from this browser.", rung: null },
];

function Ends(): ReactNode {
  const model = useMemo(
    () =>
      sampleTetris(430, 5, [
        { seq: 120, glyph: "tetris" },
        { seq: 300, glyph: "tspin" },
      ]).model,
    [],
  );
  return (
    <section>
      <h2>The end of the tape</h2>
      <div className={css["ends"]}>
        {ends.map(({ state, word, rung }) => (
          <div key={word}>
            <MiniTape model={model} state={state} stretch />
            {rung ? <SmallLadder rung={rung} /> : null}
            <p>{word}</p>
          </div>
        ))}
      </div>
    </section>
  );
}
