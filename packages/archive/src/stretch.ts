import { concatBytes, type Head, type LogEvent } from "@replayground/kernel";
import { commandOf } from "@replayground/engine";
import { CHECKPOINT_EVERY } from "@replayground/log";
import type { AnyGame, TimedCommand } from "@replayground/replay";
import { EVENTS_PER_STRETCH, PREFIX_BYTES, type Stretch } from "./types.ts";

/** Index of the stretch that event `seq` belongs to. */
export function stretchOf(seq: number): number {
  return Math.floor((seq - 1) / EVENTS_PER_STRETCH);
}

/** Number of stretches of a log of `length` events. */
export function stretchCount(length: number): number {
  return Math.ceil(length / EVENTS_PER_STRETCH);
}

/** Number of full heads in a stretch of a log of `length` events. */
export function headCount(stretch: number, length: number): number {
  const before = EVENTS_PER_STRETCH * stretch;
  return Math.floor(Math.min(length - before, EVENTS_PER_STRETCH) / CHECKPOINT_EVERY);
}

/** Number of the block that holds the commands of a stretch; the next one holds its heads. */
export function blockOf(stretch: number): number {
  return 1 + 2 * stretch;
}

/** The first event that block `block` can say anything about: those before it stand in blocks before. 0 for the header. */
export function firstEventOf(block: number): number {
  return block === 0 ? 0 : 1 + EVENTS_PER_STRETCH * Math.floor((block - 1) / 2);
}

export function prefixOf(head: Head): Uint8Array {
  return head.subarray(0, PREFIX_BYTES);
}

/** Gathers what a file keeps of a log, from its events and the heads after them. */
export class StretchRecorder {
  private readonly game: AnyGame;
  private readonly done: Stretch[] = [];
  private commands: TimedCommand[] = [];
  private prefixes: Uint8Array[] = [];
  private heads: Head[] = [];
  private seq = 0;

  constructor(game: AnyGame) {
    this.game = game;
  }

  add(event: LogEvent, head: Head): void {
    this.seq = event.seq;
    const command = commandOf(this.game, event);
    if (command !== null) {
      this.commands.push({ at: event.at, command });
      this.prefixes.push(prefixOf(head));
    }
    if (event.seq % CHECKPOINT_EVERY === 0) this.heads.push(head);
    if (event.seq % EVENTS_PER_STRETCH === 0) this.close();
  }

  finish(): readonly Stretch[] {
    if (this.seq % EVENTS_PER_STRETCH !== 0) this.close();
    return this.done;
  }

  private close(): void {
    const { commands, prefixes, heads, done } = this;
    done.push({ block: blockOf(done.length), commands, prefixes: concatBytes(...prefixes), heads });
    this.heads = [];
    this.commands = [];
    this.prefixes = [];
  }
}
