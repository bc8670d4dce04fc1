/** Writes a WebM film frame by frame from a canvas: VP9, or VP8 where there is no VP9. */
import {
  BufferTarget,
  canEncodeVideo,
  CanvasSource,
  Output,
  QUALITY_VERY_HIGH,
  WebMOutputFormat,
} from "mediabunny";

export interface WebmWriter {
  /** Takes what the canvas shows now; both in milliseconds. */
  add(from: number, until: number): Promise<void>;
  finish(): Promise<Uint8Array<ArrayBuffer>>;
}

export async function createWebmWriter(
  canvas: OffscreenCanvas,
  framesPerSecond: number,
): Promise<WebmWriter> {
  const { width, height } = canvas;
  const wanted = { quality: QUALITY_VERY_HIGH, hardwareAcceleration: "prefer-software" } as const;
  const codecs = ["vp9", "vp8"] as const;
  const possible = await Promise.all(
    codecs.map((codec) => canEncodeVideo(codec, { ...wanted, width, height })),
  );
  const codec = codecs.find((_, index) => possible[index] === true);
  if (codec === undefined)
    throw new Error(`No WebM of ${width} x ${height} pixels can be written here.`);
  const output = new Output({ format: new WebMOutputFormat(), target: new BufferTarget() });
  const source = new CanvasSource(canvas, { ...wanted, codec, keyFrameInterval: 2 });
  output.addVideoTrack(source, { frameRate: framesPerSecond });
  await output.start();
  return {
    add: (from, until) => source.add(from / 1000, (until - from) / 1000),
    async finish() {
      await output.finalize();
      const { buffer } = output.target;
      if (buffer === null) throw new Error("The film was not finished.");
      return new Uint8Array(buffer);
    },
  };
}
