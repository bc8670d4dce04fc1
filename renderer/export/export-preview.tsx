/** The picture as it will be saved, drawn small, with its size in words; it can be dragged into another program. */
import { type DragEvent, type ReactElement, useEffect, useRef } from "react";
import type { PictureFormat } from "../../electron/contract/export-settings";
import type { Picture } from "./compose-picture";
import { paintPicture } from "./picture-painter";

interface ExportPreviewProps {
  /** Undefined while its steps are gathered. */
  readonly picture: Picture | undefined;
  readonly format: PictureFormat;
  /** The person began to drag; with a small PNG of it. */
  onDrag(thumbnail: Uint8Array): void;
}

const ROOM = { width: 600, height: 420 };
/** In points; smaller words cannot be read on paper. */
const SMALLEST_READABLE = 6;
const THUMBNAIL = 160;

export function ExportPreview({ picture, format, onDrag }: ExportPreviewProps): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = picture?.frame ?? { width: 400, height: 300 };
  const shrink = Math.min(1, ROOM.width / width, ROOM.height / height);
  const shown = { width: Math.round(width * shrink), height: Math.round(height * shrink) };
  const ratio = window.devicePixelRatio;
  const pixels = {
    width: Math.max(1, Math.round(shown.width * ratio)),
    height: Math.max(1, Math.round(shown.height * ratio)),
  };
  useEffect(() => {
    const context = canvas.current?.getContext("2d");
    if (picture === undefined || context === null || context === undefined) return;
    paintPicture(context, picture, pixels);
  });
  const startDrag = (event: DragEvent): void => {
    event.preventDefault();
    void thumbnailOf(canvas.current).then(onDrag);
  };
  const tiny = (picture?.smallestText ?? SMALLEST_READABLE) < SMALLEST_READABLE;
  return (
    <div className="export-preview" aria-busy={picture === undefined}>
      <div
        draggable={picture !== undefined}
        onDragStart={startDrag}
        title="Drag it into another program"
      >
        <canvas
          ref={canvas}
          className={picture?.background === undefined ? "clear" : ""}
          {...pixels}
          style={shown}
          role="img"
          aria-label={`Preview: ${picture?.title ?? ""}`}
        />
      </div>
      <p data-testid="export-size">
        {picture === undefined ? "Gathering the steps…" : sizeWords(picture, format)}
      </p>
      {tiny ? (
        <p className="export-warning" role="status" data-testid="export-small-text">
          Words smaller than {SMALLEST_READABLE} pt are hard to read on paper: choose a larger size
          or show less.
        </p>
      ) : null}
    </div>
  );
}

/** `2104 × 1224 px, 278 × 162 mm, smallest text 8.6 pt`. */
function sizeWords({ size, smallestText }: Picture, format: PictureFormat): string {
  const { pixels, millimetres } = size;
  const paper = `${Math.round(millimetres.width)} × ${Math.round(millimetres.height)} mm`;
  const text = smallestText === undefined ? "" : `, smallest text ${smallestText} pt`;
  if (format === "svg" || format === "pdf") return `Vector, ${paper}${text}`;
  return `${pixels.width} × ${pixels.height} px, ${paper}${text}`;
}

async function thumbnailOf(canvas: HTMLCanvasElement | null): Promise<Uint8Array> {
  const small = new OffscreenCanvas(THUMBNAIL, THUMBNAIL);
  if (canvas !== null) {
    const by = Math.min(THUMBNAIL / canvas.width, THUMBNAIL / canvas.height);
    small.getContext("2d")?.drawImage(canvas, 0, 0, canvas.width * by, canvas.height * by);
  }
  const blob = await small.convertToBlob({ type: "image/png" });
  return new Uint8Array(await blob.arrayBuffer());
}
