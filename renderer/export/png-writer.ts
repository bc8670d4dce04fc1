/** Draws a picture into a PNG of exactly the announced size, with the same painter as the screen. */
import { paintScene } from "../graph/canvas-painter";
import type { Picture } from "./picture-frame";
import { pixelSize, type PixelSize } from "./picture-size";

export async function writePng(picture: Picture, scale: number): Promise<Uint8Array> {
  const size = pixelSize(picture, scale);
  const canvas = document.createElement("canvas");
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("No 2D canvas could be made for the picture.");
  await fontsLoaded();
  paintPicture(context, picture, size);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
  if (blob === null)
    throw new Error(`A canvas of ${size.width} x ${size.height} could not be written as PNG.`);
  return new Uint8Array(await blob.arrayBuffer());
}

/** Also used for the preview. */
export function paintPicture(
  context: CanvasRenderingContext2D,
  picture: Picture,
  size: Pick<PixelSize, "width" | "height">,
): void {
  const { frame, background } = picture;
  const [x, y] = [size.width / frame.width, size.height / frame.height];
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, size.width, size.height);
  if (background !== undefined) {
    context.fillStyle = background;
    context.fillRect(0, 0, size.width, size.height);
  }
  context.setTransform(x, 0, 0, y, -frame.x * x, -frame.y * y);
  paintScene(context, picture, { visible: frame, scale: Math.max(x, 10) });
}

async function fontsLoaded(): Promise<void> {
  await Promise.all(
    ['450 12px "Inter Variable"', '450 12px "JetBrains Mono Variable"'].map((font) =>
      document.fonts.load(font),
    ),
  );
}
