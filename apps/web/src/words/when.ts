const DAY_MS = 86_400_000;
const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const weekday = new Intl.DateTimeFormat("en-GB", { weekday: "short" });
const date = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const dateOfYear = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });

/** Time of day today, a weekday this week, a date before. Both in milliseconds since 1970. */
export function formatWhen(at: number, now: number): string {
  if (startOfDay(at) === startOfDay(now)) return time.format(at);
  if (now - at < 6 * DAY_MS) return weekday.format(at);
  return (new Date(at).getFullYear() === new Date(now).getFullYear() ? date : dateOfYear).format(at);
}

/** "today 20:14", "Thu 20:14", "3 Nov 20:14". */
export function formatMoment(at: number, now: number): string {
  const day = startOfDay(at) === startOfDay(now) ? "today" : formatWhen(at, now);
  return `${day} ${time.format(at)}`;
}

function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
