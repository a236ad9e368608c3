import { kickTable } from "../../src/core/kicks.ts";
import type { PlacementRules } from "../../src/core/placements.ts";
import { readFixture } from "../fixtures.ts";

export interface PerftRow {
  readonly system: string;
  readonly rules: PlacementRules;
  readonly queue: string;
  readonly nodes: readonly number[];
}

interface PerftFile {
  readonly SRS: { readonly counts: Readonly<Record<string, readonly number[]>> };
  readonly "SRS+": { readonly counts: Readonly<Record<string, readonly number[]>> };
}

const counts = readFixture<PerftFile>("perft");

/** Kixenon/cobra-movegen and ImpleLee/fast-reachability: SRS, T-spins not told apart. */
const srs: PlacementRules = { kicks: kickTable("SRS", "none"), spawn: { x: 4, y: 19 }, upgrades: null };

/** cobra-movegen, second table: it counts a T once per spin class and lets kicks 5 and 6 of half turns upgrade, too. */
const srsPlus: PlacementRules = {
  kicks: kickTable("SRS+", "tetrio"),
  spawn: { x: 4, y: 5 },
  upgrades: (_to, last) => last.test >= 5,
};

/** Queues, the rules they are counted under, and the nodes after 1, 2, ... pieces. */
export const perftRows: readonly PerftRow[] = [
  ...Object.entries(counts.SRS.counts).map(([queue, nodes]) => ({ system: "SRS", rules: srs, queue, nodes })),
  ...Object.entries(counts["SRS+"].counts).map(([queue, nodes]) => ({ system: "SRS+", rules: srsPlus, queue, nodes })),
];
