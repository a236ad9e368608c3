/** Rows added to every attack when so many players target one. Source: Tetris 99, as in halp1/triangle. */
const targetBonusByCount: readonly number[] = [0, 0, 1, 3, 5, 7, 9];

export function targetBonus(targetedBy: number): number {
  return targetBonusByCount[Math.min(targetedBy, targetBonusByCount.length - 1)] ?? 0;
}

/** Knock-out points needed for each badge, in all. Source: Tetris 99: 2, 4, 8 and 16 points more. */
const badgePoints: readonly number[] = [2, 6, 14, 30];
const percentPerBadge = 25;

/** What badges add to an attack, in percent. */
export function badgePercent(points: number): number {
  return badgePoints.filter((needed) => points >= needed).length * percentPerBadge;
}

/** An attack with its badge bonus, rounded down. */
export function badgeAttack(rows: number, points: number): number {
  return Math.floor((rows * (100 + badgePercent(points))) / 100);
}

/** How long after garbage its sender still gets the credit for an elimination: ten seconds. */
const creditTicks = 6000;

/** Who is credited with an elimination: the owner of the last garbage inserted, or null. */
export function eliminatorOf(
  last: { readonly from: number; readonly tick: number } | null,
  tick: number,
): number | null {
  return last !== null && tick - last.tick <= creditTicks ? last.from : null;
}
