import { type KeyBindings, keyPresets, type PlayAction } from "../input/actions.ts";
import { type ThemeChoice, themeChoices } from "../theme/theme.ts";

/** How keys become movement. Times in milliseconds; converted to ticks once, when a match starts. */
export interface Handling {
  /** Delay before a held direction repeats, 0-500. */
  readonly das: number;
  /** Time between repeats, 0-500; 0 runs to the wall at once. */
  readonly arr: number;
  /** Soft drop as a multiple of gravity, 1-40; `instantSoftDrop` falls at once. */
  readonly sdf: number;
  /** How far a turn or a new piece cuts a full charge back, 0-500. */
  readonly dcd: number;
  /** A key in the other direction lets go of the first charge. */
  readonly cancel: boolean;
  /** How long a hard drop is ignored after a piece locked by itself, 0-500. */
  readonly safelock: number;
  /** Whether a turn asked for before a piece appears is done as it appears. */
  readonly irs: InitialAction;
  /** The same for hold. */
  readonly ihs: InitialAction;
}

/** What counts as asking early: nothing, a key pressed then, or also one that is merely held. */
export const initialActions = ["off", "tap", "hold"] as const;
export type InitialAction = (typeof initialActions)[number];

/** Written beside the settings. 2 added safelock, irs and ihs; a field that is not there takes its default. */
export const settingsVersion = 2;

export const instantSoftDrop = 41;

/** Smallest and largest value of each number of the handling. */
export const handlingRange: Readonly<Record<"das" | "arr" | "sdf" | "dcd" | "safelock", readonly [number, number]>> = {
  das: [0, 500],
  arr: [0, 500],
  sdf: [1, instantSoftDrop],
  dcd: [0, 500],
  safelock: [0, 500],
};

export interface Settings {
  readonly theme: ThemeChoice;
  readonly keys: KeyBindings;
  readonly handling: Handling;
}

export const defaultHandling: Handling = {
  das: 167,
  arr: 33,
  sdf: 20,
  dcd: 0,
  cancel: false,
  safelock: 117,
  irs: "tap",
  ihs: "tap",
};

export const defaultSettings: Settings = { theme: "system", keys: keyPresets.arrows, handling: defaultHandling };

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === "object" && value !== null;

const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** Reads settings of any age or damage: every field that is not valid takes its default. */
export function parseSettings(value: unknown): Settings {
  const fields = fieldsOf(value);
  return {
    theme: themeChoices.find((choice) => choice === fields["theme"]) ?? defaultSettings.theme,
    keys: parseKeys(fields["keys"]),
    handling: parseHandling(fields["handling"]),
  };
}

function parseHandling(value: unknown): Handling {
  const fields = fieldsOf(value);
  const number = (name: keyof typeof handlingRange): number => {
    const given = fields[name];
    const [low, high] = handlingRange[name];
    return typeof given === "number" && Number.isInteger(given) && given >= low && given <= high
      ? given
      : defaultHandling[name];
  };
  const initial = (name: "irs" | "ihs"): InitialAction =>
    initialActions.find((known) => known === fields[name]) ?? defaultHandling[name];
  return {
    das: number("das"),
    arr: number("arr"),
    sdf: number("sdf"),
    dcd: number("dcd"),
    cancel: fields["cancel"] === true,
    safelock: number("safelock"),
    irs: initial("irs"),
    ihs: initial("ihs"),
  };
}

/** A stored code names a key of the keyboard: short and plain, or it is dropped. */
const isCode = (value: unknown): value is string => typeof value === "string" && /^[A-Za-z0-9]{1,24}$/.test(value);

function parseKeys(value: unknown): KeyBindings {
  const fields = fieldsOf(value);
  const codesOf = (action: PlayAction): readonly string[] => {
    const given = fields[action];
    if (!Array.isArray(given)) return defaultSettings.keys[action];
    return given.filter(isCode).slice(0, 4);
  };
  return {
    left: codesOf("left"),
    right: codesOf("right"),
    soft: codesOf("soft"),
    hard: codesOf("hard"),
    cw: codesOf("cw"),
    ccw: codesOf("ccw"),
    half: codesOf("half"),
    hold: codesOf("hold"),
    pause: codesOf("pause"),
    restart: codesOf("restart"),
  };
}
