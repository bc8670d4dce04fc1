/** Draws and encodes a film off the window's thread; ended from outside when nobody wants it any more. */
import type { ExportSettings } from "../../../electron/contract/export-settings";
import type { PictureProgress } from "../../../electron/contract/picture-job";
import type { PictureContent } from "../picture-content";
import { paintPicture } from "../picture-painter";
import { type Film, FRAMES_PER_SECOND, makeFilm } from "./film";
import { type FontRule, loadFonts } from "./font-rules";
import { gifPalette } from "./gif-palette";
import { createGifWriter } from "./gif-writer";
import { createWebmWriter } from "./webm-writer";

export interface FilmOrder {
  readonly settings: ExportSettings;
  readonly content: PictureContent;
  readonly fonts: readonly FontRule[];
}

export type FilmNews =
  | { readonly kind: "progress"; readonly progress: PictureProgress }
  | { readonly kind: "finished"; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: "failed"; readonly reason: string };

addEventListener("message", (event: MessageEvent<FilmOrder>) => {
  shoot(event.data).then(
    (bytes) => tell({ kind: "finished", bytes }, [bytes.buffer]),
    (error: unknown) =>
      tell({ kind: "failed", reason: error instanceof Error ? error.message : String(error) }),
  );
});

async function shoot({ settings, content, fonts }: FilmOrder): Promise<Uint8Array<ArrayBuffer>> {
  const film = makeFilm(settings, content);
  if (film.size.tooLarge !== undefined) throw new Error(film.size.tooLarge);
  const ownFonts: unknown = Reflect.get(globalThis, "fonts");
  if (isFontSet(ownFonts)) await loadFonts(fonts, ownFonts, charactersOf(film));
  return settings.format === "gif" ? shootGif(film) : shootWebm(film);
}

/** The set's own class is not to be had in a worker. */
function isFontSet(value: unknown): value is FontFaceSet {
  return typeof value === "object" && value !== null && "add" in value && "load" in value;
}

async function shootGif(film: Film): Promise<Uint8Array<ArrayBuffer>> {
  const { pixels } = film.size;
  const { context } = easel(film, true);
  const writer = createGifWriter(pixels, gifPalette(film.theme, film.background));
  for (const [index, frame] of film.frames.entries()) {
    if (isHeld(film, index)) writer.hold(frame.until);
    else {
      paintPicture(context, film.pictureAt(frame), pixels);
      writer.add(context.getImageData(0, 0, pixels.width, pixels.height).data, frame.until);
    }
    tellProgress(film, index);
  }
  return writer.finish();
}

async function shootWebm(film: Film): Promise<Uint8Array<ArrayBuffer>> {
  const { canvas, context } = easel(film, false);
  const writer = await createWebmWriter(canvas, FRAMES_PER_SECOND.webm);
  for (const [index, frame] of film.frames.entries()) {
    if (!isHeld(film, index)) paintPicture(context, film.pictureAt(frame), film.size.pixels);
    // Each frame is encoded before the next is painted: memory does not grow with the film.
    // oxlint-disable-next-line eslint/no-await-in-loop
    await writer.add(frame.from, frame.until);
    tellProgress(film, index);
  }
  return writer.finish();
}

function easel(film: Film, isRead: boolean) {
  const { width, height } = film.size.pixels;
  const canvas = new OffscreenCanvas(width, height);
  // Without a graphics card's help the same picture has the same pixels.
  const context = canvas.getContext("2d", { alpha: false, willReadFrequently: isRead });
  if (context === null) throw new Error(`No canvas of ${width} x ${height} pixels could be made.`);
  return { canvas, context };
}

/** The step at rest that the frame before shows already. */
function isHeld({ frames }: Film, index: number): boolean {
  const [before, now] = [frames[index - 1], frames[index]];
  if (before === undefined || now === undefined || before.step !== now.step) return false;
  return before.moment === undefined && now.moment === undefined;
}

function charactersOf(film: Film): string {
  const held = film.frames.filter(
    ({ moment }, index) => moment === undefined && !isHeld(film, index),
  );
  const words = held.flatMap((frame) => {
    const { parts, beside } = film.pictureAt(frame);
    const primitives = [...parts, ...beside].flatMap((part) => part.primitives);
    return primitives.flatMap((one) => (one.kind === "text" ? [one.text] : []));
  });
  return [...new Set(words.join(""))].join("");
}

function tellProgress({ frames }: Film, index: number): void {
  if (index % 5 === 0) tell({ kind: "progress", progress: { done: index, of: frames.length } });
}

function tell(news: FilmNews, transfer: Transferable[] = []): void {
  postMessage(news, { transfer });
}
