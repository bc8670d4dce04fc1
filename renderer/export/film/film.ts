/** A recording's steps as a film: which frames there are and what each shows, all of one size. Pure: the same settings and steps make the same frames. */
import type { ExportSettings } from "../../../electron/contract/export-settings";
import { directTransition } from "../../graph/animation-director";
import { unionOf } from "../../graph/geometry";
import type { ScenePart } from "../../graph/scene";
import type { BuiltScene } from "../../graph/scene-builder";
import { type Mixer, mixScenes } from "../../graph/scene-mixer";
import type { Storyboard } from "../../graph/storyboard";
import { themeTokens } from "../../graph/theme-tokens";
import { composeDrawing, type Picture, sceneOf, themeOf, wordsOf } from "../compose-picture";
import type { PictureContent } from "../picture-content";
import { boundsOfAll, legendOfAll } from "../picture-filmstrip";
import { filmSize, type FilmSize } from "./film-size";
import { type FilmFrame, planFilm } from "./film-plan";

export interface Film {
  readonly size: FilmSize;
  readonly frames: readonly FilmFrame[];
  readonly theme: BuiltScene["theme"];
  /** A colour: a film is never transparent. */
  readonly background: string;
  pictureAt(frame: FilmFrame): Picture;
}

export const FRAMES_PER_SECOND = { gif: 15, webm: 30 } as const;

/** `content` holds the steps of the film, at least one. */
export function makeFilm(settings: ExportSettings, content: PictureContent): Film {
  const { format, subject } = settings;
  if (subject.kind !== "animation" || (format !== "gif" && format !== "webm"))
    throw new Error("A film of what stands still was asked for.");
  const opaque: ExportSettings =
    settings.ground === "transparent" ? { ...settings, ground: "white" } : settings;
  const scenes = content.steps.map((step) => sceneOf(opaque, content, step));
  const still = { bounds: boundsOfAll(scenes), legend: legendOfAll(scenes) };
  const pictures = scenes.map((scene, index) => {
    const step = content.steps[index];
    if (step === undefined) throw new Error("A scene belongs to no step.");
    // Each frame says which step it shows: above it, or else below.
    const told = opaque.include.stepNumber || opaque.include.codeLine;
    const words = wordsOf(opaque, told ? content : { ...content, steps: [step] }, step);
    return composeDrawing(opaque, { ...scene, owners: new Map(), ...still }, words);
  });
  const [first] = pictures;
  if (first === undefined) throw new Error("A film of no steps was asked for.");
  // Captions differ in length; the film does not change its size with them.
  const frame = unionOf(pictures.map((picture) => picture.frame)) ?? first.frame;
  const stories = storiesOf(content);
  const partsAt = createMoments(scenes, stories);
  const pace = { framesPerSecond: FRAMES_PER_SECOND[format], speed: subject.speed };
  return {
    size: filmSize(frame, opaque.size),
    frames: planFilm(
      stories.map((story) => story.duration),
      pace,
    ),
    theme: themeTokens(themeOf(opaque)),
    background: first.background ?? "#FFFFFF",
    pictureAt({ step, moment }) {
      const picture = pictures[step] ?? first;
      return { ...picture, frame, parts: partsAt(step, moment) ?? picture.parts };
    },
  };
}

/** Into the second step, the third, ... */
function storiesOf({ steps }: PictureContent): readonly Storyboard[] {
  return steps.slice(1).map(({ view }, index) => {
    const previous = steps[index]?.view ?? view;
    return directTransition({ previous, next: view, direction: "forward", still: false });
  });
}

/** Undefined: the step at rest. One mixer at a time is kept: a film goes forwards only. */
function createMoments(
  scenes: readonly BuiltScene[],
  stories: readonly Storyboard[],
): (step: number, moment: number | undefined) => readonly ScenePart[] | undefined {
  let current: { readonly step: number; readonly mixer: Mixer } | undefined;
  return (step, moment) => {
    const [from, to, story] = [scenes[step - 1], scenes[step], stories[step - 1]];
    if (moment === undefined || from === undefined || to === undefined || story === undefined)
      return undefined;
    if (current?.step !== step) current = { step, mixer: mixScenes(from, to, story) };
    return current.mixer.at(moment);
  };
}
