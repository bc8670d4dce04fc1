/** Small drawings for the examples about good habits and about the collector. */
import type { ReactElement } from "react";
import { alarm, Arrow, Card, Head, Tag } from "./thumbnail-marks";

type Drawings = Readonly<Record<string, ReactElement>>;

const local = (
  <>
    <rect
      x="18"
      y="12"
      width="86"
      height="60"
      rx="10"
      fill="none"
      stroke="var(--faint)"
      strokeWidth="1.4"
      strokeDasharray=".1 3.4"
      strokeLinecap="round"
    />
    <Tag x={26} y={36} ghost />
    <Card x={62} y={31} count="" look="ghost" width={34} height={22} />
    <Tag x={116} y={36} />
    <Arrow path="M146 42.5H150" />
    <Head x={155} y={42.5} />
    <Card x={155} y={31} count="1" width={32} height={22} />
  </>
);

const family = (
  <>
    <Tag x={24} y={13} />
    <Arrow path="M54 19.5H92" />
    <Head x={99} y={19.5} />
    <Arrow path="M148 31C156 39 156 45 150 51" />
    <Head x={148} y={53} turn={124} />
    <Arrow path="M108 53C100 45 100 39 106 33" colour="var(--edge)" dash="1.5 4" />
    <path d="M102.5 36.5 107.5 31.5 109.5 38" fill="none" stroke="var(--edge)" strokeWidth="1.5" />
    <Card x={100} y={9} count="1" width={56} height={21} />
    <Card x={100} y={54} count="1" width={56} height={21} />
  </>
);

const oneByOne = (
  <>
    <Card x={20} y={30} count="" look="code" width={44} />
    <text x="42" y="46" fontSize="10" fontWeight="600" textAnchor="middle" fill="var(--code)">
      yield
    </text>
    <Card x={78} y={31} count="" look="ghost" width={26} height={22} />
    <Card x={112} y={31} count="" look="ghost" width={26} height={22} />
    <Card x={146} y={31} count="1" width={30} height={22} />
  </>
);

const deleted = (
  <>
    <text x="26" y="46.5" fontSize="13" fontWeight="600" fill="var(--text)" className="mono">
      del
    </text>
    <Tag x={58} y={35} ghost />
    <Arrow path="M90 41.5H116" colour="var(--faint)" dash=".1 4" />
    <Card x={124} y={30} count="0" look="ghost" />
  </>
);

const bars: readonly number[] = [4, 2, 30, 3];

const lines = (
  <>
    {[96, 70, 116, 84].map((width, row) => (
      <g key={width}>
        <path
          d={`M62 ${17 + row * 17}h${width}`}
          stroke="var(--faint)"
          strokeWidth="3"
          strokeLinecap="round"
          opacity=".55"
        />
        <rect
          x={50 - (bars[row] ?? 0)}
          y={12 + row * 17}
          width={bars[row] ?? 0}
          height="10"
          rx="2"
          fill="var(--seq)"
          opacity=".8"
        />
      </g>
    ))}
  </>
);

export const habitDrawings: Drawings = {
  "locals-die-at-return": local,
  "parent-and-child": family,
  "one-value-at-a-time": oneByOne,
  "explicit-del": deleted,
  "which-lines-allocate": lines,
};

const back = (
  <>
    <Card x={22} y={44} count="0" look="alarm" />
    <text x="46" y="34" fontSize="10" fontWeight="600" textAnchor="middle" fill="var(--text)">
      __del__
    </text>
    <Arrow path="M76 52C98 40 108 40 120 42" dash="3 4" />
    <Head x={127} y={43} turn={8} />
    <Card x={128} y={32} count="1" />
  </>
);

const kept = (
  <>
    <Card x={20} y={30} count="" look="sequence" width={62} />
    <text x="51" y="45.5" fontSize="9.5" fontWeight="600" textAnchor="middle" fill="var(--text)">
      gc.garbage
    </text>
    <Arrow path="M82 38C104 32 108 24 120 21M82 46C104 52 108 60 120 63" />
    <Head x={127} y={20} turn={-14} />
    <Head x={127} y={64} turn={14} />
    <Arrow path="M140 53C133 45 133 39 138 33M164 33C171 39 171 45 166 53" colour="var(--edge)" />
    <Card x={128} y={9} count="2" height={22} />
    <Card x={128} y={54} count="2" height={22} />
  </>
);

const hexagon = (x: number): string => `M${x} 42l9 -15h44l9 15l-9 15h-44z`;

const twice = (
  <>
    <path
      d={hexagon(22)}
      fill="url(#hatch)"
      stroke={alarm}
      strokeWidth="1.6"
      strokeDasharray="4 3.4"
    />
    <path d={hexagon(116)} fill="var(--type-f)" stroke="var(--type)" strokeWidth="1.6" />
    {[53, 147].map((x) => (
      <text
        key={x}
        x={x}
        y="45.5"
        fontSize="10"
        fontWeight="600"
        textAnchor="middle"
        fill="var(--text)"
      >
        Tool
      </text>
    ))}
  </>
);

export const collectorDrawings: Drawings = {
  resurrection: back,
  "gc-garbage": kept,
  "class-again": twice,
};
