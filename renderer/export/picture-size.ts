/** How large a picture becomes: in pixels, on paper, and how small its smallest words are there. */
import type { PictureSize } from "../../electron/contract/export-settings";
import type { Rect, Size } from "../graph/geometry";

export interface OutputSize {
  /** Whole pixels. */
  readonly pixels: Size;
  readonly millimetres: Size;
  /** Pixels for each unit of the drawing. */
  readonly scale: number;
  /** The wish was larger than a picture of pixels can be. */
  readonly clamped: boolean;
}

/** Measured in Electron: a canvas of 16384 x 16384 pixels works, a larger one stays empty; nor may a side be longer. */
export const MOST_PIXELS = 268_435_456;
export const LONGEST_SIDE = 65_535;

export const MILLIMETRES_PER_INCH = 25.4;
const UNITS_PER_INCH = 96;
export const POINTS_PER_INCH = 72;
const PAPER_DOTS_PER_INCH = 300;
/** A wide slide in the usual programs is 13.33 inches across. */
const SLIDE_MILLIMETRES = { width: 338.67, height: 190.5 } as const;

/** `frame` grown to the shape that the size prescribes, its content in the middle. */
export function framed(frame: Rect, size: PictureSize): Rect {
  if (size.kind !== "slide" && size.kind !== "slide-2x") return frame;
  const width = Math.max(frame.width, (frame.height * 16) / 9);
  const height = Math.max(frame.height, (frame.width * 9) / 16);
  return {
    x: frame.x - (width - frame.width) / 2,
    y: frame.y - (height - frame.height) / 2,
    width,
    height,
  };
}

/** `natural`: pixels for a unit at scale 1. */
export function outputSize(frame: Rect, size: PictureSize, natural: number = 1): OutputSize {
  const wished = wishedWidth(frame, size, natural) / frame.width;
  const largest = Math.min(
    Math.sqrt(MOST_PIXELS / (frame.width * frame.height)),
    LONGEST_SIDE / frame.width,
    LONGEST_SIDE / frame.height,
  );
  const scale = Math.min(wished, largest);
  const clamped = scale < wished;
  const whole = clamped ? Math.floor : Math.round;
  const pixels = {
    width: Math.max(1, whole(frame.width * scale)),
    height: Math.max(1, whole(frame.height * scale)),
  };
  return { pixels, millimetres: paperSize(frame, size, natural), scale, clamped };
}

function wishedWidth(frame: Rect, size: PictureSize, natural: number): number {
  switch (size.kind) {
    case "slide":
      return 1920;
    case "slide-2x":
      return 3840;
    case "paper-column":
    case "paper-full":
      return Math.round((paperWidth(size.kind) / MILLIMETRES_PER_INCH) * PAPER_DOTS_PER_INCH);
    case "scale":
      return frame.width * natural * size.scale;
  }
}

function paperSize(frame: Rect, size: PictureSize, natural: number): Size {
  const width = ((): number => {
    switch (size.kind) {
      case "slide":
      case "slide-2x":
        return SLIDE_MILLIMETRES.width;
      case "paper-column":
      case "paper-full":
        return paperWidth(size.kind);
      case "scale":
        return (frame.width * natural * MILLIMETRES_PER_INCH) / UNITS_PER_INCH;
    }
  })();
  return { width: rounded(width), height: rounded((width * frame.height) / frame.width) };
}

/** In millimetres. */
function paperWidth(kind: "paper-column" | "paper-full"): number {
  return kind === "paper-column" ? 85 : 178;
}

function rounded(millimetres: number): number {
  return Math.round(millimetres * 100) / 100;
}

/** Undefined when nothing had to be reduced. */
export function clampMessage(size: OutputSize): string | undefined {
  return size.clamped ? "Larger than 268 megapixels. Use SVG or PDF." : undefined;
}
