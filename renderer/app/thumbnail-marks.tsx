/** The marks of the graph, small: what the drawings of the examples are made of. */
import type { ReactElement } from "react";

interface Place {
  readonly x: number;
  readonly y: number;
}

export function Tag({ x, y, ghost = false }: Place & { readonly ghost?: boolean }): ReactElement {
  const path = `M${x} ${y}h22l7 6.5-7 6.5h-22z`;
  if (!ghost) return <path d={path} fill="var(--name)" />;
  return (
    <path
      d={path}
      fill="none"
      stroke="var(--faint)"
      strokeWidth="1.4"
      strokeDasharray=".1 3.4"
      strokeLinecap="round"
    />
  );
}

interface CardProps extends Place {
  readonly count: string;
  readonly look?: "instance" | "sequence" | "code" | "alarm" | "ghost";
  readonly width?: number;
  readonly height?: number;
}

export function Card({
  x,
  y,
  count,
  look = "instance",
  width = 48,
  height = 24,
}: CardProps): ReactElement {
  const [fill, stroke, dash] = looks[look];
  return (
    <g>
      <rect
        x={x}
        y={y}
        width={width}
        height={height}
        rx="5"
        fill={fill}
        stroke={stroke}
        strokeWidth="1.6"
        {...(dash === "" ? {} : { strokeDasharray: dash, strokeLinecap: "round" as const })}
      />
      {look === "code" ? null : (
        <path
          d={`M${x + 8} ${y + height / 2}h${width * 0.45}`}
          stroke={stroke}
          strokeWidth="2"
          opacity=".45"
          strokeLinecap="round"
        />
      )}
      {count === "" ? null : (
        <g>
          <rect
            x={x + width - 9}
            y={y - 7}
            width="16"
            height="14"
            rx="7"
            fill="var(--bg)"
            stroke="var(--text)"
            strokeWidth="1.3"
          />
          <text
            x={x + width - 1}
            y={y + 3.4}
            fontSize="9"
            fontWeight="660"
            textAnchor="middle"
            fill="var(--text)"
          >
            {count}
          </text>
        </g>
      )}
    </g>
  );
}

const looks = {
  instance: ["var(--instance-f)", "var(--instance)", ""],
  sequence: ["var(--seq-f)", "var(--seq)", ""],
  code: ["var(--code-f)", "var(--code)", ""],
  alarm: ["var(--instance-f)", "var(--alarm)", "4 3.4"],
  ghost: ["none", "var(--faint)", ".1 4"],
} as const;

export function Arrow({
  path,
  colour = "var(--text)",
  dash,
}: {
  readonly path: string;
  readonly colour?: string;
  readonly dash?: string;
}): ReactElement {
  return (
    <path
      d={path}
      fill="none"
      stroke={colour}
      strokeWidth="1.6"
      strokeLinecap="round"
      {...(dash === undefined ? {} : { strokeDasharray: dash })}
    />
  );
}

export function Head({
  x,
  y,
  turn = 0,
  colour = "var(--text)",
}: Place & { turn?: number; colour?: string }): ReactElement {
  return (
    <path d="M0 0l-7-3.6v7.2z" fill={colour} transform={`translate(${x} ${y}) rotate(${turn})`} />
  );
}

export const alarm = "var(--alarm)";
