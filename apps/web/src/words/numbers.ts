const grouped = new Intl.NumberFormat("en-US");

/** 171320 -> "171,320". */
export const formatCount = (value: number): string => grouped.format(value);

/** Seconds as a clock: 249.13 -> "4:09.1"; with `digits` 0 -> "4:09". Truncates: a clock never runs ahead. */
export function formatClock(seconds: number, digits = 1): string {
  const scale = 10 ** digits;
  const units = Math.floor(seconds * scale + 1e-6);
  const minutes = Math.floor(units / (60 * scale));
  const rest = units - minutes * 60 * scale;
  const whole = String(Math.floor(rest / scale)).padStart(2, "0");
  if (digits === 0) return `${minutes}:${whole}`;
  return `${minutes}:${whole}.${String(rest % scale).padStart(digits, "0")}`;
}

const plural = (count: number, word: string, many = `${word}s`): string =>
  `${formatCount(count)} ${count === 1 ? word : many}`;

/** Seconds in words: 249 -> "4 minutes 9 seconds". */
export function sayDuration(seconds: number): string {
  const whole = Math.floor(seconds);
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  if (minutes === 0) return plural(rest, "second");
  return rest === 0 ? plural(minutes, "minute") : `${plural(minutes, "minute")} ${plural(rest, "second")}`;
}

/** "1 event", "2,118 events"; `many` for a word that takes more than an s. */
export const sayCount = (count: number, word: string, many?: string): string => plural(count, word, many);

/** Milliseconds with frames of 1/60 s beside them, because players know both: 167 -> "167 ms, 10 frames". */
export function formatMs(ms: number): string {
  const frames = Math.round((ms * 60) / 100) / 10;
  return `${ms} ms, ${frames} ${frames === 1 ? "frame" : "frames"}`;
}

/** Bytes in the unit a person would use: 3800000 -> "3.8 MB". */
export function formatBytes(bytes: number): string {
  const units = ["B", "KB", "MB", "GB", "TB"] as const;
  let value = bytes;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${unit === 0 || value >= 100 ? Math.round(value) : Math.round(value * 10) / 10} ${units[unit] ?? "B"}`;
}

/** A hash as groups of four: "9f3c71ab..." -> "9f3c 71ab ...". */
export const groupHash = (hex: string, groups: number): string =>
  (hex.match(/.{1,4}/g) ?? []).slice(0, groups).join(" ");
