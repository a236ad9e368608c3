import { expect, test } from "vitest";
import { formatMoment, formatWhen } from "../src/words/when.ts";

/** Local time: "2026-11-20", or with an hour "2026-11-20T23:59"; without one it is 20:14. */
const at = (text: string): number => new Date(text.includes("T") ? text : `${text}T20:14`).getTime();
const now = at("2026-11-20T20:30");

test("a time today, a weekday this week, a date before, with the year when it is another", () => {
  expect(formatWhen(at("2026-11-20"), now)).toBe("20:14");
  expect(formatWhen(at("2026-11-19T23:59"), now)).toBe("Thu");
  expect(formatWhen(at("2026-11-15"), now)).toBe("Sun");
  expect(formatWhen(at("2026-11-14"), now)).toBe("14 Nov");
  expect(formatWhen(at("2025-11-20"), now)).toBe("20 Nov 2025");
});

test("a moment has a day and a time", () => {
  expect(formatMoment(at("2026-11-20T00:05"), now)).toBe("today 00:05");
  expect(formatMoment(at("2026-11-19"), now)).toBe("Thu 20:14");
  expect(formatMoment(at("2023-11-14T22:13"), now)).toBe("14 Nov 2023 22:13");
});
