/** A bug on purpose: a line of the product made wrong, and the ordinary suites that must say so. */
export interface PlantedBug {
  readonly name: string;
  /** Path below the repository's folder. */
  readonly file: string;
  /** Stands in that file exactly once, and is replaced. */
  readonly right: string;
  readonly wrong: string;
  /** Filters for the test runner: the least that must find it. */
  readonly suites: readonly string[];
}

const engine = "packages/engine/src/";
const log = "packages/log/src/";
const tetris = "packages/games/tetris/src/";
const tetrisTests = "packages/games/tetris/test/";

function inTetris(
  name: string,
  file: string,
  change: readonly [right: string, wrong: string],
  ...suites: string[]
): PlantedBug {
  const [right, wrong] = change;
  return { name, file: tetris + file, right, wrong, suites: suites.map((suite) => tetrisTests + suite) };
}

/** One for every promise that would be dear to lose. */
export const plantedBugs: readonly PlantedBug[] = [
  {
    name: "an object is hashed with its members as they come",
    file: "packages/kernel/src/canonical.ts",
    right: "return keys.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));",
    wrong: "return keys;",
    suites: ["packages/kernel/test/canonical"],
  },
  {
    name: "a generator that turns by one bit less",
    file: "packages/kernel/src/random.ts",
    right: "(this.s3 << 11) | (this.s3 >>> 21)",
    wrong: "(this.s3 << 10) | (this.s3 >>> 22)",
    suites: ["packages/kernel/test/random"],
  },
  {
    name: "a sequence number is given twice",
    file: `${engine}recorder.ts`,
    right: "toSeq(this.match.seq + 1)",
    wrong: "toSeq(Math.max(1, this.match.seq))",
    suites: ["packages/engine/test/example", "packages/engine/test/frame"],
  },
  {
    name: "a command comes before what was due at its tick",
    file: `${engine}execute.ts`,
    right: "if (!recorder.runTo(at)) return",
    wrong: "if (!recorder.runTo(at - 1)) return",
    suites: ["packages/engine/test/time"],
  },
  {
    name: "a pause keeps the keys held",
    file: `${engine}fold.ts`,
    right: "paused: true, game: runtime.game.release(match.game)",
    wrong: "paused: true, game: match.game",
    suites: ["packages/engine/test/frame"],
  },
  {
    name: "a forgotten seal: everybody gets the value",
    file: `${engine}seal.ts`,
    right: "part.to === viewer ? part : { digest: part.digest, to: part.to }",
    wrong: "part",
    suites: ["packages/engine/test/seal"],
  },
  {
    name: "a seal that anyone could open by trying values",
    file: `${engine}seal.ts`,
    right: "const salt = saltOf(hash, secret, { ...place, index });",
    wrong: 'const salt = saltOf(hash, secret, { match: "", seq: 0, index: 0 });',
    suites: ["packages/engine/test/seal"],
  },
  {
    name: "a chain without its past",
    file: `${log}chain.ts`,
    right: "writer.raw(this.current);",
    wrong: "",
    suites: ["packages/log/test/chain"],
  },
  {
    name: "a store takes an event that is not the next",
    file: `${log}batch.ts`,
    right: "if (position.seq !== expected)",
    wrong: "if (position.seq > expected)",
    suites: ["packages/log/test/memory"],
  },
  {
    name: "a verifier that believes what the log says happened",
    file: "packages/replay/src/verify.ts",
    right: "if (!this.comparer.equals(made, event)) return",
    wrong: "if (made.seq !== event.seq) return",
    suites: ["packages/replay/test/verify"],
  },
  {
    name: "a file whose checksums nobody looks at",
    file: "packages/archive/src/frame.ts",
    right: "if (!bytesEqual(sum, bytes.subarray(end, length)))",
    wrong: "if (sum.length === 0)",
    suites: ["packages/archive/test/damage"],
  },
  {
    name: "an event lost on kill: acknowledged before it is stored",
    file: "packages/log-dexie/src/flusher-machine.ts",
    right: "acknowledged: input.position, sent: null",
    wrong: "acknowledged: { ...input.position, seq: playedSeq(state) }, sent: null",
    suites: ["packages/log-dexie/test/flusher"],
  },
  inTetris(
    "a kick skipped",
    "core/move.ts",
    ["if (test === undefined ||", "if (index === 3 || test === undefined ||"],
    "core/movement",
  ),
  inTetris(
    "a float in gravity",
    "core/fall.ts",
    ["const fallen = core.fallen + fallSpeed(core);", "const fallen = core.fallen + fallSpeed(core) * 1.0001;"],
    "core/clock",
    "golden",
  ),
  inTetris(
    "sixteen moves on the ground",
    "core/move.ts",
    ["if (core.resets < rule.resets) core.lockTimer = 0;", "if (core.resets <= rule.resets) core.lockTimer = 0;"],
    "core/lock-down",
  ),
  inTetris(
    "a T-spin by two corners",
    "core/spin.ts",
    ["return (rest & (rest - 1)) !== 0;", "return rest !== 0;"],
    "core/movement",
  ),
  inTetris(
    "points by the level after the clear",
    "core/lock.ts",
    ['scoring.level === "before" ? before', 'scoring.level === "before" ? reached.level'],
    "core/lock.test",
  ),
  inTetris("hold twice a lock", "core/hold.ts", ['(rule === "infinite" || !core.holdUsed)', "true"], "core/spawn"),
  inTetris(
    "a charge that outlives its key",
    "core/auto-shift.ts",
    ["if (side < 0 || cancel) core.leftCharge = 0;", "if (cancel) core.leftCharge = 0;"],
    "core",
    "golden",
  ),
  inTetris(
    "a clone that shares what it must not",
    "core/core.ts",
    ["to.againstWall = from.againstWall;", ""],
    "core/clone",
  ),
  inTetris(
    "a snapshot that forgets how long the piece has rested",
    "core/snapshot.ts",
    ["core.lockTimer = view.getInt32(place.lockTimer, true);", "core.lockTimer = 0;"],
    "core/snapshot",
  ),
  inTetris(
    "a lock at the last tick does not count",
    "game/goal.ts",
    ['core.tick >= goal.ticks ? "time"', 'core.tick > goal.ticks ? "time"'],
    "game/events",
  ),
  inTetris(
    "a time rounded down",
    "game/statistics.ts",
    ["(10 * ticks + 3) / 6", "(10 * ticks) / 6"],
    "game/statistics",
  ),
];
