/** What the file of an export is called: after the script and the steps in it, safe on every file system. */
import type { ExportSettings } from "./export-settings";

export interface NamedRecording {
  /** Of the script, with or without its ending. */
  readonly script: string;
  /** The one on the screen; for subjects of one step. */
  readonly step: number | undefined;
  /** Line inside a function during the step; 0: the step itself. */
  readonly inner: number;
  readonly whatIf: boolean;
}

/** In characters, which may take four bytes each: with the rest below the 255 bytes of most file systems. */
const LONGEST = 48;

/** `cycle-step08.png`, `cycle-steps06-09.svg`, `cycle-timeline.pdf`. */
export function exportName(
  { subject, format }: Pick<ExportSettings, "subject" | "format">,
  recording: NamedRecording,
): string {
  return `${safeName(recording.script)}${partOf(subject, recording)}.${format}`;
}

/** `cycle-step08.dot`, `cycle-step08-types.csv`; of the whole recording `cycle-steps.csv`. */
export function dataName(
  {
    part,
    ending,
    ofStep,
  }: { readonly part: string; readonly ending: string; readonly ofStep: boolean },
  recording: NamedRecording,
): string {
  const whatIf = ofStep && recording.whatIf ? "-what-if" : "";
  const step = ofStep ? `${stepPart(recording)}${whatIf}` : "";
  return `${safeName(recording.script)}${step}${part === "" ? "" : `-${part}`}.${ending}`;
}

function partOf(subject: ExportSettings["subject"], recording: NamedRecording): string {
  const whatIf = recording.whatIf ? "-what-if" : "";
  switch (subject.kind) {
    case "view":
    case "whole":
      return `${stepPart(recording)}${whatIf}`;
    case "selection":
      return `${stepPart(recording)}${whatIf}-selection`;
    case "filmstrip":
    case "animation":
      return `-steps${twoDigits(subject.from)}-${twoDigits(subject.to)}`;
    case "timeline":
      return "-timeline";
  }
}

function stepPart({ step, inner }: NamedRecording): string {
  if (step === undefined) return "";
  return `-step${twoDigits(step)}${inner === 0 ? "" : `-${inner}`}`;
}

function twoDigits(step: number): string {
  return String(step).padStart(2, "0");
}

/** What no file system refuses and no reader is fooled by: separators, quotes, control and direction characters go. */
function safeName(script: string): string {
  const base = script.replace(/\.(py|pyw|ipynb)$/i, "");
  const plain = base
    // Cc, Cf: line ends, and characters that turn the direction of what follows.
    .replaceAll(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]+/gu, "")
    .replaceAll(/[\\/:*?"<>|']+/g, "-");
  const short = Array.from(plain).slice(0, LONGEST).join("");
  const trimmed = short.replaceAll(/^[\s.-]+|[\s.-]+$/g, "");
  if (trimmed === "") return "graph";
  return /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(trimmed) ? `${trimmed}-script` : trimmed;
}
