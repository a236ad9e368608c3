/** What every log demands of its words and events, so that whoever writes one and whoever reads it mean the same. */

const NAME = /^[a-z][a-z0-9_-]{0,63}$/;

/** Largest canonical size of one event, in bytes. */
export const MAX_EVENT_BYTES = 16_384;

/** A word such as an event type or a game id: lower case, at most 64 characters. */
export function isName(value: unknown): value is string {
  return typeof value === "string" && NAME.test(value);
}
