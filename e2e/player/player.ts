import type { Key } from "@replayground/tetris";
import { readStoredLog } from "../store/read-store.ts";
import type { PlayPage } from "../pages/play-page.ts";
import { playPiece } from "./plan.ts";
import { Shadow, type KeyEdge } from "./shadow.ts";

/** Keys of the keyboard by default, as `KeyboardEvent.code`. */
const codeByKey: Readonly<Record<Key, string>> = {
  left: "ArrowLeft",
  right: "ArrowRight",
  soft: "ArrowDown",
  hard: "Space",
  cw: "ArrowUp",
  ccw: "KeyZ",
  r180: "KeyA",
  hold: "KeyC",
};

/** The rules refuse more than 120 edges a second; a hand stays clear of it. */
const EDGES_PER_SECOND = 100;

export interface PlayOptions {
  /** Stops after this many pieces; without it, plays to the end. */
  readonly pieces?: number;
  /** Least time per piece, in ms. */
  readonly pace?: number;
}

/** Someone at the keyboard who plays well: looks at the match as it is stored, thinks in a shadow of it, presses keys. */
export class Player {
  private readonly table: PlayPage;
  private readonly edgeTimes: number[] = [];
  private shadow: Shadow | null = null;

  constructor(table: PlayPage) {
    this.table = table;
  }

  /** Plays on. A pause that nobody asked for, as on a machine that was busy, is ended as a person would end it. */
  async play({ pieces = Infinity, pace = 0 }: PlayOptions = {}): Promise<void> {
    for (let piece = 0; piece < pieces; piece++) {
      const shadow = await this.look();
      if (shadow.isOver) return;
      const began = performance.now();
      await this.press(playPiece(shadow));
      const seen = await this.table.waitForEvents(shadow.seq);
      if (seen.events !== shadow.seq || seen.isPaused) this.shadow = null;
      await this.waitUntil(began + pace);
    }
  }

  /** The match as the page has it. */
  private async look(): Promise<Shadow> {
    if (this.shadow === null) {
      await this.table.resumeIfPaused();
      const { match, seq } = await this.table.everythingStored();
      this.shadow = Shadow.of(await readStoredLog(this.table.page, match));
      if (this.shadow.seq !== seq) this.shadow = null;
    }
    return this.shadow ?? this.look();
  }

  private async press(edges: readonly KeyEdge[]): Promise<void> {
    const { keyboard } = this.table.page;
    for (const { edge, key } of edges) {
      await this.rest();
      await (edge === "down" ? keyboard.down(codeByKey[key]) : keyboard.up(codeByKey[key]));
    }
  }

  /** Waits while the last second holds as many edges as a hand makes. */
  private async rest(): Promise<void> {
    const oldest = this.edgeTimes.length < EDGES_PER_SECOND ? 0 : (this.edgeTimes.shift() ?? 0);
    await this.waitUntil(oldest + 1000);
    this.edgeTimes.push(performance.now());
  }

  private async waitUntil(time: number): Promise<void> {
    const left = time - performance.now();
    if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
  }
}
