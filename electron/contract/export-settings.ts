/** What one export is made of: its subject, format, size, ground and what stands beside it; the same settings of the same recording make the same picture anywhere. */

export type ExportSubject =
  /** The part of the graph that is seen in the window. */
  | { readonly kind: "view" }
  | { readonly kind: "whole" }
  /** What is selected, with its names and the references between. */
  | { readonly kind: "selection" }
  /** Module-level steps, both ends included. */
  | {
      readonly kind: "filmstrip";
      readonly from: number;
      readonly to: number;
      readonly columns: number;
    }
  | {
      readonly kind: "animation";
      readonly from: number;
      readonly to: number;
      readonly speed: AnimationSpeed;
    }
  | { readonly kind: "timeline" };

export type AnimationSpeed = 0.5 | 1 | 2;

export type StillFormat = "png" | "svg" | "pdf";
export type MovingFormat = "gif" | "webm";
export type PictureFormat = StillFormat | MovingFormat;

export type PictureSize =
  | { readonly kind: "slide" | "slide-2x" | "paper-column" | "paper-full" }
  /** Pixels for each unit of the drawing; on paper it is as large as at 1. */
  | { readonly kind: "scale"; readonly scale: number };

export type PictureGround = "white" | "transparent" | "theme" | "print";

export interface PictureInclusions {
  readonly legend: boolean;
  readonly caption: boolean;
  readonly stepNumber: boolean;
  readonly codeLine: boolean;
}

export interface ExportSettings {
  readonly subject: ExportSubject;
  readonly format: PictureFormat;
  readonly size: PictureSize;
  readonly ground: PictureGround;
  /** The colours of the ground `theme`, and of a transparent picture that wants them. */
  readonly theme: "light" | "dark";
  /** Transparent pictures mostly go onto white. */
  readonly transparentColours: "light" | "theme";
  readonly include: PictureInclusions;
  /** Memory addresses differ from run to run and say nothing to a reader. */
  readonly anonymise: boolean;
}

export const FIRST_SETTINGS: ExportSettings = {
  subject: { kind: "whole" },
  format: "png",
  size: { kind: "scale", scale: 2 },
  ground: "white",
  theme: "light",
  transparentColours: "light",
  include: { legend: true, caption: true, stepNumber: false, codeLine: false },
  anonymise: false,
};

export const LARGEST_SCALE = 100;
export const MOST_COLUMNS = 20;
/** Of a filmstrip: more are too small to read. */
export const MOST_FRAMES = 120;

export function formatsOf(subject: ExportSubject["kind"]): readonly PictureFormat[] {
  return subject === "animation" ? ["gif", "webm"] : ["png", "svg", "pdf"];
}

export function isStill(format: PictureFormat): format is StillFormat {
  return format === "png" || format === "svg" || format === "pdf";
}

/** Undefined for anything that is not the settings of an export, or asks for a film of what stands still. */
export function exportSettingsOf(value: unknown): ExportSettings | undefined {
  if (!isRecord(value)) return undefined;
  const subject = subjectOf(value["subject"]);
  const size = sizeOf(value["size"]);
  const include = inclusionsOf(value["include"]);
  const ground = oneOf(value["ground"], ["white", "transparent", "theme", "print"]);
  const theme = oneOf(value["theme"], ["light", "dark"]);
  const transparentColours = oneOf(value["transparentColours"], ["light", "theme"]);
  const { anonymise } = value;
  if (subject === undefined || size === undefined || include === undefined) return undefined;
  if (ground === undefined || theme === undefined || transparentColours === undefined)
    return undefined;
  const format = oneOf(value["format"], formatsOf(subject.kind));
  if (format === undefined || typeof anonymise !== "boolean") return undefined;
  return { subject, format, size, ground, theme, transparentColours, include, anonymise };
}

function subjectOf(value: unknown): ExportSubject | undefined {
  if (!isRecord(value)) return undefined;
  const kind = oneOf(value["kind"], [
    "view",
    "whole",
    "selection",
    "filmstrip",
    "animation",
    "timeline",
  ]);
  if (kind === undefined) return undefined;
  if (kind !== "filmstrip" && kind !== "animation") return { kind };
  const { from, to, columns } = value;
  if (!isCount(from) || !isCount(to) || from > to) return undefined;
  if (kind === "animation") {
    const speed = oneOf(value["speed"], [0.5, 1, 2]);
    return speed === undefined ? undefined : { kind, from, to, speed };
  }
  const isColumns = isCount(columns) && columns >= 1 && columns <= MOST_COLUMNS;
  if (to - from >= MOST_FRAMES) return undefined;
  return isColumns ? { kind, from, to, columns } : undefined;
}

function sizeOf(value: unknown): PictureSize | undefined {
  if (!isRecord(value)) return undefined;
  const { scale } = value;
  const preset = oneOf(value["kind"], ["slide", "slide-2x", "paper-column", "paper-full"]);
  if (preset !== undefined) return { kind: preset };
  const isScale = typeof scale === "number" && scale > 0 && scale <= LARGEST_SCALE;
  return value["kind"] === "scale" && isScale ? { kind: "scale", scale } : undefined;
}

function inclusionsOf(value: unknown): PictureInclusions | undefined {
  if (!isRecord(value)) return undefined;
  const { legend, caption, stepNumber, codeLine } = value;
  if (typeof legend !== "boolean" || typeof caption !== "boolean") return undefined;
  if (typeof stepNumber !== "boolean" || typeof codeLine !== "boolean") return undefined;
  return { legend, caption, stepNumber, codeLine };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isCount(value: unknown): value is number {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}

function oneOf<const Choice>(value: unknown, choices: readonly Choice[]): Choice | undefined {
  return choices.find((choice) => choice === value);
}
