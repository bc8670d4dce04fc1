/** The recording on one axis: memory against reach, the steps as ticks, and the playhead. A slider for keyboard and screen reader, a scrubber for the mouse. */
import {
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactElement,
  type WheelEvent,
} from "react";
import type { EntryIndex } from "../../electron/contract/ids";
import type { StepSummary } from "../../electron/contract/session-events";
import { useElementSize } from "../widgets/use-element-size";
import { CellMarks } from "./cell-marks";
import { ChartLayer } from "./chart-layer";
import { CollectionMarks } from "./collection-marks";
import type { CollectionPlace } from "./collection-places";
import { StepTrack } from "./step-track";
import {
  isSeen,
  panned,
  showing,
  shownSlots,
  slotAtX,
  slotOfEntry,
  slotX,
  timelineScale,
  wholeRecording,
  zoomed,
  type TimelineZoom,
} from "./timeline-scale";
import "./timeline.css";

export interface TimelineProps {
  readonly steps: readonly StepSummary[];
  readonly entry: EntryIndex;
  readonly openedStep: number | undefined;
  readonly collections: readonly CollectionPlace[];
  /** What a screen reader says about where the playhead is. */
  readonly valueText: string;
  onTravel(entry: EntryIndex): void;
  onOpenStep(step: number): void;
  onTogglePlay(): void;
}

export function Timeline(props: TimelineProps): ReactElement {
  const { steps, entry, openedStep, onTravel } = props;
  const host = useRef<HTMLDivElement>(null);
  const { width, height } = useElementSize(host);
  const slots = useMemo(() => shownSlots(steps, openedStep), [steps, openedStep]);
  const current = slotOfEntry(slots, entry);
  const [zoom, changeZoom] = useTimelineZoom(current, slots.length);
  const scale = useMemo(() => timelineScale(slots, width, zoom), [slots, width, zoom]);
  const count = slots.length;
  const small = height < 140;
  const top = 22;
  const base = small ? height - 44 : height - 62;
  const track = base + (small ? 16 : 24);

  const goToSlot = (slot: number): void => {
    const step = slots[Math.min(slots.length - 1, Math.max(0, slot))];
    if (step !== undefined && step.entry !== entry) onTravel(step.entry);
  };
  const slotUnder = (event: MouseEvent<HTMLDivElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    // In presentation mode the strip is enlarged: the pointer is told in pixels of the window.
    const enlarged = box.width / Math.max(1, width);
    return slotAtX(scale, (event.clientX - box.left) / enlarged);
  };
  const scrub = (event: PointerEvent<HTMLDivElement>): void => goToSlot(slotUnder(event));
  const wheel = (event: WheelEvent<HTMLDivElement>): void => {
    const round = slotUnder(event);
    const by = event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (event.ctrlKey)
      changeZoom((now) => zoomed(now, event.deltaY < 0 ? 1.25 : 0.8, round, count));
    else changeZoom((now) => panned(now, by > 0 ? 0.1 : -0.1, count));
  };
  const press = (event: KeyboardEvent): void => {
    const target = slotForKey(event.key, current, count);
    const look = event.ctrlKey || event.metaKey ? undefined : lookKeys[event.key.toLowerCase()];
    if (event.key === " ") props.onTogglePlay();
    else if (look !== undefined) changeZoom((now) => look(now, current, count));
    else if (target === undefined) return;
    else goToSlot(target);
    event.preventDefault();
  };

  return (
    <div
      className="timeline-scrubber"
      ref={host}
      role="slider"
      tabIndex={0}
      aria-label="Step"
      aria-valuemin={0}
      aria-valuemax={Math.max(0, slots.length - 1)}
      aria-valuenow={current}
      aria-valuetext={props.valueText}
      onKeyDown={press}
      onWheel={wheel}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        scrub(event);
      }}
      onPointerMove={(event) =>
        event.currentTarget.hasPointerCapture(event.pointerId) ? scrub(event) : undefined
      }
      onDoubleClick={() => {
        const step = slots[current];
        if (step !== undefined) props.onOpenStep(step.step);
      }}
    >
      {width === 0 || slots.length === 0 ? null : (
        <svg width={width} height={height} aria-hidden="true">
          <defs>
            <clipPath id="timeline-seen">
              <rect
                x={scale.seen.from - 14}
                y="0"
                width={scale.seen.to - scale.seen.from + 32}
                height={height}
              />
            </clipPath>
          </defs>
          <ChartLayer scale={scale} top={top} base={base} small={small} />
          <rect
            x={Math.max(scale.seen.from - 14, slotX(scale, current) + scale.gap - scale.lead)}
            y={top - 10}
            width={width}
            height={base - top + 14}
            fill="var(--panel2)"
            opacity=".55"
          />
          <CellMarks scale={scale} top={top} y={track} />
          <CollectionMarks collections={props.collections} scale={scale} y={9} />
          <StepTrack scale={scale} y={track} current={current} small={small} width={width} />
          {isSeen(scale, slotX(scale, current)) ? (
            <Playhead x={slotX(scale, current)} top={top - 12} y={track} />
          ) : null}
        </svg>
      )}
    </div>
  );
}

/** What is seen; when the playhead goes elsewhere, what is seen goes along. */
function useTimelineZoom(
  current: number,
  count: number,
): [TimelineZoom, (change: (now: TimelineZoom) => TimelineZoom) => void] {
  const [zoom, setZoom] = useState(wholeRecording);
  const [followed, setFollowed] = useState(current);
  if (followed !== current) {
    setFollowed(current);
    setZoom(showing(zoom, current, count));
  }
  return [zoom, setZoom];
}

const lookKeys: Readonly<
  Record<string, (zoom: TimelineZoom, current: number, count: number) => TimelineZoom>
> = {
  w: (zoom, current, count) => zoomed(zoom, 1.5, current, count),
  s: (zoom, current, count) => zoomed(zoom, 1 / 1.5, current, count),
  a: (zoom, _current, count) => panned(zoom, -0.2, count),
  d: (zoom, _current, count) => panned(zoom, 0.2, count),
};

function Playhead({
  x,
  top,
  y,
}: {
  readonly x: number;
  readonly top: number;
  readonly y: number;
}): ReactElement {
  return (
    <g data-testid="playhead">
      <line x1={x} x2={x} y1={top} y2={y} stroke="var(--accent)" strokeWidth="1.6" />
      <circle cx={x} cy={y} r="7.5" fill="var(--accent)" stroke="var(--bg)" strokeWidth="2.5" />
    </g>
  );
}

function slotForKey(key: string, current: number, count: number): number | undefined {
  const targets: Readonly<Record<string, number>> = {
    ArrowLeft: current - 1,
    ArrowDown: current - 1,
    ArrowRight: current + 1,
    ArrowUp: current + 1,
    PageUp: current - 10,
    PageDown: current + 10,
    Home: 0,
    End: count - 1,
  };
  return targets[key];
}

/** `Step 8 of 9, del obj2, 2 in memory, 0 reachable`. */
export function timelineValueText(
  step: StepSummary | undefined,
  label: string,
  code: string,
  count: number,
): string {
  if (step === undefined) return "No step yet";
  return `Step ${label} of ${count}, ${code}, ${step.inMemory} in memory, ${step.reachable} reachable`;
}
