/** The small drawings of the legend, one for each kind and state. */
import type { ReactElement } from "react";
import type { LegendSymbol } from "../graph/legend";

const card = (fill: string, stroke: string, radius = 3): ReactElement => (
  <rect
    x="1"
    y="2"
    width="24"
    height="10"
    rx={radius}
    fill={fill}
    stroke={stroke}
    strokeWidth="1.5"
  />
);

const dotted = (
  <rect
    x="1"
    y="2"
    width="24"
    height="10"
    rx="3"
    fill="none"
    stroke="var(--faint)"
    strokeWidth="1.5"
    strokeDasharray="1.5 2.5"
    strokeLinecap="round"
  />
);

const code = (
  <path d="M4 2h18l3 3v7H1V5z" fill="var(--code-f)" stroke="var(--code)" strokeWidth="1.4" />
);

export const legendMarks: Readonly<Record<LegendSymbol, ReactElement>> = {
  instance: card("var(--instance-f)", "var(--instance)"),
  dict: card("var(--dict-f)", "var(--dict)", 1),
  list: card("var(--seq-f)", "var(--seq)"),
  tuple: card("var(--seq-f)", "var(--seq)"),
  set: card("var(--seq-f)", "var(--seq)"),
  scalar: <ellipse cx="13" cy="7" rx="12" ry="5.5" fill="var(--bg)" stroke="var(--muted)" />,
  other: card("var(--bg)", "var(--muted)"),
  module: card("var(--type-f)", "var(--type)", 6),
  generator: code,
  function: code,
  class: (
    <path d="M5 1h16l4 6-4 6H5L1 7z" fill="var(--type-f)" stroke="var(--type)" strokeWidth="1.5" />
  ),
  name: <path d="M1 2h17l6 5-6 5H1z" fill="var(--name)" />,
  cycle: (
    <rect
      x="1"
      y="1"
      width="24"
      height="12"
      rx="6"
      fill="var(--panel)"
      stroke="var(--faint)"
      strokeWidth="1.5"
    />
  ),
  unreachable: (
    <rect
      x="1"
      y="1"
      width="24"
      height="12"
      rx="6"
      fill="url(#hatch-fine)"
      stroke="var(--alarm)"
      strokeWidth="1.5"
      strokeDasharray="4 2.5"
    />
  ),
  size: (
    <>
      {card("var(--instance-f)", "var(--instance)")}
      <rect x="4" y="6" width="13" height="2.4" rx="1.2" fill="var(--instance)" />
    </>
  ),
  deleted: dotted,
  freed: dotted,
  weak: (
    <>
      <path d="M1 7h22" stroke="var(--edge)" strokeWidth="1.6" strokeDasharray="2 4" />
      <path d="M19 3.5 23.5 7 19 10.5" fill="none" stroke="var(--edge)" strokeWidth="1.6" />
    </>
  ),
  refcount: (
    <>
      <rect
        x="4"
        y=".7"
        width="17"
        height="12.6"
        rx="6.3"
        fill="var(--bg)"
        stroke="var(--text)"
        strokeWidth="1.3"
      />
      <text
        x="12.5"
        y="10.5"
        fontSize="9.5"
        fontWeight="650"
        textAnchor="middle"
        fill="var(--text)"
      >
        1
      </text>
    </>
  ),
};
