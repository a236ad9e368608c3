/** Ticks as `m:ss.mmm`, rounded half up as games round their results. */
export function formatTime(ticks: number, ticksPerSecond: number): string {
  const ms = Math.floor((2 * ticks * 1000 + ticksPerSecond) / (2 * ticksPerSecond));
  const minutes = Math.floor(ms / 60_000);
  const rest = String(ms % 60_000).padStart(5, "0");
  return `${minutes}:${rest.slice(0, 2)}.${rest.slice(2)}`;
}

const TIME = /^(?:(\d{1,6}):)?(\d{1,6})(?:\.(\d{1,3}))?$/;

/** `m:ss`, `m:ss.mmm` or plain seconds -> ticks; null for anything else. */
export function parseTime(text: string, ticksPerSecond: number): number | null {
  const [, minutes = "0", seconds, fraction = ""] = TIME.exec(text) ?? [];
  if (seconds === undefined) return null;
  const ms = (Number(minutes) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, "0"));
  return Math.floor((ms * ticksPerSecond) / 1000);
}

/** A non-negative whole number; null for anything else. */
export function parseCount(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
