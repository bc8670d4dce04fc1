/** Has a film made in a worker: tells how far it is, and stops when it is not wanted any more. */
import type { ExportSettings } from "../../../electron/contract/export-settings";
import type { PictureProgress } from "../../../electron/contract/picture-job";
import type { PictureContent } from "../picture-content";
import type { FilmNews, FilmOrder } from "./film-worker";
import { fontRules } from "./font-rules";

export interface FilmWatch {
  onProgress(progress: PictureProgress): void;
  /** Ends the work; the film is then undefined. */
  readonly signal?: AbortSignal;
}

export function shootFilm(
  settings: ExportSettings,
  content: PictureContent,
  { onProgress, signal }: FilmWatch,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const worker = new Worker(new URL("./film-worker.ts", import.meta.url), { type: "module" });
  const film = new Promise<Uint8Array<ArrayBuffer> | undefined>((resolve, reject) => {
    signal?.addEventListener("abort", () => resolve(undefined), { once: true });
    worker.addEventListener("error", (event) =>
      reject(new Error(event.message === "" ? "the worker could not be started" : event.message)),
    );
    worker.addEventListener("message", ({ data }: MessageEvent<FilmNews>) => {
      switch (data.kind) {
        case "progress":
          return onProgress(data.progress);
        case "finished":
          return resolve(data.bytes);
        case "failed":
          return reject(new Error(data.reason));
      }
    });
    const order: FilmOrder = { settings, content, fonts: fontRules() };
    worker.postMessage(order);
  });
  return film.finally(() => worker.terminate());
}
