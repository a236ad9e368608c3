import type { Raise } from "./signals.ts";

/** Edges within a second. */
const rateLimit = 60;
const second = 600;

/** Key presses that are judged together. */
const sample = 200;
/** Spread of their gaps, and share of one tenth of a frame, in thousandths. */
const leastSpread = 50;
const mostPhase = 950;
const phases = 10;

/** When keys are pressed, whatever they do. */
export class KeyRhythm {
  private edges: number[] = [];
  private presses: number[] = [];

  observe(isPress: boolean, at: number, raise: Raise): void {
    this.edges.push(at);
    while (at - (this.edges[0] ?? at) >= second) this.edges.shift();
    if (this.edges.length === rateLimit + 1) raise("rate", "warn", this.edges.length, rateLimit);
    if (!isPress) return;
    this.presses.push(at);
    if (this.presses.length <= sample) return;
    judgeGaps(this.presses, raise);
    judgePhase(this.presses, raise);
    this.presses = [at];
  }
}

/** The coefficient of variation of the gaps. In integers: n times the sum of squares less the square of the sum. */
function judgeGaps(presses: readonly number[], raise: Raise): void {
  const count = presses.length - 1;
  const sum = (presses[count] ?? 0) - (presses[0] ?? 0);
  let squares = 0;
  for (let i = 0; i < count; i++) {
    const gap = (presses[i + 1] ?? 0) - (presses[i] ?? 0);
    squares += gap * gap;
  }
  if (sum === 0) return;
  const spread = Math.floor((1000 * Math.sqrt(count * squares - sum * sum)) / sum);
  if (spread < leastSpread) raise("regularity", "warn", spread, leastSpread);
}

function judgePhase(presses: readonly number[], raise: Raise): void {
  const counts = new Array<number>(phases).fill(0);
  for (const at of presses) counts[at % phases] = (counts[at % phases] ?? 0) + 1;
  const most = Math.floor((1000 * Math.max(...counts)) / presses.length);
  if (most > mostPhase) raise("phase", "warn", most, mostPhase);
}
