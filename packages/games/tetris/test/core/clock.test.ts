import * as fc from "fast-check";
import { expect, test } from "vitest";
import { advance } from "../../src/core/advance.ts";
import { type Board, boardFromRows, boardWidth } from "../../src/core/board.ts";
import { cloneCore, Core, updateGravity } from "../../src/core/core.ts";
import { nextDue } from "../../src/core/due.ts";
import type { Handling } from "../../src/core/handling.ts";
import { type Key, keyBit } from "../../src/core/keys.ts";
import { pieces } from "../../src/core/piece.ts";
import { pressKey, releaseKey } from "../../src/core/press.ts";
import type { Profile } from "../../src/core/profile.ts";
import { marathon, versus, zen } from "../../src/core/profiles.ts";
import { shapeOf } from "../../src/core/shape.ts";
import { encodeCore } from "../../src/core/snapshot-bytes.ts";
import { Naive, playKeys } from "./naive.ts";

interface Edge {
  readonly after: number;
  readonly key: Key;
}

interface Case {
  readonly profile: Profile;
  readonly handling: Handling;
  readonly piece: (typeof pieces)[number];
  readonly y: number;
  readonly rows: readonly number[];
  readonly edges: readonly Edge[];
}

const handlings: fc.Arbitrary<Handling> = fc.record({
  das: fc.constantFrom(0, 1, 7, 60, 100),
  arr: fc.constantFrom(0, 1, 3, 20),
  sdf: fc.constantFrom<Handling["sdf"]>(1, 6, 20, 40, "sonic"),
  dcd: fc.constantFrom(0, 0, 10, 200),
  cancel: fc.boolean(),
  safelock: fc.constant(0),
  irs: fc.constant("off" as const),
  ihs: fc.constant("off" as const),
});

const profiles: fc.Arbitrary<Profile> = fc
  .record({
    base: fc.constantFrom(marathon, zen, versus),
    kind: fc.constantFrom("extended" as const, "infinite" as const, "classic" as const),
    ticks: fc.constantFrom(1, 40, 300),
    resets: fc.constantFrom(0, 1, 4, 15),
    perTick: fc.constantFrom(0, 27962, 435874, 61401333),
    ramp: fc.constantFrom({ rampFrom: 0, rampEvery: 0, rampAdd: 0 }, { rampFrom: 37, rampEvery: 60, rampAdd: 200_000 }),
  })
  .map(({ base, kind, ticks, resets, perTick, ramp }) => ({
    ...base,
    softDrop: "player" as const,
    lockDown: { kind, ticks, resets },
    gravity: { kind: "constant" as const, perTick, ...ramp },
  }));

const cases: fc.Arbitrary<Case> = fc.record({
  profile: profiles,
  handling: handlings,
  piece: fc.constantFrom(...pieces),
  y: fc.integer({ min: 12, max: 20 }),
  rows: fc.array(fc.integer({ min: 0, max: 1023 }), { maxLength: 9 }),
  edges: fc.array(fc.record({ after: fc.integer({ min: 0, max: 90 }), key: fc.constantFrom(...playKeys) }), {
    maxLength: 40,
    size: "max",
  }),
});

function boardOf(rows: readonly number[]): Board {
  return boardFromRows(
    rows.map((mask) => Array.from({ length: boardWidth }, (_, x) => ((mask >> x) & 1 ? "g" : ".")).join("")),
  );
}

function coreOf(given: Case): Core {
  const core = new Core({ profile: given.profile, handling: given.handling, bags: { kind: "dealt" } });
  core.board = boardOf(given.rows);
  core.phase = "falling";
  core.piece = given.piece;
  core.shape = shapeOf(given.piece, 0);
  core.y = given.y;
  core.lowest = given.y;
  updateGravity(core);
  return core;
}

function naiveOf(given: Case): Naive {
  const cells = new Set<string>();
  given.rows.forEach((mask, y) => {
    for (let x = 0; x < boardWidth; x++) if ((mask >> x) & 1) cells.add(`${x},${y}`);
  });
  return new Naive({ cells, ...given, x: 4 });
}

function summary(core: Core): object {
  return {
    tick: core.tick,
    isLocked: core.phase === "locking",
    x: core.x,
    y: core.y,
    rotation: core.rotation,
    acc: core.fallen,
    timer: core.lockTimer,
    resets: core.resets,
    lowest: core.lowest,
    soft: core.pieceSoftRows,
    charge: { left: core.leftCharge, right: core.rightCharge },
    wait: { left: core.leftWait, right: core.rightWait },
  };
}

function naiveSummary(naive: Naive): object {
  return {
    tick: naive.tick,
    isLocked: naive.isLocked,
    x: naive.x,
    y: naive.y,
    rotation: naive.rotation,
    acc: naive.acc,
    timer: naive.timer,
    resets: naive.resets,
    lowest: naive.lowest,
    soft: naive.softRows,
    charge: naive.charge,
    wait: naive.wait,
  };
}

/** A key down, or up if it is down. */
function toggle(core: Core, key: Key): void {
  if ((core.held & keyBit[key]) === 0) pressKey(core, key);
  else releaseKey(core, key);
}

const tail = 900;

test("advance agrees with stepping tick by tick", () => {
  let locks = 0;
  fc.assert(
    fc.property(cases, (given) => {
      const core = coreOf(given);
      const naive = naiveOf(given);
      for (const edge of [...given.edges, { after: tail, key: "soft" as const }]) {
        advance(core, core.tick + edge.after);
        for (let i = 0; i < edge.after && !naive.isLocked; i++) naive.step();
        expect(summary(core)).toEqual(naiveSummary(naive));
        if (naive.isLocked) {
          locks += 1;
          return;
        }
        toggle(core, edge.key);
        if (naive.held[edge.key]) naive.release(edge.key);
        else naive.press(edge.key);
      }
    }),
    { numRuns: 1500 },
  );
  expect(locks).toBeGreaterThan(300);
});

test("advance(advance(s, a), b) is advance(s, b), and nextDue says where it stops", () => {
  fc.assert(
    fc.property(cases, fc.integer({ min: 1, max: 400 }), (given, first) => {
      const core = coreOf(given);
      for (const edge of given.edges.slice(0, 12)) {
        advance(core, core.tick + edge.after);
        if (core.phase !== "falling") return;
        toggle(core, edge.key);
      }
      const due = nextDue(core);
      const whole = cloneCore(core);
      const parts = cloneCore(core);
      advance(whole, core.tick + 1000);
      advance(parts, core.tick + first);
      if (parts.phase === "falling") expect(nextDue(parts)).toBe(due);
      advance(parts, core.tick + 1000);
      expect(encodeCore(parts)).toEqual(encodeCore(whole));
      if (whole.phase === "locking") expect(due).toBe(whole.tick);
      else expect(due === null || due > core.tick + 1000).toBe(true);
    }),
    { numRuns: 1000 },
  );
});
