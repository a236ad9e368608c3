import { MAX_DEPTH, parseJsonValue, type CanonicalError } from "./canonical.ts";
import { err, ok, type Result } from "./result.ts";
import type { Json } from "./types.ts";

export type JsonError =
  | CanonicalError
  | { readonly kind: "not_json" }
  | { readonly kind: "json_too_long"; readonly limit: number };

/**
 * Text from outside -> a value that has canonical bytes. The text is measured and its depth scanned before any
 * recursive parser sees it: 40,000 brackets would otherwise exhaust the stack.
 * @param limit longest accepted text, in characters
 */
export function parseJson(text: string, limit: number): Result<Json, JsonError> {
  if (text.length > limit) return err({ kind: "json_too_long", limit });
  if (deeperThan(text, MAX_DEPTH)) return err({ kind: "not_canonical", reason: "too_deep", path: "" });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return err({ kind: "not_json" });
  }
  const checked = parseJsonValue(value);
  return checked.ok ? ok(checked.value) : checked;
}

function deeperThan(text: string, limit: number): boolean {
  let depth = 0;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (quoted) {
      if (code === 0x5c) i++;
      else if (code === 0x22) quoted = false;
    } else if (code === 0x22) quoted = true;
    else if (code === 0x5b || code === 0x7b) {
      if (++depth > limit) return true;
    } else if (code === 0x5d || code === 0x7d) depth--;
  }
  return false;
}
