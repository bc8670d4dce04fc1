/** Dragging a picture out of the window: it is a file of a private folder, which is gone when the app ends. */
import { app, nativeImage, type BrowserWindow } from "electron";
import fs from "node:fs";
import path from "node:path";
import type { Answer, SavePicture } from "../contract/requests";
import { reasonOf } from "../session/script-file";
import { pictureBytes } from "./picture-pdf";

export interface PictureDrags {
  /** While the button of the mouse is down. */
  dragPicture(picture: SavePicture, thumbnail: Uint8Array): Promise<Answer<void>>;
}

export function createPictureDrags(window: () => BrowserWindow | undefined): PictureDrags {
  let folder: string | undefined;
  app.on("will-quit", () => {
    if (folder !== undefined) fs.rmSync(folder, { recursive: true, force: true });
  });
  return {
    async dragPicture(picture, thumbnail) {
      let file = path.basename(picture.suggestedName);
      try {
        // Others on this computer cannot look into it: it is made for the owner alone.
        folder ??= fs.mkdtempSync(path.join(app.getPath("temp"), "ouroscope-"));
        file = path.join(folder, file);
        fs.writeFileSync(file, await pictureBytes(picture));
      } catch (error) {
        return { ok: false, failure: { kind: "save-failed", path: file, reason: reasonOf(error) } };
      }
      const icon = nativeImage.createFromBuffer(Buffer.from(thumbnail));
      window()?.webContents.startDrag({ file, icon });
      return { ok: true, value: undefined };
    },
  };
}
