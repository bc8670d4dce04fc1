/** Makes a picture out of a scene: margins, background, legend and caption, with its size. Screen, theme and window size do not matter. */
import type { Rect } from "../graph/geometry";
import { label, part } from "../graph/part";
import type { Font, Scene, SceneOwner, ScenePart } from "../graph/scene";
import { fitText, textWidth } from "../graph/text-metrics";
import { legendPart, legendSize } from "./legend-drawing";

export interface PictureOptions {
  readonly background: "white" | "transparent" | "theme";
  readonly legend: boolean;
  /** Empty for none. */
  readonly caption: string;
}

export interface Picture {
  /** What of the scene's plane is shown. */
  readonly frame: Rect;
  /** Undefined: transparent. */
  readonly background: string | undefined;
  readonly parts: readonly ScenePart[];
  readonly owners: ReadonlyMap<string, SceneOwner>;
  readonly title: string;
}

const MARGIN = 24;
const BELOW = 22;
const CAPTION_FONT: Font = { family: "sans", size: 12, weight: 450 };

export function framePicture(scene: Scene, options: PictureOptions): Picture {
  const { bounds, theme } = scene;
  const left = Math.floor(bounds.x);
  const legend = options.legend ? legendSize(scene.legend) : { width: 0, height: 0 };
  const width = Math.max(
    Math.ceil(bounds.x + bounds.width) - left,
    legend.width,
    Math.min(textWidth(options.caption, CAPTION_FONT), 560),
  );
  let bottom = Math.ceil(bounds.y + bounds.height);
  const parts = [...scene.parts];
  if (legend.height > 0) {
    bottom += BELOW;
    parts.push(legendPart(scene.legend, { x: left, y: bottom }, theme));
    bottom += legend.height;
  }
  if (options.caption !== "") {
    bottom += BELOW;
    const words = fitText(options.caption, CAPTION_FONT, width);
    const line = label(words, left, bottom, { font: CAPTION_FONT, fill: theme.muted });
    const box = { x: left, y: bottom - 10, width, height: 20 };
    parts.push(
      part({ key: "caption", owner: "caption", layer: "motion", bounds: box, primitives: [line] }),
    );
    bottom += 6;
  }
  const top = Math.floor(bounds.y);
  const frame = {
    x: left - MARGIN,
    y: top - MARGIN,
    width: Math.ceil(width) + 2 * MARGIN,
    height: Math.ceil(bottom) - top + 2 * MARGIN,
  };
  const background =
    options.background === "transparent"
      ? undefined
      : options.background === "white"
        ? "#FFFFFF"
        : theme.canvas;
  return { frame, background, parts, owners: scene.owners, title: options.caption };
}
