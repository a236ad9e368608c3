import type { ReactNode } from "react";

interface Node {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  readonly fill: string;
  readonly dashed?: boolean;
}

const nodes: readonly Node[] = [
  { x: 44, y: 110, half: 16, fill: "var(--intrigue)" },
  { x: 168, y: 52, half: 9, fill: "var(--intrigue-f)" },
  { x: 168, y: 116, half: 9, fill: "var(--ink)" },
  { x: 168, y: 168, half: 9, fill: "var(--intrigue)" },
  { x: 240, y: 28, half: 7, fill: "var(--intrigue-f)" },
  { x: 240, y: 76, half: 7, fill: "var(--intrigue)" },
  { x: 240, y: 116, half: 7, fill: "var(--intrigue-f)", dashed: true },
  { x: 240, y: 168, half: 7, fill: "var(--ink)" },
];

/** A chain of promises: support straight on, opposition with a crossbar, a hidden one dashed. */
export function IntriguePlate(): ReactNode {
  return (
    <g stroke="var(--ink)">
      <g fill="none" strokeWidth={3}>
        <path d="M44 110H104V52H168M104 116H168M104 110V168H168M168 52V28H240M168 52V76H240M168 168H240" />
        <path d="M168 116H240" strokeDasharray="6 5" />
        <path d="M136 44v16M206 160v16M206 20v16" />
      </g>
      {nodes.map(({ x, y, half, fill, dashed = false }) => (
        <rect
          key={`${x},${y}`}
          x={x - half}
          y={y - half}
          width={half * 2}
          height={half * 2}
          fill={fill}
          strokeWidth={2}
          strokeDasharray={dashed ? "3 3" : undefined}
        />
      ))}
    </g>
  );
}
