import { firstEventOf, type ImportFault, type LimitName, type WriteError } from "@replayground/archive";
import { EXIT, type ExitCode } from "./exit.ts";

/** A fault in words: what happened, at which event, and what to do. */
export interface Explanation {
  readonly code: ExitCode;
  readonly what: string;
  /** First wrong event where one can be named; 0 is the header. */
  readonly event: number | null;
  readonly advice: string;
}

export type AnyFault = ImportFault | WriteError;
type Kind = AnyFault["kind"];
type Explain<K extends Kind> = (fault: Extract<AnyFault, { readonly kind: K }>) => Explanation;

export function explainFault(fault: AnyFault): Explanation {
  const explain = EXPLAIN[fault.kind] as (fault: AnyFault) => Explanation; // the entry of the fault's own kind
  return explain(fault);
}

const KEEP = "Nothing was changed. Fetch it again; if it is the same everywhere, the log itself is wrong.";
const FETCH = "Nothing was changed. Fetch the file again from where it came.";
const UPGRADE = "Use a newer version of this program; the log may be fine.";
const FORMS = "Give a match file or a log as JSON lines, gzipped or not.";

const OVER_LIMIT: Readonly<Record<LimitName, (limit: number) => string>> = {
  file: (limit) => `is larger than ${limit} bytes`,
  inflated: (limit) => `unpacks to more than ${limit} bytes`,
  ratio: (limit) => `unpacks to more than ${limit} bytes`,
  events: (limit) => `has more than ${limit} events`,
  commands: (limit) => `has more than ${limit} commands`,
};

const EXPLAIN: { readonly [K in Kind]: Explain<K> } = {
  // The file
  not_a_match_file: () => notALog("This is not a match file.", FORMS),
  unknown_format: () => notALog("This is not a log.", FORMS),
  foreign_format: ({ format }) =>
    notALog(`This is a replay of another program (.${format}).`, "Try `replayground import`."),
  over_limit: ({ what, limit }) =>
    notALog(`The file ${OVER_LIMIT[what](limit)}, the most that is read.`, "Nothing was changed."),
  unsupported_version: ({ version }) => cannot(`Format version ${version} is not known here.`, UPGRADE),
  damaged_block: ({ block, reason }) =>
    wrong(`Block ${block} of the file (${reach(block)}) is damaged: ${reason}.`, firstEventOf(block), FETCH),
  cut_off: ({ block }) =>
    wrong(`The file ends too early, in block ${block} (${reach(block)}).`, firstEventOf(block), FETCH),

  // The text
  not_a_log: ({ reason }) => notALog(`This is not a log: ${reason}.`, FORMS),
  not_json: () => notALog("This is not JSON.", FORMS),
  too_large: ({ limit }) => notALog(`The text is longer than ${limit} characters.`, "Nothing was changed."),
  json_too_long: ({ limit }) => notALog(`A line is longer than ${limit} characters.`, "Nothing was changed."),
  not_canonical: ({ reason, path }) => wrong(`A value has no canonical form: ${reason} at ${place(path)}.`, null, KEEP),
  bad_header: ({ path, reason }) => wrong(`The header is malformed at ${place(path)}: ${reason}.`, 0, KEEP),
  bad_event: ({ seq, path, reason }) => wrong(`Event ${seq} is malformed at ${place(path)}: ${reason}.`, seq, KEEP),
  bad_sequence: ({ seq, found }) => wrong(`Event ${seq} is missing: number ${found} stands in its place.`, seq, KEEP),
  time_goes_back: ({ seq }) => wrong(`Event ${seq} is earlier than the event before it.`, seq, KEEP),
  truncated: ({ seq }) => wrong(`The log is cut off after event ${seq}.`, seq, FETCH),

  // The chain
  chain_broken: ({ seq }) =>
    wrong(`Every event follows from the rules, but the chain over ${seq} events ends in another head.`, seq, KEEP),
  false_seal: ({ seq, index }) => wrong(`Sealed part ${index} of event ${seq} was opened falsely.`, seq, KEEP),
  false_secret: ({ seq }) => wrong("The revealed secret is not the one that the header commits to.", seq, KEEP),
  wrong_secret: () => wrong("The secret is not the one that the header commits to.", 0, KEEP),

  // The result
  wrong_event: ({ seq, difference: { path, expected, found } }) =>
    wrong(`Event ${seq} is wrong: ${place(path)} is ${show(found)}, the rules make ${show(expected)}.`, seq, KEEP),
  missing_event: ({ seq, expected }) =>
    wrong(`In the place of event ${seq} the rules make ${article(expected)}.`, seq, KEEP),
  uncaused_event: ({ seq, type }) => wrong(`Nothing causes event ${seq} (${type}).`, seq, KEEP),
  refused_command: ({ seq, reason }) => wrong(`The rules refuse the command of event ${seq}: ${reason}.`, seq, KEEP),
  wrong_result: ({ command, from, seq }) =>
    wrong(`Command ${command} gives another result: the first wrong event is among ${range(from, seq)}.`, seq, KEEP),
  wrong_head: ({ from, seq }) =>
    wrong(`The chain does not fit: the first wrong event is among ${range(from, seq)}.`, seq, KEEP),
  wrong_end: ({ what, seq }) => wrong(`The ${what} of the log is not what its commands make.`, seq, KEEP),
  not_expandable: ({ seq }) =>
    wrong(`The log stops at event ${seq}, amid what one moment causes.`, seq, "Export its lines instead."),

  // What cannot be judged
  unknown_game: ({ game }) => cannot(`The game ${game} is not known here.`, UPGRADE),
  wrong_game: ({ game }) => cannot(`The game ${game} is not known here.`, UPGRADE),
  unknown_rules: ({ rules }) => cannot(`Version ${rules} of the rules is not known here.`, UPGRADE),
  still_sealed: () =>
    cannot("The match is not over: its secret is not revealed yet.", "Verify it when it is finished."),
  cancelled: ({ seq }) => cannot(`Stopped after event ${seq}.`, "Run it again to the end."),
  wrong_seats: ({ seats }) => wrong(`The game is not played with ${seats} seats.`, 0, KEEP),
  bad_options: ({ path, reason }) => wrong(`The option ${path} of the header is refused: ${reason}.`, 0, KEEP),
};

function place(path: string): string {
  return path === "" ? "the top" : path;
}

function reach(block: number): string {
  return block === 0 ? "the header" : `events from ${firstEventOf(block)} on`;
}

function range(from: number, to: number): string {
  return from === to ? `event ${to}` : `events ${from} to ${to}`;
}

function show(value: unknown): string {
  return value === undefined ? "absent" : JSON.stringify(value);
}

function article(type: string): string {
  return `${/^[aeiou]/.test(type) ? "an" : "a"} ${type}`;
}

function wrong(what: string, event: number | null, advice: string): Explanation {
  return { code: EXIT.fault, what, event, advice };
}

function cannot(what: string, advice: string): Explanation {
  return { code: EXIT.cannotVerify, what, event: null, advice };
}

function notALog(what: string, advice: string): Explanation {
  return { code: EXIT.notALog, what, event: null, advice };
}
