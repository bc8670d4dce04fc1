/** Makes the file of any export, for the dialog, for "again" and for the command line: a picture that stands still, or a film. */
import { type ExportSettings, isStill } from "../../electron/contract/export-settings";
import type { SavePicture } from "../../electron/contract/requests";
import { composeStill } from "./compose-still";
import { type FilmWatch, shootFilm } from "./film/shoot-film";
import type { PictureContent } from "./picture-content";
import { pictureFile } from "./picture-file";
import type { TimelineContent } from "./timeline-drawing";

export interface ExportOrder {
  readonly settings: ExportSettings;
  readonly content: PictureContent;
  /** All of it, for the timeline. */
  readonly recording: TimelineContent;
  readonly name: string;
}

/** Undefined: called off. */
export async function exportFile(
  { settings, content, recording, name }: ExportOrder,
  watch: FilmWatch,
): Promise<SavePicture | undefined> {
  const { format } = settings;
  if (isStill(format)) return pictureFile(composeStill(settings, content, recording), format, name);
  const bytes = await shootFilm(settings, content, watch);
  return bytes === undefined ? undefined : { suggestedName: name, format, bytes };
}
