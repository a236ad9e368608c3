import {
  canonicalBytes,
  commitmentOf,
  hashText,
  toSeat,
  toTick,
  unwrap,
  type HashPort,
  type Header,
  type LogEvent,
} from "@replayground/kernel";
import { createMatch, execute } from "../execute.ts";
import { frameCommand } from "../frame.ts";
import { redactEvent } from "../seal.ts";
import type { Authority, Game, GameTypes, Rejection, Step, Viewer } from "../types.ts";
import { viewMatch } from "../view.ts";
import type { TimedCommand } from "./given.ts";

/** What one viewer receives from one step of a match. */
export interface Receipt {
  readonly events: readonly ReceivedEvent[];
  readonly view: unknown;
  /** Refusals go to whoever sent the command. */
  readonly rejection: Rejection | null;
}

export interface ReceivedEvent {
  /** All that anyone sees, digests and secrets masked at fixed length; data null where the event discloses them. */
  readonly shape: unknown;
  readonly discloses: boolean;
  /** What this viewer learns lawfully: its own opened parts, and data that the rules disclose. */
  readonly learned: string;
  /** What it may not know, to tell runs apart. */
  readonly hidden: string;
}

/** One match under one secret, as every viewer receives it. */
export type Transcript = ReadonlyMap<Viewer, readonly Receipt[]>;

export interface RunInput<T extends GameTypes> {
  readonly game: Game<T>;
  readonly hash: HashPort;
  /** A committed header; its commitment is replaced by that of each secret. */
  readonly header: Header;
  readonly script: readonly TimedCommand[];
  readonly disclosing: readonly string[];
}

/** Plays the script under the secret that belongs to a number: nonces first, the same in every run. */
export function runUnder<T extends GameTypes>(input: RunInput<T>, number: number): Transcript {
  const { game, hash, script } = input;
  const secret = hashText(hash, `leak ${number}`);
  const commitment = commitmentOf(hash, input.header.match, secret);
  const header: Header = { ...input.header, chance: { kind: "committed", commitment } };
  const authority: Authority<T> = { game, hash, secret };
  const viewers: readonly Viewer[] = [...header.seats.map((_, seat) => toSeat(seat)), "spectator"];
  const transcript = new Map(viewers.map((viewer): [Viewer, Receipt[]] => [viewer, []]));
  const nonces = header.seats.flatMap(({ bot, key }, seat): readonly TimedCommand[] =>
    bot === null ? [{ command: frameCommand("add_nonce", toSeat(seat), key), at: 0 }] : [],
  );
  let { match } = unwrap(createMatch(authority, header));
  for (const { command, at } of [...nonces, ...script]) {
    const step = execute(authority, match, command, toTick(at));
    match = step.match;
    for (const [viewer, receipts] of transcript) {
      receipts.push(receive(authority, input.disclosing, step, { viewer, sender: command.seat }));
    }
  }
  return transcript;
}

function receive<T extends GameTypes>(
  authority: Authority<T>,
  disclosing: readonly string[],
  step: Step<T>,
  { viewer, sender }: { readonly viewer: Viewer; readonly sender: Viewer | null },
): Receipt {
  return {
    events: step.events.map((event) => receiveEvent(event, viewer, disclosing.includes(event.type))),
    view: viewMatch(authority, step.match, viewer),
    rejection: sender === viewer ? step.rejection : null,
  };
}

const MASK = "0".repeat(64);

function receiveEvent(event: LogEvent, viewer: Viewer, discloses: boolean): ReceivedEvent {
  const redacted = redactEvent(event, viewer);
  const closing = event.type === "match_closed";
  const data = discloses ? null : closing ? { ...event.data, secret: MASK } : event.data;
  const sealed = event.sealed?.map(({ to, opened }) => ({ to, length: lengthOf(opened?.value) }));
  const opened = redacted.sealed?.map((part) => part.opened?.value ?? null);
  const others = event.sealed?.filter(({ to }) => to !== viewer).map((part) => part.opened?.value ?? null);
  const { seq, at, type, seat } = event;
  return {
    shape: { seq, at, type, seat, data, sealed, bytes: discloses ? 0 : lengthOf(redacted) - lengthOf(opened) },
    discloses,
    learned: JSON.stringify([opened, discloses ? event.data : null]),
    hidden: JSON.stringify(others),
  };
}

function lengthOf(value: unknown): number {
  return value === undefined ? 0 : unwrap(canonicalBytes(value)).length;
}
