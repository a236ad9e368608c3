import { createHash } from "node:crypto";
import { writeMatchFile } from "@replayground/archive";
import { nodeHash } from "@replayground/hash/node";
import { unwrap, type Header } from "@replayground/kernel";
import { Chain, type WellFormedLog } from "@replayground/log";
import { localHeader } from "@replayground/match";
import { anyGame, createRegistry, type Registry } from "@replayground/replay";
import { defaultOptions, tetris, type Mode } from "@replayground/tetris";
import { playPiece } from "../player/plan.ts";
import { Shadow } from "../player/shadow.ts";

export const registry: Registry = createRegistry([anyGame(tetris)]);

export interface GameWanted {
  readonly mode?: Mode;
  /** Stops in mid-game after so many; without it the game is played to its end. */
  readonly pieces?: number;
  readonly seed?: string;
  /** Ticks of thought per piece: 100 make six pieces a second. */
  readonly think?: number;
}

/** A log whose last head is known. */
export type PlayedLog = WellFormedLog & { readonly claimed: NonNullable<WellFormedLog["claimed"]> };

/** A game that someone played on another device. The same wish gives the same log. */
export function playGame({ mode = "sprint", pieces = 400, seed = "e2e", think = 100 }: GameWanted = {}): PlayedLog {
  const header = headerFor(mode, seed);
  const shadow = Shadow.begin(header);
  shadow.wait();
  for (let piece = 0; piece < pieces && !shadow.isOver; piece++) {
    shadow.wait(think);
    playPiece(shadow);
  }
  return chained(header, shadow.events);
}

/** A log with the head that its chain really has, whatever its events are. */
export function chained(header: Header, events: WellFormedLog["events"]): PlayedLog {
  const chain = Chain.from(nodeHash, header);
  for (const event of events) chain.append(event);
  return { header, events, claimed: chain.hex };
}

export async function fileOf(log: WellFormedLog): Promise<Uint8Array> {
  return unwrap(await writeMatchFile(registry, nodeHash, log));
}

function headerFor(mode: Mode, seed: string): Header {
  let drawn = 0;
  const randomBytes = (count: number): Uint8Array =>
    new Uint8Array(createHash("sha256").update(`${seed} ${drawn++}`).digest().subarray(0, count));
  return localHeader(tetris, defaultOptions(mode), [null], { unixMs: Date.UTC(2026, 5, 1), randomBytes });
}
