/** The hidden page's only way out: puts `window.pictures` there. */
import { contextBridge, ipcRenderer } from "electron";
import type { PictureJob } from "../contract/picture-job";
import type { PictureApi } from "./picture-api";

const pictures: PictureApi = {
  serve(draw) {
    ipcRenderer.on("picture:draw", (_event, job: PictureJob) => {
      draw(job).then(
        (picture) => ipcRenderer.send("picture:drawn", picture),
        (error: unknown) =>
          ipcRenderer.send(
            "picture:failed",
            error instanceof Error ? error.message : String(error),
          ),
      );
    });
    ipcRenderer.send("picture:ready");
  },
  ask: (question) => ipcRenderer.invoke("picture:ask", question),
  tell: (progress) => ipcRenderer.send("picture:progress", progress),
};

contextBridge.exposeInMainWorld("pictures", pictures);
