import { err, ok, type Result } from "@replayground/kernel";
import type { TurnClockOptions } from "./turn-clock-types.ts";
import type { OptionsError } from "./types.ts";

const MAX_DAYS = 30;

/** Reads the option `turnClock`: null or absent for none. */
export function parseTurnClock(value: unknown, ticksPerSecond: number): Result<TurnClockOptions | null, OptionsError> {
  if (value === null || value === undefined) return ok(null);
  if (typeof value !== "object") return refuse("turnClock", "not_an_object");
  const given: Readonly<Record<string, unknown>> = { ...value };
  const { perTurn, warn, botAfter = 2, ...rest } = given;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) return refuse(`turnClock.${unknown}`, "unknown_option");
  if (!isWithin(perTurn, 1, MAX_DAYS * 86_400 * ticksPerSecond)) return refuse("turnClock.perTurn", "out_of_range");
  const before = warn ?? Math.floor(perTurn / 4);
  if (!isWithin(before, 0, perTurn)) return refuse("turnClock.warn", "out_of_range");
  if (!isWithin(botAfter, 0, 1000)) return refuse("turnClock.botAfter", "out_of_range");
  return ok({ botAfter, perTurn, warn: before });
}

function isWithin(value: unknown, low: number, high: number): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= low && value <= high;
}

function refuse(path: string, reason: string): { readonly ok: false; readonly error: OptionsError } {
  return err({ kind: "bad_options", path, reason });
}
