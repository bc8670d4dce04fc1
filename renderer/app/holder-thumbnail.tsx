/** A deleted name, and something else that still holds the object: what the examples about holders show. */
import type { ReactElement } from "react";
import { Arrow, Card, Head, Tag } from "./thumbnail-marks";

interface HolderDrawingProps {
  /** A word or two. */
  readonly holder: string;
  readonly look?: keyof typeof looks;
}

export function HolderDrawing({ holder, look = "plain" }: HolderDrawingProps): ReactElement {
  const [fill, stroke] = looks[look];
  return (
    <>
      <Tag x={30} y={10} ghost />
      <Arrow path="M62 16.5C96 16.5 118 22 134 32" colour="var(--faint)" dash=".1 4" />
      <rect
        x="22"
        y="46"
        width="76"
        height="24"
        rx="5"
        fill={fill}
        stroke={stroke}
        strokeWidth="1.6"
      />
      <text
        x="60"
        y="61.5"
        fontSize="10"
        fontWeight="600"
        textAnchor="middle"
        fill="var(--text)"
        className="mono"
      >
        {holder}
      </text>
      <Arrow path="M98 58C114 58 118 50 126 48" />
      <Head x={133} y={46} turn={-14} />
      <Card x={134} y={32} count="1" />
    </>
  );
}

const looks = {
  plain: ["var(--bg)", "var(--text)"],
  code: ["var(--code-f)", "var(--code)"],
  sequence: ["var(--seq-f)", "var(--seq)"],
  dict: ["var(--dict-f)", "var(--dict)"],
} as const;
