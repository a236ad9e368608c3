import { nodeHash } from "@replayground/hash/node";
import { toSeat, type Seat } from "@replayground/kernel";
import { describe, expect, it } from "vitest";
import type { Game, GameCommand } from "../src/index.ts";
import { hiddenNumber, leakTest, type HiddenNumberTypes, type TimedCommand } from "../src/testing/index.ts";

const ask = (seat: number, number: number): GameCommand => ({ type: "ask", seat: toSeat(seat), data: { number } });

/** Questions, a refused repetition, one out of range, two hints, and the end. */
const script: readonly TimedCommand[] = [
  { command: ask(0, 3), at: 100 },
  { command: ask(0, 3), at: 200 },
  { command: ask(1, 9), at: 300 },
  { command: ask(1, 2), at: 7000 },
  { command: ask(0, 3), at: 7100 },
  { command: ask(0, 2), at: 8000 },
  { command: ask(1, 3), at: 14_000 },
];

const leaks = (game: Game<HiddenNumberTypes>): ReadonlyMap<Seat | "spectator", number> =>
  leakTest({ game, hash: nodeHash, script, options: { range: 4, rounds: 2 }, disclosing: ["numbers_shown"] });

describe("leak test", () => {
  it("finds nothing in a game that keeps its secrets, and compares for every viewer", () => {
    const report = leaks(hiddenNumber);
    expect([...report.keys()]).toEqual([0, 1, "spectator"]);
    for (const compared of report.values()) expect(compared).toBeGreaterThan(50);
  });

  it("refuses to pass where nothing was compared", () => {
    const vacuous = (): unknown => leakTest({ game: hiddenNumber, hash: nodeHash, script, secrets: 1 });
    expect(vacuous).toThrow("learned something else every time");
  });

  it.each<[string, string, Partial<Game<HiddenNumberTypes>>]>([
    [
      "a forgotten seal: the answer stands in open data",
      "data",
      {
        decide: (state, command, chance) => {
          const decided = hiddenNumber.decide(state, command, chance);
          if (!decided.ok) return decided;
          const drafts = decided.value.map((draft) => {
            const told = draft.secrets?.find(({ value }) => value !== "-----")?.value ?? null;
            return draft.type === "question_asked" ? { ...draft, data: { ...draft.data, told } } : draft;
          });
          return { ok: true, value: drafts };
        },
      },
    ],
    [
      "sealed values of unequal length",
      "length",
      {
        elapse: (state, chance) =>
          hiddenNumber.elapse(state, chance).map((draft) => ({
            ...draft,
            secrets: draft.secrets?.map(({ to, value }) => ({ to, value: value === "odd-" ? "odd" : value })) ?? [],
          })),
      },
    ],
    [
      "a sealed part only for whom it concerns, and only if there is something to tell",
      "sealed",
      {
        elapse: (state, chance) =>
          hiddenNumber
            .elapse(state, chance)
            .map((draft) => ({ ...draft, secrets: draft.secrets?.filter(({ value }) => value === "even") ?? [] })),
      },
    ],
    [
      "an event that exists only if the number is odd",
      "events",
      {
        elapse: (state, chance) => {
          const drafts = hiddenNumber.elapse(state, chance);
          const odd = (state.sides[1 - state.turn]?.number ?? 0) % 2 === 1;
          return odd ? [...drafts, { type: "hand_raised", seat: toSeat(0), data: {} }] : drafts;
        },
      },
    ],
    [
      "a view that reads the other's number",
      "view",
      {
        view: (state, viewer) => {
          const seen = hiddenNumber.view(state, viewer);
          return { ...seen, pot: (state.sides[1]?.number ?? 0) > 2 ? seen.pot : seen.pot + 1 };
        },
      },
    ],
    [
      "a refusal that depends on the other's number",
      "rejection",
      {
        decide: (state, command, chance) => {
          const decided = hiddenNumber.decide(state, command, chance);
          const warm = state.sides.some(({ number }) => number === 1);
          return decided.ok || !warm ? decided : { ok: false, error: { kind: "illegal", reason: "warm" } };
        },
      },
    ],
  ])("finds %s", (_name, where, mutation) => {
    expect(() => leaks({ ...hiddenNumber, ...mutation })).toThrow(new RegExp(`^leak to viewer .*${where}`));
  });
});
