import { createMatch, execute, frameCommand, type GameCommand, type MatchState } from "@replayground/engine";
import {
  createTestMatch,
  createTestRandom,
  hiddenNumber,
  proposeHiddenNumber,
  type HiddenNumberTypes,
} from "@replayground/engine/testing";
import { bytesToHex, toSeat, toTick, unwrap, type HashPort, type Hex, type LogEvent } from "@replayground/kernel";
import { Chain, type WellFormedLog } from "@replayground/log";
import { anyGame, createRegistry, type Registry } from "../registry.ts";

/** Knows the tiny game and nothing else. */
export const testRegistry: Registry = createRegistry([anyGame(hiddenNumber)]);

export interface PlayOptions {
  /** The same seed gives the same log. */
  readonly seed: number;
  readonly committed?: boolean;
  /** Hands that go up or down before the questions begin; a log of any length can be had. Default 60. */
  readonly steps?: number;
  /** Play on until the numbers are shown. Default true. */
  readonly finish?: boolean;
}

/** A log whose head is claimed. */
export type PlayedLog = WellFormedLog & { readonly claimed: Hex };

/** A log of the tiny game: hands and questions at random ticks; hints, pauses and violations among them. */
export function playLog(hash: HashPort, options: PlayOptions): PlayedLog {
  const { seed, committed = false, steps = 60, finish = true } = options;
  const { authority, header } = createTestMatch(hiddenNumber, hash, { seed, committed });
  const random = createTestRandom(seed);
  const created = unwrap(createMatch(authority, header));
  const events: LogEvent[] = [...created.events];
  let { match } = created;
  const send = (command: GameCommand, at: number): void => {
    const step = execute(authority, match, command, toTick(at));
    events.push(...step.events);
    ({ match } = step);
  };
  for (const seat of committed ? [1, 0] : []) {
    const nonce = bytesToHex(hash.sha256(new Uint8Array([seat, seed & 255])).subarray(0, 16));
    send(frameCommand("add_nonce", toSeat(seat), nonce), 0);
  }
  for (let i = 0; i < steps; i++) {
    if (i % 50 === 49 && !committed) pause(match, send);
    send(changeHand(match, i), match.at + 20 + random.below(100));
  }
  for (let i = 0; finish && i < 500 && match.status === "running"; i++) {
    const command = proposeHiddenNumber(match, random);
    if (command !== null) send(command, match.at + 1 + random.below(4000));
  }
  const chain = Chain.from(hash, header);
  for (const event of events) chain.append(event);
  return { header, events, claimed: chain.hex };
}

function pause({ at }: { readonly at: number }, send: (command: GameCommand, at: number) => void): void {
  send(frameCommand("pause", toSeat(0)), at);
  send(frameCommand("resume", toSeat(0)), at);
}

function changeHand(match: MatchState<HiddenNumberTypes>, i: number): GameCommand {
  const seat = toSeat(i % 3 === 0 ? 1 : 0);
  const isUp = match.game.sides[seat]?.hand === true;
  return { type: isUp ? "lower_hand" : "raise_hand", seat, data: {} };
}
