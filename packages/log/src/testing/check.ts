import type { Result } from "@replayground/kernel";

/** Fails the running case: any runner reports a thrown error. */
export function fail(what: string, detail: unknown): never {
  throw new Error(`${what}: ${JSON.stringify(detail)}`);
}

/** Both values spell the same JSON, keys in any order. */
export function expectSame(what: string, found: unknown, expected: unknown): void {
  const [left, right] = [spell(found), spell(expected)];
  if (left !== right) throw new Error(`${what}: found ${left}, expected ${right}`);
}

export function expectOk<T, E>(what: string, result: Result<T, E>): T {
  return result.ok ? result.value : fail(`${what} failed`, result.error);
}

/** The error of a result that must have failed with this kind. */
export function expectKind<E extends { readonly kind: string }, K extends E["kind"]>(
  what: string,
  result: Result<unknown, E>,
  kind: K,
): Extract<E, { readonly kind: K }> {
  if (result.ok) return fail(`${what} should be ${kind}, yet succeeded`, result.value);
  if (!hasKind(result.error, kind)) return fail(`${what} should be ${kind}`, result.error);
  return result.error;
}

function hasKind<E extends { readonly kind: string }, K extends E["kind"]>(
  error: E,
  kind: K,
): error is Extract<E, { readonly kind: K }> {
  return error.kind === kind;
}

function spell(value: unknown): string {
  return JSON.stringify(value, (_key, member: unknown) => {
    if (typeof member !== "object" || member === null || Array.isArray(member)) return member;
    return Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
