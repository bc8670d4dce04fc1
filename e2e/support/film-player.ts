/** Decodes films with Chromium's own decoders: what our writers wrote must play in a program that is not ours. */
import type { ElectronApplication, Page } from "@playwright/test";

export interface DecodedGif {
  readonly width: number;
  readonly height: number;
  /** Milliseconds of each frame. */
  readonly durations: readonly number[];
  /** How many pixels of each frame have the colour that was asked for. */
  readonly pixels: readonly number[];
}

/** `colour` in hexadecimal, without `#`. */
export function decodeGif(page: Page, file: Uint8Array, colour: string): Promise<DecodedGif> {
  return page.evaluate(
    async ({ base64, wanted }) => {
      const data = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const decoder = new ImageDecoder({ data, type: "image/gif" });
      await decoder.tracks.ready;
      await decoder.completed;
      const count = decoder.tracks.selectedTrack?.frameCount ?? 0;
      const [durations, pixels]: [number[], number[]] = [[], []];
      let size = { width: 0, height: 0 };
      for (let frameIndex = 0; frameIndex < count; frameIndex += 1) {
        const { image } = await decoder.decode({ frameIndex });
        size = { width: image.displayWidth, height: image.displayHeight };
        const canvas = new OffscreenCanvas(size.width, size.height);
        const context = canvas.getContext("2d")!;
        context.drawImage(image, 0, 0);
        const words = new Uint32Array(
          context.getImageData(0, 0, size.width, size.height).data.buffer,
        );
        const [red, green, blue] = [0, 2, 4].map((at) => parseInt(wanted.slice(at, at + 2), 16));
        const sought = ((255 << 24) | (blue! << 16) | (green! << 8) | red!) >>> 0;
        durations.push((image.duration ?? 0) / 1000);
        pixels.push(words.filter((pixel) => pixel === sought).length);
        image.close();
      }
      return { ...size, durations, pixels };
    },
    { base64: Buffer.from(file).toString("base64"), wanted: colour },
  );
}

export interface PlayedFilm {
  readonly width: number;
  readonly height: number;
  /** Milliseconds. */
  readonly duration: number;
}

/** In a page of its own: the app's allows no films. */
export function playWebm(app: ElectronApplication, file: Uint8Array): Promise<PlayedFilm> {
  return app.evaluate(async ({ BrowserWindow }, base64) => {
    const window = new BrowserWindow({ show: false });
    try {
      await window.loadURL("about:blank");
      const played: unknown = await window.webContents
        .executeJavaScript(`new Promise((done, failed) => {
        const video = document.createElement("video");
        video.onseeked = () => done({ width: video.videoWidth, height: video.videoHeight, duration: video.duration * 1000 });
        video.onloadeddata = () => { video.currentTime = video.duration - 0.1; };
        video.onerror = () => failed(new Error(video.error.message));
        video.src = "data:video/webm;base64,${base64}";
      })`);
      return played as PlayedFilm;
    } finally {
      window.destroy();
    }
  }, Buffer.from(file).toString("base64"));
}
