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
  if (isSeveral(subject) === isSeveral(settings.subject)) return { ...settings, subject, format };
  const told = isSeveral(subject);
  const include = { ...settings.include, stepNumber: told, codeLine: told };
  return { ...settings, subject, format, include };
}

/** The last steps, as many as are seen at a glance. */
export function firstFilmstrip(step: number, lastStep: number): ExportSubject {
  const to = Math.min(lastStep, Math.max(step, 3) + 1);
  const from = Math.max(0, to - 3);
  return { kind: "filmstrip", from, to, columns: 2 };
}

/** The other end goes along where the range would be empty or too long. */
export function withRange(
  subject: Extract<ExportSubject, { kind: "filmstrip" }>,
  change: { readonly from?: number; readonly to?: number },
): ExportSubject {
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
