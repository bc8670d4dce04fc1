/** Pictures without the dialog: what the window shows onto the clipboard, and once more as the last one was saved. */
import { type ExportSettings, FIRST_SETTINGS } from "../../electron/contract/export-settings";
import type { SavePicture } from "../../electron/contract/requests";
import { composePicture, type Picture } from "./compose-picture";
import { exportFile } from "./export-file";
import { gatherContent, pictureName, type PictureSource } from "./picture-gathering";
import { writePng } from "./png-writer";

let last: ExportSettings | undefined;

/** Undefined: nothing was saved yet. */
export function lastSettings(): ExportSettings | undefined {
  return last;
}

export function rememberSettings(settings: ExportSettings): void {
  last = settings;
}

/** What the window shows, in its colours, with twice its pixels. */
export async function copyView(source: PictureSource): Promise<void> {
  const settings: ExportSettings = {
    ...FIRST_SETTINGS,
    subject: { kind: "view" },
    ground: "theme",
    theme: source.graph.theme(),
    include: { legend: false, caption: false, stepNumber: false, codeLine: false },
  };
  const content = await gatherContent(settings.subject, source);
  if (content === undefined) throw new Error("There is no picture to copy yet.");
  await copyPicture(composePicture(settings, content));
}

export async function copyPicture(picture: Picture): Promise<void> {
  const blob = new Blob([new Uint8Array(await writePng(picture))], { type: "image/png" });
  await navigator.clipboard.write([new ClipboardItem({ "image/png": blob })]);
}

/** The file to save; undefined when there is nothing to make it of. */
export async function pictureAgain(
  settings: ExportSettings,
  source: PictureSource,
): Promise<SavePicture | undefined> {
  const content = await gatherContent(settings.subject, source);
  if (content === undefined) return undefined;
  const name = pictureName(settings, source.state);
  const order = { settings, content, recording: source.state, name };
  return exportFile(order, { onProgress: () => undefined });
}
