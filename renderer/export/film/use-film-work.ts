/** How far the film is that the dialog makes, and the way to call it off; closing the dialog does. */
import { useEffect, useMemo, useRef, useState } from "react";
import type { PictureProgress } from "../../../electron/contract/picture-job";
import type { FilmWatch } from "./shoot-film";

export interface FilmWork {
  /** Undefined: no film is being made. */
  readonly progress: PictureProgress | undefined;
  /** For the next film; `done` when it is finished, or called off. */
  begin(): FilmWatch & { done(): void };
  cancel(): void;
}

export function useFilmWork(): FilmWork {
  const [progress, setProgress] = useState<PictureProgress>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  return useMemo(
    () => ({
      progress,
      begin() {
        const controller = new AbortController();
        running.current = controller;
        return {
          onProgress: setProgress,
          signal: controller.signal,
          done: () => setProgress(undefined),
        };
      },
      cancel: () => running.current?.abort(),
    }),
    [progress],
  );
}
