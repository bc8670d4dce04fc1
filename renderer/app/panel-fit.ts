/** Which panels a window of some size shows, and how large: the person's wishes, and the canvas never under 420 x 320. Pure. */
import { usualSizes, type PanelSizes } from "../../electron/contract/window-layout";

export interface PanelWishes {
  readonly sizes: PanelSizes;
  readonly leftOpen: boolean;
  readonly bottomOpen: boolean;
  readonly inspectorOpen: boolean;
  readonly presenting: boolean;
  /** A lesson is read beside the graph, so it must not cover it. */
  readonly hasLesson: boolean;
}

export interface Limits {
  readonly least: number;
  readonly most: number;
}

export interface PanelFit {
  /** In CSS pixels; 0: the panel is not there, or only as a drawer over the canvas. */
  readonly sizes: PanelSizes;
  readonly limits: Readonly<Record<keyof PanelSizes, Limits>>;
  /** There is no room for the column beside the canvas: it comes as a drawer when asked for. */
  readonly leftIsDrawer: boolean;
  readonly inspectorIsDrawer: boolean;
  readonly drawerWidth: number;
  readonly narrow: boolean;
  readonly low: boolean;
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** The timeline gets room for the larger letters of presentation mode; the rest of the window is the graph's. */
const presentationScale = 1.32;
const canvasLeast = { width: 420, height: 320 };
const least: PanelSizes = { left: 220, inspector: 260, bottom: 76, timeline: 104 };
/** Tabs and a few lines of code above the output. */
const codeLeast = 134;

export function fitPanels(room: Room, wishes: PanelWishes): PanelFit {
  const narrow = room.width < 1200;
  const low = room.height <= 760;
  const wanted = wantedSizes(wishes, narrow, low);
  const across = fitAcross(room.width - canvasLeast.width, wanted, narrow, wishes);
  const frame = (low ? 80 : 84) + (wishes.presenting ? 0 : low ? 24 : 26);
  const timeline = limits(least.timeline, room.height - frame - canvasLeast.height);
  const timelineHeight = clamp(wanted.timeline, timeline);
  const mainHeight = Math.max(canvasLeast.height, room.height - frame - timelineHeight);
  const bottom = { least: least.bottom, most: mainHeight - codeLeast };
  const bottomFits = wishes.bottomOpen && bottom.most >= bottom.least;
  return {
    ...across,
    sizes: {
      ...across.columns,
      bottom: bottomFits ? clamp(wanted.bottom, bottom) : 0,
      timeline: timelineHeight,
    },
    limits: { ...across.limits, bottom, timeline },
    drawerWidth: Math.min(
      usualSizes.inspector * (wishes.presenting ? 1.46 : 1),
      Math.max(240, room.width - 48),
    ),
    narrow,
    low,
  };
}

/** A small window has smaller usual sizes; what somebody chose stays chosen. */
function wantedSizes(
  { sizes, presenting }: PanelWishes,
  narrow: boolean,
  low: boolean,
): PanelSizes {
  const larger = presenting ? presentationScale : 1;
  const usual = (panel: keyof PanelSizes, small: number, isSmall: boolean): number =>
    isSmall && sizes[panel] === usualSizes[panel] ? small : sizes[panel];
  return {
    left: usual("left", 300, narrow),
    inspector: sizes.inspector * larger,
    bottom: usual("bottom", 112, low),
    timeline: usual("timeline", 118, narrow || low || presenting) * larger,
  };
}

interface Across {
  readonly columns: Pick<PanelSizes, "left" | "inspector">;
  readonly limits: Readonly<Record<"left" | "inspector", Limits>>;
  readonly leftIsDrawer: boolean;
  readonly inspectorIsDrawer: boolean;
}

/** First the inspector gives way, then the left column. */
function fitAcross(
  space: number,
  wanted: PanelSizes,
  narrow: boolean,
  { leftOpen, inspectorOpen, presenting, hasLesson }: PanelWishes,
): Across {
  const leftIsDrawer = space < least.left;
  const showsLeft = leftOpen && !presenting && !leftIsDrawer;
  const leftWanted = showsLeft ? Math.max(least.left, wanted.left) : 0;
  const hasRoom = space - leftWanted >= least.inspector;
  const inspectorIsDrawer = !hasRoom || (!hasLesson && (presenting || narrow));
  const showsInspector = inspectorOpen && !inspectorIsDrawer;
  const left = showsLeft ? Math.min(leftWanted, space - (showsInspector ? least.inspector : 0)) : 0;
  const inspectorLimits = limits(least.inspector, space - left);
  const inspector = showsInspector ? clamp(wanted.inspector, inspectorLimits) : 0;
  return {
    columns: { left, inspector },
    limits: { left: limits(least.left, space - inspector), inspector: inspectorLimits },
    leftIsDrawer,
    inspectorIsDrawer,
  };
}

const limits = (smallest: number, largest: number): Limits => ({
  least: smallest,
  most: Math.max(smallest, largest),
});

const clamp = (size: number, { least: smallest, most }: Limits): number =>
  Math.round(Math.min(most, Math.max(smallest, size)));
