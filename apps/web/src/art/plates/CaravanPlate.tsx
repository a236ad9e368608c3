import type { ReactNode } from "react";

const slots = Array.from({ length: 10 }, (_, i) => i);

/** Four goods on their road, and a price of seven squares of ten. */
export function CaravanPlate(): ReactNode {
  return (
    <g>
      <path
        d="M-4 178C50 178 52 118 104 118s56-58 104-58 40 20 88 20"
        fill="none"
        stroke="var(--ink)"
        strokeWidth={2}
        strokeDasharray="2 6"
      />
      <g transform="translate(12 150) scale(2.8)">
        <path d="M10 1.5 17.5 6v8L10 18.5 2.5 14V6z" fill="var(--g-salt)" stroke="var(--g-salt-e)" strokeWidth={1.5} />
        <path d="M10 1.5V10m0 0 7.5 4M10 10l-7.5 4" stroke="var(--g-salt-l)" fill="none" />
      </g>
      <g transform="translate(84 88) scale(2.8)">
        <path d="M2 3h16v14H2z" fill="var(--g-cloth)" />
        <path d="M2 8h16M2 12h16" stroke="var(--caravan-f)" strokeWidth={1.5} />
      </g>
      <g transform="translate(150 38) scale(3)">
        <path d="M18 2C8 1 2 6 2 12c0 2 .6 4 1.6 6C12 18 18 12 18 2z" fill="var(--g-tea)" />
        <path d="M3.4 18 12.5 8" stroke="var(--caravan-f)" strokeWidth={1.5} />
      </g>
      <path
        transform="translate(216 56) scale(2.6)"
        fillRule="evenodd"
        d="M10 1a9 9 0 1 1 0 18 9 9 0 0 1 0-18zm0 6a3 3 0 1 0 0 6 3 3 0 0 0 0-6z"
        fill="var(--g-jade)"
      />
      <path d="M110 200h160v2H110z" fill="var(--ink)" />
      {slots.map((i) => (
        <rect
          key={i}
          x={112 + i * 16}
          y={186}
          width={10}
          height={10}
          fill={i > 6 ? "none" : "var(--ink)"}
          stroke={i > 6 ? "var(--ink)" : "none"}
          strokeWidth={1.25}
        />
      ))}
    </g>
  );
}
