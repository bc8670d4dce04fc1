/** Turns a composed picture into what main saves: the bytes of a format, or the drawing that becomes a PDF there. */
import type { StillFormat } from "../../electron/contract/export-settings";
import type { SavePicture } from "../../electron/contract/requests";
import { assertNever } from "../../electron/contract/assert-never";
import type { Picture } from "./compose-picture";
import { writePng } from "./png-writer";
import { writeSvg } from "./svg-writer";

export async function pictureFile(
  picture: Picture,
  format: StillFormat,
  suggestedName: string,
): Promise<SavePicture> {
  switch (format) {
    case "png":
      return { suggestedName, format, bytes: await writePng(picture) };
    case "svg":
      return { suggestedName, format, bytes: new TextEncoder().encode(writeSvg(picture)) };
    case "pdf": {
      const { title, size } = picture;
      return { suggestedName, format, title, svg: writeSvg(picture), ...size.millimetres };
    }
    default:
      return assertNever(format, "picture format");
  }
}
