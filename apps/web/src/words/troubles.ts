import type { JudgeFault } from "../judge/protocol.ts";
import type { Trouble } from "../ui/ErrorNotice.tsx";
import { formatBytes, formatCount } from "./numbers.ts";

const NOTHING_STORED = "Nothing of it was stored, and nothing on this device has changed.";
const OTHER_FILE = "Open another file, or ask whoever sent it for a fresh export.";

/** Why a file was not taken in, in words: what happened, what is safe, what to do. */
export function importTrouble(fault: JudgeFault): Trouble {
  return { what: sayFault(fault), safe: NOTHING_STORED, next: adviceFor(fault), detail: detailOf(fault) };
}

/** Why a stored match did not pass its own check. */
export function verifyTrouble(fault: JudgeFault): Trouble {
  const safe = "The match is still stored as it was found. Nothing was repaired or removed.";
  return { what: sayFault(fault), safe, next: adviceFor(fault), detail: detailOf(fault) };
}

type FaultOf<K extends JudgeFault["kind"]> = Extract<JudgeFault, { readonly kind: K }>;
type Saying<K extends JudgeFault["kind"]> = (fault: FaultOf<K>) => string;

const notAMatch = (): string => "This is not a match file.";
const tooLarge = (): string => "This file is larger than an honest match.";
const notInOrder = ({ seq }: { readonly seq: number }): string =>
  `This log is not in order at event ${formatCount(seq)}.`;
const otherResult = ({ from, seq }: { readonly from: number; readonly seq: number }): string =>
  `Replaying gives another result: the first wrong event is ${sayRange(from, seq)}.`;
const notItsRules = (): string => "This log does not fit the game it names.";

/** A sentence for every fault: a new kind fails to compile here. */
const sayings: { readonly [K in JudgeFault["kind"]]: Saying<K> } = {
  not_a_match_file: notAMatch,
  unknown_format: notAMatch,
  not_a_log: ({ reason }) => `This is not a match file: ${reason}.`,
  not_json: notAMatch,
  not_canonical: notAMatch,
  foreign_format: () => "This is a replay of TETR.IO. It is read by the command line, not by this page.",
  unsupported_version: ({ version }) =>
    `This file was made by a later version of Replayground (format ${version}). It may be fine.`,
  unknown_game: ({ game }) => `This page does not know the game "${game}". The file may be fine.`,
  unknown_rules: ({ rules }) => `This page does not have version ${rules} of the rules. The file may be fine.`,
  still_sealed: () => "This match is not over: its secret is revealed when it is, and can be checked then.",
  over_limit: ({ what, limit }) => `This file is larger than an honest match: more than ${sayLimit(what, limit)}.`,
  too_large: tooLarge,
  json_too_long: tooLarge,
  damaged_block: ({ block }) => `This file is damaged in block ${block}.`,
  cut_off: ({ block }) => `This file was cut off: it ends in block ${block}.`,
  truncated: ({ seq }) => `This log was cut off after event ${formatCount(seq)}.`,
  bad_header: ({ path }) => `The header of this log is not in order${path === "" ? "" : ` at "${path}"`}.`,
  bad_event: notInOrder,
  bad_sequence: notInOrder,
  time_goes_back: notInOrder,
  chain_broken: ({ seq }) =>
    `The chain of this log does not hold: its head after event ${formatCount(seq)} is another.`,
  false_seal: ({ seq }) => `A hidden value in event ${formatCount(seq)} is not the one that was sealed.`,
  false_secret: ({ seq }) => `The secret told in event ${formatCount(seq)} is not the one this log committed to.`,
  wrong_secret: () => "The secret in this log is not the one it committed to.",
  wrong_result: otherResult,
  wrong_head: otherResult,
  wrong_end: ({ seq }) => `Replaying ends in another way than this file says, after event ${formatCount(seq)}.`,
  wrong_event: ({ seq }) => `Event ${formatCount(seq)} is not what the rules make of this match.`,
  missing_event: ({ seq, expected }) => `Before event ${formatCount(seq)} something is missing: ${words(expected)}.`,
  uncaused_event: ({ seq }) => `Nothing in this match causes event ${formatCount(seq)}.`,
  refused_command: ({ seq, reason }) => `The rules refuse event ${formatCount(seq)}: ${words(reason)}.`,
  wrong_game: notItsRules,
  wrong_seats: notItsRules,
  bad_options: notItsRules,
  not_expandable: ({ seq }) => `This log stops in the middle of a moment, after event ${formatCount(seq)}.`,
  cancelled: () => "Stopped before the end.",
  over_time: ({ seconds }) => `Stopped after ${seconds} seconds: an honest match takes less.`,
  no_worker: () => "This browser did not start the checker.",
};

function sayFault<K extends JudgeFault["kind"]>(fault: FaultOf<K> & { readonly kind: K }): string {
  const say: Saying<K> = sayings[fault.kind];
  return say(fault);
}

const UPGRADE = "Load the newest version of Replayground and open the file again.";
const TRY_ELSEWHERE = "Close other tabs and try again, or check the file with: replayground verify FILE";

/** What to do, where it is anything but opening another file. */
const advice: Partial<Readonly<Record<JudgeFault["kind"], string>>> = {
  unsupported_version: UPGRADE,
  unknown_game: UPGRADE,
  unknown_rules: UPGRADE,
  foreign_format: "Run: replayground import FILE",
  still_sealed: "Open it again when the match is over.",
  cancelled: "Start again when you like.",
  over_time: TRY_ELSEWHERE,
  no_worker: TRY_ELSEWHERE,
};

function adviceFor({ kind }: JudgeFault): string {
  return advice[kind] ?? OTHER_FILE;
}

/** The exact tag and numbers, for a report. */
function detailOf(fault: JudgeFault): string {
  const parts = Object.entries(fault).map(
    ([name, value]) => `${name} ${typeof value === "object" ? JSON.stringify(value) : String(value)}`,
  );
  return parts.join(", ").slice(0, 300);
}

function sayLimit(what: string, limit: number): string {
  return what === "file" || what === "inflated" ? formatBytes(limit) : `${formatCount(limit)} ${what}`;
}

function sayRange(from: number, to: number): string {
  return from === to ? formatCount(to) : `between ${formatCount(from)} and ${formatCount(to)}`;
}

function words(tag: string): string {
  return tag.replaceAll("_", " ");
}
