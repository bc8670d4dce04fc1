/** A film as it will be, played small and again and again; only its first picture where motion is not wanted. */
import { type ReactElement, useEffect, useMemo, useRef } from "react";
import type { ExportSettings } from "../../../electron/contract/export-settings";
import type { PictureContent } from "../picture-content";
import { paintPicture } from "../picture-painter";
import { type Film, makeFilm } from "./film";

interface FilmPreviewProps {
  readonly settings: ExportSettings;
  /** Undefined while its steps are gathered. */
  readonly content: PictureContent | undefined;
}

const ROOM = { width: 600, height: 420 };
/** More would keep the window from answering while they are laid out. */
const MOST_STEPS = 12;

export function FilmPreview({ settings, content }: FilmPreviewProps): ReactElement {
  const film = useMemo(
    () =>
      content === undefined
        ? undefined
        : makeFilm(settings, { ...content, steps: content.steps.slice(0, MOST_STEPS) }),
    [settings, content],
  );
  const steps = content?.steps.length ?? 0;
  return (
    <div className="export-preview" aria-busy={film === undefined}>
      {film === undefined ? null : <Screen film={film} />}
      <p data-testid="export-size">
        {film === undefined ? "Gathering the steps…" : filmWords(film, steps)}
      </p>
      {film?.size.tooLarge === undefined ? null : (
        <p className="export-warning" role="status" data-testid="export-too-large">
          {film.size.tooLarge}
        </p>
      )}
    </div>
  );
}

function Screen({ film }: { readonly film: Film }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = film.size.pixels;
  const shrink = Math.min(1, ROOM.width / width, ROOM.height / height);
  const shown = { width: Math.round(width * shrink), height: Math.round(height * shrink) };
  const ratio = window.devicePixelRatio;
  const pixels = {
    width: Math.max(1, Math.round(shown.width * ratio)),
    height: Math.max(1, Math.round(shown.height * ratio)),
  };
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    return context === null || context === undefined ? undefined : play(film, context, pixels);
    // The sizes follow from the film.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [film]);
  return (
    <canvas ref={canvas} {...pixels} style={shown} role="img" aria-label="Preview of the film" />
  );
}

/** Answers how to stop. */
function play(
  film: Film,
  context: CanvasRenderingContext2D,
  pixels: { readonly width: number; readonly height: number },
): () => void {
  const length = lengthOf(film);
  const begun = performance.now();
  let painted = -1;
  let request = 0;
  const show = (): void => {
    const time = (performance.now() - begun) % length;
    const index = film.frames.findIndex(({ until }) => time < until);
    const frame = film.frames[Math.max(index, 0)];
    if (frame !== undefined && index !== painted)
      paintPicture(context, film.pictureAt(frame), pixels);
    painted = index;
    if (!matchMedia("(prefers-reduced-motion: reduce)").matches)
      request = requestAnimationFrame(show);
  };
  show();
  return () => cancelAnimationFrame(request);
}

function lengthOf({ frames }: Film): number {
  return frames.at(-1)?.until ?? 1;
}

/** `778 × 634 px, 4 steps, 10.4 s`. */
function filmWords(film: Film, steps: number): string {
  const { width, height } = film.size.pixels;
  const size = `${width} × ${height} px`;
  if (steps > MOST_STEPS) return `${size}, ${steps} steps; shown here: the first ${MOST_STEPS}`;
  const seconds = (lengthOf(film) / 1000).toFixed(1);
  return `${size}, ${steps} ${steps === 1 ? "step" : "steps"}, ${seconds} s`;
}
