/** Pictures without the dialog: onto the clipboard, and once more as they were saved last. */
import type { SavePicture } from "../../electron/contract/requests";
import type { Scene } from "../graph/scene";
import type { ThemeName } from "../graph/theme-tokens";
import {
  type ExportChoices,
  fileName,
  FIRST_CHOICES,
  pictureFor,
  themeFor,
} from "./export-choices";
import { writePng } from "./png-writer";
import { writeSvg } from "./svg-writer";

/** What a quick picture is made of. */
export interface PictureMaker {
  theme(): "light" | "dark";
  scene(theme?: ThemeName): Scene;
}

let last: ExportChoices | undefined;

/** Undefined: nothing was saved yet. */
export function lastChoices(): ExportChoices | undefined {
  return last;
}

export function rememberChoices(choices: ExportChoices): void {
  last = choices;
}

/** As a PNG of twice the size on the screen. */
export async function copyPicture(graph: PictureMaker, words: PictureWords): Promise<void> {
  const choices: ExportChoices = { ...FIRST_CHOICES, background: "theme" };
  const picture = pictureFor(choices, graph.scene(graph.theme()), words.caption, words.warning);
  const bytes = await writePng(picture, choices.scale);
  const blob = new Blob([new Uint8Array(bytes)], { type: "image/png" });
  await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
}

export interface PictureWords {
  readonly caption: string;
  readonly warning?: string;
}

/** The file to save, with the settings of the last one. */
export async function pictureAgain(
  graph: PictureMaker,
  words: PictureWords & { readonly name: string },
): Promise<SavePicture> {
  const choices = last ?? FIRST_CHOICES;
  const scene = graph.scene(themeFor(choices.background, graph.theme()));
  const picture = pictureFor(choices, scene, words.caption, words.warning);
  const { format } = choices;
  const bytes =
    format === "png"
      ? await writePng(picture, choices.scale)
      : new TextEncoder().encode(writeSvg(picture));
  return { suggestedName: fileName(words.name, format), format, bytes };
}
