/** Settings and what was recorded become one picture with its size: what every writer draws, the same from any window, theme and display. */
import type { ExportSettings } from "../../electron/contract/export-settings";
import { overlaps } from "../graph/geometry";
import type { BuiltScene } from "../graph/scene-builder";
import { stillScene } from "../graph/still-scene";
import type { ThemeName } from "../graph/theme-tokens";
import { withoutAddresses } from "./anonymous-view";
import type { PictureContent, PictureStep } from "./picture-content";
import { filmstrip } from "./picture-filmstrip";
import { type Drawing, type FramedPicture, framePicture, type Heading } from "./picture-frame";
import { selectedPart } from "./picture-selection";
import {
  framed,
  MILLIMETRES_PER_INCH,
  outputSize,
  type OutputSize,
  POINTS_PER_INCH,
} from "./picture-size";
import { captionOf, descriptionOf, headingOf, wordsBelow } from "./picture-words";

export interface Picture extends FramedPicture {
  /** For readers that cannot see it, and for file managers. */
  readonly title: string;
  readonly description: string;
  readonly size: OutputSize;
  /** In points, on paper of the announced size; undefined: there is no text. */
  readonly smallestText: number | undefined;
}

export interface PictureWords {
  readonly heading?: Heading;
  /** Empty for none. */
  readonly below: string;
  readonly title: string;
  readonly description: string;
}

/** Which colours a picture is drawn in. */
export function themeOf({ ground, theme, transparentColours }: ExportSettings): ThemeName {
  switch (ground) {
    case "white":
      return "light";
    case "transparent":
      return transparentColours === "light" ? "light" : theme;
    case "theme":
      return theme;
    case "print":
      return "print";
  }
}

/** Still pictures of the graph; charts and films are drawings of their own: `composeDrawing`. */
export function composePicture(settings: ExportSettings, content: PictureContent): Picture {
  const { subject } = settings;
  const [first] = content.steps;
  if (first === undefined) throw new Error("A picture of no step was asked for.");
  const words = wordsOf(settings, content, first);
  switch (subject.kind) {
    case "filmstrip": {
      const cells = content.steps.map((one) => ({
        scene: sceneOf(settings, content, one),
        step: one.step.step,
        heading: headingOf(settings, one),
      }));
      const { heading: _inEachCell, ...below } = words;
      return composeDrawing(settings, filmstrip(cells, subject.columns), below);
    }
    case "selection": {
      const part = { ...first, view: selectedPart(first.view, content.selection) };
      return composeDrawing(settings, sceneOf(settings, content, part), words);
    }
    case "view":
      return composeDrawing(settings, sceneOf(settings, content, first), words, content.seen);
    case "whole":
    case "animation":
    case "timeline":
      return composeDrawing(settings, sceneOf(settings, content, first), words);
  }
}

/** One step at rest, in the colours of the picture: what a film moves between. */
export function sceneOf(
  settings: ExportSettings,
  { graph }: Pick<PictureContent, "graph">,
  { view, scratch }: Pick<PictureStep, "view" | "scratch">,
): BuiltScene {
  const shown = settings.anonymise ? withoutAddresses(view) : view;
  const still = scratch === undefined ? { view: shown } : { view: shown, scratch };
  return stillScene(graph, still, themeOf(settings));
}

/** Everything round a drawing: of a step, of a moment between two, of a chart. `seen` crops it to what a window shows. */
// oxlint-disable-next-line max-params -- how, what, with which words, which part
export function composeDrawing(
  settings: ExportSettings,
  drawing: Drawing,
  words: PictureWords,
  seen?: PictureContent["seen"],
): Picture {
  const framedDrawing = framePicture(seen === undefined ? drawing : cropped(drawing, seen.area), {
    ground: settings.ground === "print" ? "white" : settings.ground,
    legend: settings.include.legend,
    caption: words.below,
    ...(words.heading === undefined ? {} : { heading: words.heading }),
    ...(seen === undefined ? {} : { cropped: true }),
  });
  const frame = framed(framedDrawing.frame, settings.size);
  const size = outputSize(frame, settings.size, seen?.zoom);
  const picture = { ...framedDrawing, frame };
  return {
    ...picture,
    size,
    title: words.title,
    description: words.description,
    smallestText: smallestText(picture, size),
  };
}

export function wordsOf(
  settings: ExportSettings,
  content: PictureContent,
  step: PictureStep,
): PictureWords {
  const heading = headingOf(settings, step);
  return {
    below: wordsBelow(settings, content),
    title: captionOf(content),
    description: descriptionOf(content),
    ...(heading === undefined ? {} : { heading }),
  };
}

function cropped(drawing: Drawing, area: Drawing["bounds"]): Drawing {
  const parts = drawing.parts.filter(({ bounds }) => overlaps(bounds, area));
  return { ...drawing, parts, bounds: area };
}

function smallestText(
  { parts, beside, frame }: FramedPicture,
  size: OutputSize,
): number | undefined {
  let smallest = Infinity;
  for (const { primitives, opacity } of [...parts, ...beside])
    for (const primitive of primitives)
      if (opacity > 0 && primitive.kind === "text" && primitive.text.trim() !== "")
        smallest = Math.min(smallest, primitive.font.size);
  if (smallest === Infinity) return undefined;
  const millimetres = (smallest * size.millimetres.width) / frame.width;
  return Math.round((millimetres / MILLIMETRES_PER_INCH) * POINTS_PER_INCH * 10) / 10;
}
