/** How an object's reference count went, as a small step line up to the present step. */
import type { ReactElement } from "react";
import type { ObjectDetail } from "../../electron/contract/object-detail";

type History = ObjectDetail["refcountHistory"];

interface RefcountHistoryProps {
  readonly history: History;
  readonly step: number;
  readonly freed: boolean;
  onTravel(step: number): void;
}

const width = 276;
const height = 64;
const [left, right] = [16, 252];
const letterWidth = 5.4;
const labelGap = 3;

export function RefcountHistory({
  history,
  step,
  freed,
  onTravel,
}: RefcountHistoryProps): ReactElement | null {
  const [first] = history;
  const last = history.at(-1);
  if (first === undefined || last === undefined) return null;
  const end = Math.max(step, last.step, first.step + 1);
  const top = Math.max(2, ...history.map((point) => point.refcount));
  const x = (at: number): number =>
    left + ((at - first.step) / (end - first.step)) * (right - left);
  const y = (count: number): number => 44 - (count / top) * 28;
  const path = history
    .map((point, index) =>
      index === 0
        ? `M${x(point.step)} ${y(point.refcount)}`
        : `H${x(point.step)}V${y(point.refcount)}`,
    )
    .join("");
  const now = {
    step: Math.max(step, last.step),
    refcount: last.refcount,
    label: freed ? "freed" : "now",
  };
  const points =
    last.step < now.step
      ? [...history, now]
      : [...history.slice(0, -1), { ...last, label: now.label }];
  const labelled = labelsThatFit(
    points.map((point) => ({ place: x(point.step), text: shortened(point.label) })),
  );
  return (
    <svg
      width="100%"
      viewBox={`0 0 ${width} ${height}`}
      role="group"
      aria-label={`Refcount: ${history.map((point) => `${point.refcount} at step ${point.step}`).join(", ")}`}
    >
      {[...new Set([1, top])].map((count) => (
        <line key={count} x1="8" x2={width - 8} y1={y(count)} y2={y(count)} stroke="var(--line2)" />
      ))}
      <path
        d={`${path}H${x(now.step)}`}
        fill="none"
        stroke="var(--text)"
        strokeWidth="1.9"
        strokeLinejoin="round"
      />
      {points.map((point, index) => {
        const isNow = index === points.length - 1;
        const colour = isNow ? "var(--accent)" : "var(--text)";
        const at = x(point.step);
        const falls = index > 0 && (points[index - 1]?.refcount ?? 0) > point.refcount;
        return (
          <g key={`${point.step}-${index}`}>
            <g
              className="history-point"
              role="button"
              tabIndex={0}
              aria-label={`Go to step ${point.step}: refcount ${point.refcount}`}
              onClick={() => onTravel(point.step)}
              onKeyDown={(event) => {
                if (event.key === "Enter" || event.key === " ") onTravel(point.step);
              }}
            >
              <rect
                x={at - 12}
                y={y(point.refcount) - 12}
                width="24"
                height="24"
                fill="transparent"
              />
              <circle cx={at} cy={y(point.refcount)} r={isNow ? 4.5 : 3.2} fill={colour} />
            </g>
            <text x={at + (falls ? 9 : 0)} y={y(point.refcount) - 7} className="history-count">
              {point.refcount}
            </text>
            {labelled.has(index) ? (
              <text
                x={Math.min(width - 16, Math.max(26, at))}
                y="60"
                className={isNow ? "history-label now" : "history-label"}
              >
                {shortened(point.label)}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}

interface PlacedLabel {
  readonly place: number;
  readonly text: string;
}

/** The last point's label always, then as many others as do not touch, newest first. */
function labelsThatFit(labels: readonly PlacedLabel[]): ReadonlySet<number> {
  const kept: number[] = [];
  for (const [index, label] of [...labels.entries()].toReversed()) {
    const isFree = kept.every((other) => !touches(label, labels[other] ?? label));
    if (isFree) kept.push(index);
  }
  return new Set(kept);
}

function touches(one: PlacedLabel, other: PlacedLabel): boolean {
  const widths = (one.text.length + other.text.length) * letterWidth;
  return Math.abs(one.place - other.place) < widths / 2 + labelGap;
}

const shortened = (label: string): string => (label.length <= 10 ? label : `${label.slice(0, 9)}…`);
