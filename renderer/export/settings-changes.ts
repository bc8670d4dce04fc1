/** How one choice in the dialog changes others: what goes with a subject, a format, a size. Pure. */
import {
  type ExportSettings,
  type ExportSubject,
  formatsOf,
  MOST_FRAMES,
  type PictureSize,
} from "../../electron/contract/export-settings";

export interface Occasion {
  readonly theme: "light" | "dark";
  readonly lastStep: number;
  readonly selected: boolean;
  readonly ofSelection: boolean;
}

/** The settings a dialog opens with: those of the last time, as far as they fit what is there now. */
export function settingsFor(last: ExportSettings, occasion: Occasion): ExportSettings {
  const { theme, lastStep, selected, ofSelection } = occasion;
  const settings = { ...last, theme };
  const { subject } = last;
  if (ofSelection && selected) return withSubject(settings, { kind: "selection" });
  const isLost =
    (subject.kind === "selection" && !selected) ||
    ((subject.kind === "filmstrip" || subject.kind === "animation") && subject.to > lastStep);
  return isLost ? withSubject(settings, { kind: "whole" }) : settings;
}

/** Several steps say which is which; one step has its caption. */
export function withSubject(settings: ExportSettings, subject: ExportSubject): ExportSettings {
  const formats = formatsOf(subject.kind);
  const format = formats.includes(settings.format) ? settings.format : (formats[0] ?? "png");
  const changed = { ...settings, ...(subject.kind === "animation" ? forFilm(settings) : {}) };
  if (isSeveral(subject) === isSeveral(settings.subject)) return { ...changed, subject, format };
  const told = isSeveral(subject);
  const include = { ...settings.include, stepNumber: told, codeLine: told };
  return { ...changed, subject, format, include };
}

/** A film is watched on a screen, and on something. */
function forFilm({ subject, ground, size }: ExportSettings): Partial<ExportSettings> {
  if (subject.kind === "animation") return {};
  return {
    ground: ground === "transparent" ? "white" : ground,
    size: size.kind === "scale" ? { kind: "scale", scale: 1 } : size,
  };
}

/** The last steps, as many as are seen at a glance. */
export function firstRange(
  step: number,
  lastStep: number,
): { readonly from: number; readonly to: number } {
  const to = Math.min(lastStep, Math.max(step, 3) + 1);
  return { from: Math.max(0, to - 3), to };
}

/** The other end goes along where the range would be empty or too long. */
export function withRange<Several extends Extract<ExportSubject, { from: number }>>(
  subject: Several,
  change: { readonly from?: number; readonly to?: number },
): Several {
  const { from = subject.from, to = subject.to } = change;
  if (change.from !== undefined)
    return { ...subject, from, to: Math.min(Math.max(from, to), from + MOST_FRAMES - 1) };
  return { ...subject, from: Math.max(Math.min(from, to), to - MOST_FRAMES + 1), to };
}

/** What is printed is read by people who have no use for addresses. */
export function withSize(settings: ExportSettings, size: PictureSize): ExportSettings {
  const isPaper = size.kind === "paper-column" || size.kind === "paper-full";
  return { ...settings, size, anonymise: settings.anonymise || isPaper };
}

function isSeveral({ kind }: ExportSubject): boolean {
  return kind === "filmstrip" || kind === "animation";
}
