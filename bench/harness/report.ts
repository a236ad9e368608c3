import type { Bar, Figure } from "./types.ts";

/** Whether a figure reaches its bar; null without a bar. */
export function passes({ value, peer, bar }: Figure): boolean | null {
  if (bar === undefined) return null;
  switch (bar.kind) {
    case "at_least":
      return value >= bar.value;
    case "at_most":
      return value <= bar.value;
    case "times_peer":
      return peer !== undefined && value >= bar.value * peer.value;
  }
}

/** Figures as lines of text: what, ours, the peer's, how many times the peer's, the bar, the verdict. */
export function formatFigures(figures: readonly Figure[]): string {
  const head = ["", "ours", "", "peer or limit", "ratio", "bar", ""];
  const rows = [head, ...figures.map(toRow)];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => pad(cell, column, widths))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function toRow(figure: Figure): readonly string[] {
  const { what, value, unit, peer, bar } = figure;
  const verdict = passes(figure);
  return [
    what,
    formatNumber(value),
    unit,
    peer === undefined
      ? ""
      : `${formatNumber(peer.value)} ${peer.name}${peer.source === "published" ? " (published)" : ""}`,
    peer === undefined ? "" : `${formatNumber(value / peer.value)}x`,
    bar === undefined ? "" : formatBar(bar),
    verdict === null ? "" : verdict ? "PASS" : "below bar",
  ];
}

/** Numbers to the right, words to the left. */
function pad(cell: string, column: number, widths: readonly number[]): string {
  const width = widths[column] ?? 0;
  return column === 1 || column === 4 ? cell.padStart(width) : cell.padEnd(width);
}

function formatBar(bar: Bar): string {
  switch (bar.kind) {
    case "at_least":
      return `>= ${formatNumber(bar.value)}`;
    case "at_most":
      return `<= ${formatNumber(bar.value)}`;
    case "times_peer":
      return `>= ${formatNumber(bar.value)}x`;
  }
}

/** Three digits or so: more would claim more than was measured. */
function formatNumber(value: number): string {
  const digits = value >= 100 ? 0 : value >= 10 ? 1 : 2;
  return value.toLocaleString("en", { maximumFractionDigits: digits });
}
