import type { GameId } from "../art/games.ts";
import type { GlyphName } from "../art/glyphs.ts";
import type { IconName } from "../art/icons.ts";
import { createTapeRecorder } from "../tape/recorder.ts";
import { cut, type TapeFace, type TapeModel } from "../tape/types.ts";
import { sampleRandom } from "./random.ts";

interface SampleMoment {
  readonly seq: number;
  readonly glyph: GlyphName;
  readonly seat?: number;
}

const labels: Partial<Readonly<Record<GlyphName, string>>> = {
  tetris: "Tetris",
  backToBack: "Back-to-back tetris",
  tspin: "T-spin double",
  perfectClear: "Perfect clear",
  nearDeath: "Near death",
};

export const labelOfGlyph = (glyph: GlyphName): string => labels[glyph] ?? glyph;

export const sampleMoments: readonly SampleMoment[] = (
  [
    [212, "tetris"],
    [418, "tetris"],
    [431, "backToBack"],
    [760, "tspin"],
    [1102, "tetris"],
    [1316, "backToBack"],
    [1634, "perfectClear"],
    [1871, "tspin"],
    [1990, "backToBack"],
    [2121, "tetris"],
    [2377, "tetris"],
    [2602, "nearDeath"],
    [2840, "tspin"],
    [3021, "tetris"],
    [3214, "backToBack"],
    [3388, "tetris"],
  ] as const
).map(([seq, glyph]) => ({ seq, glyph }));

type Kind = "spawn" | "left" | "right" | "cw" | "ccw" | "drop" | "lock" | "clear";

const heightOf: Readonly<Record<Kind, number>> = {
  spawn: cut.faint,
  left: cut.short,
  right: cut.short,
  cw: cut.short + 20,
  ccw: cut.short + 20,
  drop: 90,
  lock: cut.middle,
  clear: cut.long,
};

interface SampleGame {
  readonly model: TapeModel;
  readonly faceOf: (seq: number) => TapeFace;
}

const faces: Readonly<Record<Kind, { readonly icon: IconName; readonly word: string }>> = {
  spawn: { icon: "spawn", word: "Piece enters" },
  left: { icon: "left", word: "Move left" },
  right: { icon: "right", word: "Move right" },
  cw: { icon: "cw", word: "Turn right" },
  ccw: { icon: "ccw", word: "Turn left" },
  drop: { icon: "drop", word: "Hard drop" },
  lock: { icon: "lock", word: "Piece locks" },
  clear: { icon: "clear", word: "Lines clear" },
};

const pick = (r: () => number): Kind => (r() < 0.35 ? (r() < 0.6 ? "cw" : "ccw") : r() < 0.55 ? "left" : "right");

function sampleKinds(length: number, seed: number): readonly { readonly kind: Kind; readonly turn: number }[] {
  const r = sampleRandom(seed);
  const kinds: { kind: Kind; turn: number }[] = [];
  let pace = 0.5;
  let since = 0;
  for (let turn = 1; kinds.length < length; turn += 1) {
    pace = Math.max(0.15, Math.min(1, pace + (r() - 0.5) * 0.22));
    const presses = 2 + Math.floor(r() * r() * 11 * (1.3 - pace));
    const piece: Kind[] = ["spawn", ...Array.from({ length: presses }, () => pick(r)), "drop", "lock"];
    since += 1;
    if (since > 3 && r() < 0.34) {
      piece.push("clear");
      since = 0;
    }
    kinds.push(...piece.map((kind) => ({ kind, turn })));
  }
  return kinds.slice(0, length);
}

/** A made-up Tetris match of so many events; the same seed gives the same match. */
export function sampleTetris(length: number, seed = 11, moments: readonly SampleMoment[] = []): SampleGame {
  const kinds = sampleKinds(length, seed);
  const recorder = createTapeRecorder({
    game: "tetris",
    lanes: 1,
    ticksPerSecond: 600,
    keyframeEvery: 256,
    turnWord: "piece",
  });
  const loud = new Set(moments.map((moment) => moment.seq));
  kinds.forEach(({ kind, turn }, i) => {
    const height = loud.has(i + 1) ? cut.through : heightOf[kind];
    recorder.push({ height, tick: Math.round(((i + 1) * 401.3 * 600) / 3412), turn });
  });
  for (const { seq, glyph } of moments) recorder.mark({ seq, glyph, label: labelOfGlyph(glyph) });
  return { model: recorder.model(), faceOf: (seq) => faces[kinds[seq - 1]?.kind ?? "spawn"] };
}

/** A made-up match with a lane per seat. */
export function sampleTable(game: GameId, length: number, moments: readonly SampleMoment[]): TapeModel {
  const r = sampleRandom(length);
  const lanes = 4;
  const recorder = createTapeRecorder({ game, lanes, ticksPerSecond: 1000, keyframeEvery: 256, turnWord: "turn" });
  for (let i = 0; i < length; i += 1) {
    const lane = Math.floor(i / 3) % lanes;
    const height = [cut.short, cut.middle, 92][i % 3] ?? cut.short;
    recorder.push({ height: height + Math.floor(r() * 30), tick: i * 2500, lane, turn: Math.floor(i / 3) + 1 });
  }
  for (const { seq, glyph, seat = 0 } of moments) recorder.mark({ seq, glyph, label: glyph, seat });
  return recorder.model();
}
