import { createTestMatch, randomPlayout } from "@replayground/engine/testing";
import { nodeHash } from "@replayground/hash/node";
import { inputModes, modes } from "../../src/game/options.ts";
import { tetris } from "../../src/game/tetris.ts";
import { proposeCareless, proposeInput } from "./player.ts";

/** Options that make random play reach what ordinary play seldom does. */
const variants = [
  {},
  { are: 6, lineDelay: 21, halfTurn: "tetrio", kicks: "SRS+", hold: "infinite" },
  { lockDown: "infinite", gravity: 20, previews: 1, spins: "all" },
  { lockDown: "classic", gravity: 0, previews: 6, kick5: "down", spins: "all-mini" },
] as const;

/** Every mode, played by keys and by actions, with known and with dealt pieces. */
export const games: readonly Row[] = modes.flatMap((mode) =>
  inputModes.flatMap((inputMode) =>
    variants.map((rules, variant) => ({
      name: `${mode}, ${inputMode}, variant ${variant}`,
      mode,
      inputMode,
      variant,
      rules,
    })),
  ),
);

export interface Row {
  readonly name: string;
  readonly mode: (typeof modes)[number];
  readonly inputMode: (typeof inputModes)[number];
  readonly variant: number;
  readonly rules: (typeof variants)[number];
}

export interface Played {
  readonly accepted: number;
  readonly byType: Readonly<Record<string, number>>;
  readonly unsorted: readonly string[];
}

/** One random game, careful for even seeds: throws at the first broken law of the contract. */
export function playRandomly({ mode, inputMode, variant, rules }: Row, seed: number, steps: number): Played {
  const sonic = variant === 3;
  const handling = { das: 60, arr: sonic ? 0 : 20, dcd: 30, irs: "hold", ihs: "hold", sdf: sonic ? 0 : 13 };
  const options = { mode, inputMode, rules, handling };
  const { authority, header } = createTestMatch(tetris, nodeHash, { seed, committed: variant % 2 === 1, options });
  const propose = seed % 2 === 0 ? proposeInput : proposeCareless;
  const played = randomPlayout(authority, header, {
    seed,
    steps,
    propose: (match, random) => propose(match, random),
    span: 300,
    noise: 10,
  });
  const byType: Record<string, number> = {};
  for (const { type } of played.events) byType[type] = (byType[type] ?? 0) + 1;
  return { accepted: played.accepted, byType, unsorted: played.unsorted };
}
