import type { OptionsError } from "@replayground/engine";
import { err, ok, type Result } from "@replayground/kernel";
import * as v from "valibot";

/** What is played for. */
export const modes = ["marathon", "sprint", "ultra", "zen", "cheese"] as const;
export type Mode = (typeof modes)[number];

/** What a log records of the player: raw key edges, or logical actions (bots, touch, assistive input). */
export const inputModes = ["keys", "actions"] as const;
export type InputMode = (typeof inputModes)[number];

/** Keyboard settings, fixed for a game. Times in ticks of 1/600 s. */
export type HandlingOptions = {
  /** Between auto-shift steps, 0..300; 0 is to the wall at once. */
  readonly arr: number;
  /** Releasing one direction also resets the charge of the other. */
  readonly cancel: boolean;
  /** From key press to auto-shift, 0..300. */
  readonly das: number;
  /** After a rotation or spawn against a wall the charge is cut to DAS minus this, 0..300; 0 is off. */
  readonly dcd: number;
  readonly ihs: "off" | "tap" | "hold";
  readonly irs: "off" | "tap" | "hold";
  /** Ticks after a lock by timer in which a hard drop is ignored, 0..300; 0 is off. */
  readonly safelock: number;
  /** Soft drop multiplies gravity by 1..40; 0 reaches the floor at once. Marathon fixes the factor and ignores it. */
  readonly sdf: number;
};

/** What a player may change of the mode's rules. */
export type RuleOptions = {
  /** Delay after every lock, in ticks, 0..600. */
  readonly are: number;
  /** -1: as the mode has it. 0: none. 1..20: steady, as at that level. */
  readonly gravity: number;
  readonly halfTurn: "none" | "tetrio" | "jstris";
  readonly hold: "once" | "infinite" | "off";
  readonly kick5: "any" | "down";
  readonly kicks: "SRS" | "SRS+";
  /** How levels rise, in modes that have levels. */
  readonly levels: "fixed" | "variable";
  /** Further delay after a lock that clears, in ticks, 0..600. */
  readonly lineDelay: number;
  readonly lockDown: "extended" | "infinite" | "classic";
  /** Visible next pieces, 1..6. */
  readonly previews: number;
  readonly spins: "t" | "all" | "all-mini";
};

/** Keys in canonical order, so that a header shows them as they are hashed. */
export type TetrisOptions = {
  /** Garbage rows to clear, 1..100, in cheese mode; 0 elsewhere. */
  readonly cheese: number;
  readonly handling: HandlingOptions;
  readonly inputMode: InputMode;
  /** Start level: marathon 1..15, ultra 1..20; 1 elsewhere. */
  readonly level: number;
  readonly mode: Mode;
  readonly rules: RuleOptions;
};

/** Half a second, in ticks: the longest handling time. */
const longestHandling = 300;
/** One second: the longest delay between pieces. */
const longestDelay = 600;

/** An integer from `low` to `high`, and what stands for it when it is absent. */
function integer(low: number, high: number, fallback: number) {
  return v.optional(v.pipe(v.number(), v.integer(), v.minValue(low), v.maxValue(high)), fallback);
}

/** One of some words; the first stands for an absent one. */
function word<const W extends readonly [string, ...string[]]>(...words: W) {
  return v.optional(v.picklist(words), words[0]);
}

const initialAction = word("tap", "off", "hold");

/** DAS 10 frames, ARR 2 frames, soft drop 20 times: the guideline's hints. */
const handlingSchema = v.strictObject({
  arr: integer(0, longestHandling, 20),
  cancel: v.optional(v.boolean(), false),
  das: integer(0, longestHandling, 100),
  dcd: integer(0, longestHandling, 0),
  ihs: initialAction,
  irs: initialAction,
  safelock: integer(0, longestHandling, 70),
  sdf: integer(0, 40, 20),
});

/** What one mode differs in. */
interface ModeLimits {
  readonly highestStart: number;
  readonly hasLevels: boolean;
  readonly isPlus: boolean;
  readonly cheese: readonly [low: number, high: number, fallback: number];
}

const plain: ModeLimits = { highestStart: 1, hasLevels: false, isPlus: false, cheese: [0, 0, 0] };

const limitsByMode: Readonly<Record<Mode, ModeLimits>> = {
  marathon: { ...plain, highestStart: 15, hasLevels: true },
  sprint: plain,
  ultra: { ...plain, highestStart: 20, hasLevels: true },
  zen: { ...plain, isPlus: true },
  cheese: { ...plain, cheese: [1, 100, 10] },
};

function rulesSchema({ isPlus, hasLevels }: ModeLimits) {
  return v.strictObject({
    are: integer(0, longestDelay, 0),
    gravity: integer(-1, 20, -1),
    halfTurn: isPlus ? word("tetrio", "none", "jstris") : word("none", "tetrio", "jstris"),
    hold: word("once", "infinite", "off"),
    kick5: word("any", "down"),
    kicks: isPlus ? word("SRS+", "SRS") : word("SRS", "SRS+"),
    levels: hasLevels ? word("fixed", "variable") : word("fixed"),
    lineDelay: integer(0, longestDelay, 0),
    lockDown: word("extended", "infinite", "classic"),
    previews: integer(1, 6, 5),
    spins: word("t", "all", "all-mini"),
  });
}

function optionsSchema(mode: Mode): v.GenericSchema<unknown, TetrisOptions> {
  const limits = limitsByMode[mode];
  return v.strictObject({
    cheese: integer(...limits.cheese),
    handling: v.optional(handlingSchema, {}),
    inputMode: word(...inputModes),
    level: integer(1, limits.highestStart, 1),
    mode: v.optional(v.literal(mode), mode),
    rules: v.optional(rulesSchema(limits), {}),
  });
}

const schemaByMode: Readonly<Record<Mode, v.GenericSchema<unknown, TetrisOptions>>> = {
  marathon: optionsSchema("marathon"),
  sprint: optionsSchema("sprint"),
  ultra: optionsSchema("ultra"),
  zen: optionsSchema("zen"),
  cheese: optionsSchema("cheese"),
};

const modeSchema = v.object({ mode: v.optional(v.picklist(modes), modes[0]) });

/** Fills in the defaults of the mode; refuses unknown names, and values that are out of range in that mode. */
export function parseOptions(value: unknown): Result<TetrisOptions, OptionsError> {
  if (Array.isArray(value)) return err({ kind: "bad_options", path: "", reason: "a list instead of names" });
  const mode = v.safeParse(modeSchema, value);
  if (!mode.success) return err(optionsError(mode.issues));
  const parsed = v.safeParse(schemaByMode[mode.output.mode], value);
  return parsed.success ? ok(parsed.output) : err(optionsError(parsed.issues));
}

function optionsError(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): OptionsError {
  const [issue] = issues;
  return { kind: "bad_options", path: v.getDotPath(issue) ?? "", reason: issue.message };
}

/** The options of a mode as most people play it. */
export function defaultOptions(mode: Mode): TetrisOptions {
  return v.parse(schemaByMode[mode], {});
}
