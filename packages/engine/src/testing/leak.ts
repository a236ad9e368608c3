import type { HashPort, JsonObject } from "@replayground/kernel";
import type { Game, GameTypes, Viewer } from "../types.ts";
import { difference } from "./difference.ts";
import type { TimedCommand } from "./given.ts";
import { createTestMatch } from "./headers.ts";
import { runUnder, type Receipt, type Transcript } from "./leak-run.ts";

export interface LeakTest<T extends GameTypes> {
  readonly game: Game<T>;
  readonly hash: HashPort;
  readonly seats?: number;
  readonly options?: JsonObject;
  /** Played the same way under every secret; may hold illegal commands. */
  readonly script: readonly TimedCommand[];
  /** Event types whose very data tell what was hidden, such as a card that is turned up. */
  readonly disclosing?: readonly string[];
  /** How many secrets to play. Enough that some viewer learns the same in two of them. Default 40. */
  readonly secrets?: number;
}

/** How much was compared, per viewer: steps of two matches that differed in what the viewer may not know. */
export type LeakReport = ReadonlyMap<Viewer, number>;

/**
 * Non-interference. Plays one script under many secrets; as long as a viewer has lawfully learned the same in two of
 * the matches, all it receives must be the same: number, type, seat, recipients, open data and length of events,
 * views, and the refusals of its own commands. Throws on the first leak, and if a viewer's part would be vacuous.
 */
export function leakTest<T extends GameTypes>(test: LeakTest<T>): LeakReport {
  const { game, hash, script, disclosing = [], secrets = 40, ...rest } = test;
  const { header } = createTestMatch(game, hash, { ...rest, committed: true });
  const input = { game, hash, header, script, disclosing };
  const runs = Array.from({ length: secrets }, (_, number) => runUnder(input, number));
  const report = new Map<Viewer, number>();
  for (const viewer of runs[0]?.keys() ?? []) {
    let compared = 0;
    for (let i = 0; i < runs.length; i++) {
      for (let j = i + 1; j < runs.length; j++) compared += compareRuns(runs[i], runs[j], viewer, `${i} and ${j}`);
    }
    if (compared === 0) throw new Error(`leak test of ${game.id}: viewer ${viewer} learned something else every time`);
    report.set(viewer, compared);
  }
  return report;
}

function compareRuns(a: Transcript | undefined, b: Transcript | undefined, viewer: Viewer, names: string): number {
  const [left, right] = [a?.get(viewer) ?? [], b?.get(viewer) ?? []];
  let compared = 0;
  let hiddenDiffers = false;
  for (let step = 0; step < left.length; step++) {
    const [one, other] = [left[step], right[step]];
    if (one === undefined || other === undefined) break;
    const found = compareReceipts(one, other);
    if (found.kind === "learned") return compared;
    if (found.kind === "leak") {
      throw new Error(`leak to viewer ${viewer}, secrets ${names}, step ${step}: ${found.where}`);
    }
    hiddenDiffers ||= found.hiddenDiffers;
    if (hiddenDiffers) compared++;
  }
  return compared;
}

type Comparison =
  | { readonly kind: "same"; readonly hiddenDiffers: boolean }
  /** From here on the viewer knows different things, and may see different things. */
  | { readonly kind: "learned" }
  | { readonly kind: "leak"; readonly where: string };

function compareReceipts(one: Receipt, other: Receipt): Comparison {
  let hiddenDiffers = false;
  for (let i = 0; i < Math.max(one.events.length, other.events.length); i++) {
    const [left, right] = [one.events[i], other.events[i]];
    const where = difference(left?.shape, right?.shape, `.events.${i}`);
    if (where !== null) {
      return left?.discloses === true || right?.discloses === true ? { kind: "learned" } : { kind: "leak", where };
    }
    if (left?.learned !== right?.learned) return { kind: "learned" };
    hiddenDiffers ||= left?.hidden !== right?.hidden;
  }
  const where = difference(one.rejection, other.rejection, ".rejection") ?? difference(one.view, other.view, ".view");
  return where === null ? { kind: "same", hiddenDiffers } : { kind: "leak", where };
}
