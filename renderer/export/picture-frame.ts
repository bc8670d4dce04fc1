/** Puts a drawing into its frame: margins, ground, heading, legend and caption. Screen, theme and window size do not matter. */
import type { Rect } from "../graph/geometry";
import { label, part } from "../graph/part";
import type { Font, Scene, SceneOwner, ScenePart } from "../graph/scene";
import { fitText, textWidth } from "../graph/text-metrics";
import { legendPart, legendSize } from "./legend-drawing";

/** What is framed: a scene, several of them side by side, a chart. */
export type Drawing = Pick<Scene, "parts" | "owners" | "bounds" | "legend" | "theme">;

export interface Surroundings {
  readonly ground: "white" | "transparent" | "theme";
  readonly legend: boolean;
  /** Above the drawing: which step, and its code; absent for none. */
  readonly heading?: Heading;
  /** Empty for none. */
  readonly caption: string;
  /** Nothing of the drawing is seen outside its bounds, and no margin is put round it. */
  readonly cropped?: boolean;
}

export interface Heading {
  /** `Step 8`; empty for none. */
  readonly step: string;
  /** `del obj2`; empty for none. */
  readonly code: string;
}

export interface FramedPicture {
  /** What of the plane is shown. */
  readonly frame: Rect;
  /** A colour; undefined: transparent. */
  readonly background: string | undefined;
  readonly parts: readonly ScenePart[];
  /** `parts` are not seen outside of it. */
  readonly clip: Rect | undefined;
  /** Heading, legend and caption: over everything, never clipped. */
  readonly beside: readonly ScenePart[];
  readonly owners: ReadonlyMap<string, SceneOwner>;
}

const MARGIN = 24;
const BELOW = 22;
const CAPTION_FONT: Font = { family: "sans", size: 12, weight: 450 };
const WIDEST_CAPTION = 560;
export const HEADING_HEIGHT = 30;
const STEP_FONT: Font = { family: "sans", size: 13.5, weight: 650 };
const CODE_FONT: Font = { family: "mono", size: 12.5, weight: 500 };
const HEADING_GAP = 10;

export function framePicture(drawing: Drawing, around: Surroundings): FramedPicture {
  const { bounds, theme, legend: entries } = drawing;
  const left = Math.floor(bounds.x);
  const legend = around.legend ? legendSize(entries) : { width: 0, height: 0 };
  const width = Math.max(
    Math.ceil(bounds.x + bounds.width) - left,
    legend.width,
    Math.min(textWidth(around.caption, CAPTION_FONT), WIDEST_CAPTION),
  );
  const beside: ScenePart[] = [];
  let top = Math.floor(bounds.y);
  let bottom = Math.ceil(bounds.y + bounds.height);
  if (around.heading !== undefined) {
    top -= HEADING_HEIGHT;
    const box = { x: left, y: top, width, height: HEADING_HEIGHT };
    beside.push(headingPart("heading", around.heading, box, drawing));
  }
  if (legend.height > 0) {
    bottom += BELOW;
    beside.push(legendPart(entries, { x: left, y: bottom }, theme));
    bottom += legend.height;
  }
  if (around.caption !== "") {
    bottom += BELOW;
    beside.push(captionPart(around.caption, { x: left, y: bottom, width, height: 0 }, drawing));
    bottom += 6;
  }
  const margin = around.cropped === true && beside.length === 0 ? 0 : MARGIN;
  const frame = {
    x: left - margin,
    y: top - margin,
    width: Math.ceil(width) + 2 * margin,
    height: Math.ceil(bottom) - top + 2 * margin,
  };
  return {
    frame,
    background: groundColour(around.ground, drawing),
    parts: drawing.parts,
    clip: around.cropped === true ? bounds : undefined,
    beside,
    owners: drawing.owners,
  };
}

function groundColour(ground: Surroundings["ground"], { theme }: Drawing): string | undefined {
  switch (ground) {
    case "transparent":
      return undefined;
    case "white":
      return "#FFFFFF";
    case "theme":
      return theme.canvas;
  }
}

function captionPart(caption: string, line: Rect, { theme }: Drawing): ScenePart {
  const { x, y, width } = line;
  const words = fitText(caption, CAPTION_FONT, width);
  const primitives = [label(words, x, y, { font: CAPTION_FONT, fill: theme.muted })];
  const bounds = { x, y: y - 10, width, height: 20 };
  return part({ key: "caption", owner: "caption", layer: "motion", bounds, primitives });
}

/** In the upper part of `box`, cut where it ends. */
// oxlint-disable-next-line max-params -- which words, where, in whose colours
export function headingPart(
  key: string,
  { step, code }: Heading,
  box: Rect,
  { theme }: Pick<Drawing, "theme">,
): ScenePart {
  const middle = box.y + 8;
  const number = fitText(step, STEP_FONT, box.width);
  const taken = number === "" ? 0 : textWidth(number, STEP_FONT) + HEADING_GAP;
  const words = fitText(code, CODE_FONT, Math.max(0, box.width - taken));
  const primitives = [
    ...(number === "" ? [] : [label(number, box.x, middle, { font: STEP_FONT, fill: theme.text })]),
    ...(code === "" || words === "…"
      ? []
      : [label(words, box.x + taken, middle, { font: CODE_FONT, fill: theme.muted })]),
  ];
  return part({ key, owner: key, layer: "motion", bounds: box, primitives });
}
