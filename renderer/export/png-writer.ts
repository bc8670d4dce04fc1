/** Writes a picture as a PNG of exactly the announced size, which also says how large it is on paper. */
import type { Picture } from "./compose-picture";
import { fontsLoaded, paintPicture, wordsIn } from "./picture-painter";
import { withDensity } from "./png-density";

export async function writePng(picture: Picture): Promise<Uint8Array> {
  const { pixels, millimetres } = picture.size;
  const canvas = document.createElement("canvas");
  canvas.width = pixels.width;
  canvas.height = pixels.height;
  const context = canvas.getContext("2d");
  if (context === null) throw new Error("No 2D canvas could be made for the picture.");
  await fontsLoaded(wordsIn(picture), document.fonts);
  paintPicture(context, picture, pixels);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, "image/png");
  });
  if (blob === null)
    throw new Error(`A canvas of ${pixels.width} x ${pixels.height} could not be written as PNG.`);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return withDensity(bytes, pixels.width / millimetres.width);
}
