/** How many frames of a film are drawn, as a bar and in words. */
import type { ReactElement } from "react";
import type { PictureProgress } from "../../../electron/contract/picture-job";

export function FilmProgress({ done, of }: PictureProgress): ReactElement {
  return (
    <span className="export-progress" data-testid="export-progress">
      <progress value={done} max={of} aria-label="Frames drawn" />
      <span>
        {done} of {of} frames
      </span>
    </span>
  );
}
