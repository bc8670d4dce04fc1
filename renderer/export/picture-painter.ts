/** Paints a picture on a 2D canvas of any size, on the screen or off it: preview, PNG and the frames of films. */
import { type PaintingContext, paintScene } from "../graph/canvas-painter";
import type { Size } from "../graph/geometry";
import type { FramedPicture } from "./picture-frame";

/** Small words are drawn, too: a picture may be enlarged later. */
const CLOSE_LOOK = 10;

export function paintPicture(
  context: PaintingContext,
  { frame, background, parts, clip, beside }: FramedPicture,
  size: Size,
): void {
  const [x, y] = [size.width / frame.width, size.height / frame.height];
  const options = { visible: frame, scale: Math.max(x, CLOSE_LOOK) };
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  if (background !== undefined) {
    context.fillStyle = background;
    context.fillRect(0, 0, size.width, size.height);
  }
  context.setTransform(x, 0, 0, y, -frame.x * x, -frame.y * y);
  context.save();
  if (clip !== undefined) {
    context.beginPath();
    context.rect(clip.x, clip.y, clip.width, clip.height);
    context.clip();
  }
  paintScene(context, { parts }, options);
  context.restore();
  paintScene(context, { parts: beside }, options);
}

/** Until the letters of these words are here, they would be painted in another font. Also for the fonts of a worker. */
export async function fontsLoaded(words: string, fonts: FontFaceSet): Promise<void> {
  const letters = [...new Set(words)].join("");
  await Promise.all(
    ['450 12px "Inter Variable"', '450 12px "JetBrains Mono Variable"'].map((font) =>
      fonts.load(font, letters),
    ),
  );
}

/** Everything that is written in it. */
export function wordsIn({ parts, beside }: Pick<FramedPicture, "parts" | "beside">): string {
  const texts = [...parts, ...beside].flatMap(({ primitives }) =>
    primitives.map((primitive) => (primitive.kind === "text" ? primitive.text : "")),
  );
  return texts.join("");
}
