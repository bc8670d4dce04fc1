/** The row of step ticks with their code, thinned to what fits; marks where something happened stay visible. */
import { memo, useMemo, type ReactElement } from "react";
import { tickLabel } from "./tick-label";
import { isSeen, slotX, thinnedSlots, type TimelineScale } from "./timeline-scale";

interface StepTrackProps {
  readonly scale: TimelineScale;
  readonly y: number;
  readonly current: number;
  readonly small: boolean;
  readonly width: number;
}

const tickSpacing = 11;
const labelSpacing = 86;
const characterWidth = 6.6;

export function StepTrack({ scale, y, current, small, width }: StepTrackProps): ReactElement {
  const { from, to } = scale.seen;
  const onTrack = (x: number): number => Math.min(to, Math.max(from, x));
  const here = onTrack(slotX(scale, current));
  const last = onTrack(slotX(scale, scale.slots.length - 1));
  return (
    <g>
      <line
        x1={from}
        x2={last}
        y1={y}
        y2={y}
        stroke="var(--line)"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <line
        x1={from}
        x2={here}
        y1={y}
        y2={y}
        stroke="var(--accent)"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <EventMarks scale={scale} y={y} />
      <Ticks scale={scale} y={y} current={current} />
      <Labels
        scale={scale}
        y={y + (small ? 18 : 22)}
        current={current}
        small={small}
        width={width}
      />
    </g>
  );
}

function Ticks({
  scale,
  y,
  current,
}: Pick<StepTrackProps, "scale" | "y" | "current">): ReactElement {
  const stride = Math.ceil(tickSpacing / Math.max(scale.gap, 0.001));
  if (stride > 4) return <g />;
  return (
    <g>
      {scale.slots.map((step, slot) =>
        slot === current || slot % stride !== 0 || !isSeen(scale, slotX(scale, slot)) ? null : (
          <circle
            key={step.entry}
            cx={slotX(scale, slot)}
            cy={y}
            r={step.inner === 0 ? 4.5 : 3}
            fill="var(--panel2)"
            stroke={slot <= current ? "var(--accent)" : "var(--faint)"}
            strokeWidth={step.inner === 0 ? 2 : 1.6}
          />
        ),
      )}
    </g>
  );
}

/** One short line per pixel column that holds an event; only where ticks are too dense to tell. */
const EventMarks = memo(function EventMarks({
  scale,
  y,
}: Pick<StepTrackProps, "scale" | "y">): ReactElement {
  const path = useMemo(() => {
    if (scale.gap >= tickSpacing) return "";
    const columns = new Set<number>();
    scale.slots.forEach((step, slot) => {
      const x = Math.round(slotX(scale, slot));
      if (step.events.length > 0 && isSeen(scale, x)) columns.add(x);
    });
    return [...columns].map((x) => `M${x} ${y - 9}v5`).join("");
  }, [scale, y]);
  return <path d={path} stroke="var(--muted)" strokeWidth="1.2" />;
});

function Labels({ scale, y, current, small, width }: StepTrackProps): ReactElement {
  const shown = small ? aroundCurrent(scale, current) : thinnedSlots(scale, labelSpacing, current);
  const room = Math.max(labelSpacing, scale.gap) - 4;
  return (
    <g>
      {shown.map((slot) => {
        const step = scale.slots[slot];
        if (step === undefined || !isSeen(scale, slotX(scale, slot))) return null;
        const text = tickLabel(step, Math.floor(room / characterWidth));
        const half = (text.length * characterWidth) / 2;
        const x = Math.min(width - half - 6, Math.max(half + 4, slotX(scale, slot)));
        return (
          <text
            key={slot}
            x={x}
            y={y}
            className={slot === current ? "tick-label here" : "tick-label"}
          >
            {text}
          </text>
        );
      })}
    </g>
  );
}

function aroundCurrent(scale: TimelineScale, current: number): readonly number[] {
  const stride = Math.max(1, Math.ceil(labelSpacing / 1.4 / Math.max(scale.gap, 0.001)));
  return current >= stride ? [current - stride, current] : [current];
}
