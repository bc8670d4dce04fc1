/** The picture as it will be saved, drawn small, with its size in words. */
import { type ReactElement, useEffect, useRef } from "react";
import type { ExportChoices } from "./export-choices";
import type { Picture } from "./picture-frame";
import { pixelSize } from "./picture-size";
import { paintPicture } from "./png-writer";

const ROOM = { width: 600, height: 420 };
/** Millimetres per CSS pixel. */
const MILLIMETRES = 25.4 / 96;

export function ExportPreview({
  picture,
  choices,
}: {
  readonly picture: Picture;
  readonly choices: ExportChoices;
}): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = picture.frame;
  const shrink = Math.min(1, ROOM.width / width, ROOM.height / height);
  const shown = { width: Math.round(width * shrink), height: Math.round(height * shrink) };
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (context === null || context === undefined) return;
    const ratio = window.devicePixelRatio;
    paintPicture(context, picture, {
      width: Math.round(shown.width * ratio),
      height: Math.round(shown.height * ratio),
    });
  });
  const ratio = window.devicePixelRatio;
  return (
    <div className="export-preview">
      <canvas
        ref={canvas}
        className={choices.background === "transparent" ? "clear" : ""}
        width={Math.round(shown.width * ratio)}
        height={Math.round(shown.height * ratio)}
        style={shown}
        role="img"
        aria-label={`Preview: ${picture.title}`}
      />
      <p data-testid="export-size">{sizeWords(picture, choices)}</p>
    </div>
  );
}

export function sizeWords(picture: Picture, choices: ExportChoices): string {
  const { width, height } = picture.frame;
  const millimetres = `${Math.round(width * MILLIMETRES)} × ${Math.round(height * MILLIMETRES)} mm`;
  if (choices.format === "svg") return `Vector, ${width} × ${height}, ${millimetres}`;
  const pixels = pixelSize(picture, choices.scale);
  return `${pixels.width} × ${pixels.height} px, ${millimetres}`;
}
