/** A small drawing of what each example shows, in the graph's own marks. */
import type { ReactElement } from "react";
import { collectorDrawings, habitDrawings } from "./habit-thumbnails";
import { HolderDrawing } from "./holder-thumbnail";
import { alarm, Arrow, Card, Head, Tag } from "./thumbnail-marks";

export function ExampleThumbnail({ id }: { readonly id: string }): ReactElement {
  return (
    <svg className="thumbnail" viewBox="0 0 200 84" aria-hidden="true">
      {drawings[id] ?? pair}
    </svg>
  );
}

const counting = (
  <>
    <Tag x={28} y={18} />
    <Tag x={28} y={52} />
    <Arrow path="M58 24.5C84 24.5 88 36 106 39" />
    <Arrow path="M58 58.5C84 58.5 88 49 106 46" />
    <Head x={112} y={40} turn={10} />
    <Head x={112} y={45} turn={-10} />
    <Card x={114} y={30} count="2" look="sequence" />
  </>
);

const pair = (
  <>
    <rect
      x="86"
      y="3"
      width="92"
      height="78"
      rx="14"
      fill="url(#hatch)"
      stroke={alarm}
      strokeWidth="1.4"
      strokeDasharray="5 3.4"
    />
    <Tag x={24} y={13} ghost />
    <Tag x={24} y={58} ghost />
    <Arrow path="M112 53C105 45 105 39 110 33" colour={alarm} />
    <Arrow path="M152 31C159 39 159 45 154 51" colour={alarm} />
    <Head x={112} y={31} turn={-56} colour={alarm} />
    <Head x={152} y={53} turn={124} colour={alarm} />
    <Card x={108} y={10} count="1" look="alarm" height={20} />
    <Card x={108} y={54} count="1" look="alarm" height={20} />
  </>
);

const weak = (
  <>
    <Tag x={24} y={13} />
    <Tag x={24} y={58} />
    <Arrow path="M54 19.5H100M54 64.5H100" />
    <Head x={107} y={19.5} />
    <Head x={107} y={64.5} />
    <Arrow path="M112 53C105 45 105 39 110 33" colour="var(--edge)" dash="1.5 4" />
    <Arrow path="M152 31C159 39 159 45 154 51" colour="var(--text)" />
    <Head x={152} y={53} turn={124} />
    <path d="M106.5 36.5 111.5 31.5 113.5 38" fill="none" stroke="var(--edge)" strokeWidth="1.5" />
    <Card x={108} y={10} count="1" height={20} />
    <Card x={108} y={54} count="2" height={20} />
  </>
);

const generator = (
  <>
    {[0, 1, 2, 3, 4, 5].map((cell) => (
      <rect
        key={cell}
        x={28 + cell * 14}
        y="20"
        width="14"
        height="44"
        fill="var(--seq-f)"
        stroke="var(--seq)"
        strokeWidth="1.4"
      />
    ))}
    <Card x={138} y={30} count="" look="code" width={36} />
    <text x="156" y="46" fontSize="10" fontWeight="600" textAnchor="middle" fill="var(--code)">
      i = 3
    </text>
  </>
);

const offAndOn = (
  <>
    <path
      d="M20 66h34v-18h34v-18h34v-16h34v52h24"
      fill="none"
      stroke="var(--instance)"
      strokeWidth="2"
      strokeLinejoin="round"
    />
    <rect x="122" y="14" width="34" height="52" fill="url(#hatch)" />
    <rect x="88" y="30" width="34" height="36" fill="url(#hatch)" />
    <path d="M20 68h160" fill="none" stroke="var(--seq)" strokeWidth="2" strokeDasharray="4 3" />
  </>
);

const listener = (
  <>
    <Tag x={18} y={35} />
    <Arrow path="M48 41.5H62" />
    <Head x={68} y={41.5} />
    <Card x={70} y={29} count="1" look="sequence" width={36} />
    <Arrow path="M106 36C124 30 126 18 140 16M106 41H140M106 46C124 52 126 64 140 66" />
    <Head x={146} y={16} turn={-8} />
    <Head x={146} y={41} />
    <Head x={146} y={66} turn={8} />
    <Card x={147} y={7} count="" width={34} height={18} />
    <Card x={147} y={32} count="" width={34} height={18} />
    <Card x={147} y={57} count="" width={34} height={18} />
  </>
);

const drawings: Readonly<Record<string, ReactElement>> = {
  "counting-references": counting,
  "classic-cycle": pair,
  "weak-reference": weak,
  "generator-versus-list": generator,
  "collector-off-and-on": offAndOn,
  "listener-leak": listener,
  ...habitDrawings,
  ...collectorDrawings,
  "closure-holds": <HolderDrawing holder="closure" look="code" />,
  "traceback-holds": <HolderDrawing holder="traceback" />,
  "lru-cache-holds": <HolderDrawing holder="lru_cache" look="code" />,
  "class-attribute": <HolderDrawing holder="class" />,
  "bound-method": <HolderDrawing holder="method" look="code" />,
  "thread-local": <HolderDrawing holder="thread" />,
  "default-argument": <HolderDrawing holder="marks=[]" look="sequence" />,
  "module-cache": <HolderDrawing holder="cache" look="dict" />,
};
