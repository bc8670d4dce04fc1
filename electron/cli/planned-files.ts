/** Which files an export makes of a recording, and what goes into each. */
import fs from "node:fs";
import path from "node:path";
import { exportName } from "../contract/export-names";
import { type ExportSettings, MOST_FRAMES } from "../contract/export-settings";
import type { StepSummary } from "../contract/session-events";
import { type DataFormatId, dataFormats } from "../data-formats/data-formats";
import type { ExportCommand, ExportWish, RecordingTable } from "./export-command-line";
import { chosenSteps } from "./step-choice";

export interface PlannedFile {
  /** Undefined: stdout. */
  readonly file: string | undefined;
  /** What it is of, or the first of several. */
  readonly step: StepSummary;
  readonly content: PlannedContent;
}

export type PlannedContent =
  | { readonly kind: "picture"; readonly settings: ExportSettings }
  | { readonly kind: "data"; readonly format: DataFormatId }
  | { readonly kind: "table"; readonly table: RecordingTable };

/** A sentence when the recording has no such steps or they cannot become what is wished. */
export function planFiles(
  { out, steps, wish }: ExportCommand,
  script: string,
  recorded: readonly StepSummary[],
): readonly PlannedFile[] | string {
  const chosen = chosenSteps(recorded, steps);
  if (typeof chosen === "string") return chosen;
  const [first, last] = [chosen.at(0), chosen.at(-1)];
  if (first === undefined || last === undefined) return "Nothing was recorded.";
  const isOne = wish.kind === "film" || (wish.kind === "graph" && wish.columns !== undefined);
  if (isOne && chosen.length > MOST_FRAMES)
    return `${chosen.length} steps are too many for one file: choose at most ${MOST_FRAMES} with --steps.`;
  const content = contentOf(wish, { from: first.step, to: last.step });
  const files = isOfOneStep(content) ? chosen : [first];
  if (files.length > 1 && out === "-")
    return `Stdout takes one file: choose one step, or another form, such as --columns.`;
  return files.map((step) => {
    const name = nameOf({ script, step, content });
    return { file: placeOf(out, { name, step, several: files.length > 1 }), step, content };
  });
}

function contentOf(
  wish: ExportWish,
  range: { readonly from: number; readonly to: number },
): PlannedContent {
  switch (wish.kind) {
    case "graph": {
      const { columns, format, look } = wish;
      const subject: ExportSettings["subject"] =
        columns === undefined ? { kind: "whole" } : { kind: "filmstrip", ...range, columns };
      return { kind: "picture", settings: { ...look, format, subject } };
    }
    case "timeline":
      return {
        kind: "picture",
        settings: { ...wish.look, format: wish.format, subject: { kind: "timeline" } },
      };
    case "film": {
      const { format, speed, look } = wish;
      const subject = { kind: "animation", ...range, speed } as const;
      return { kind: "picture", settings: { ...look, format, subject } };
    }
    case "data":
    case "table":
      return wish;
  }
}

function isOfOneStep(content: PlannedContent): boolean {
  switch (content.kind) {
    case "picture":
      return content.settings.subject.kind === "whole";
    case "data":
      return true;
    case "table":
      return content.table === "types";
  }
}

/** For a folder. */
function nameOf(wanted: {
  readonly script: string;
  readonly step: StepSummary;
  readonly content: PlannedContent;
}): string {
  const { script, step, content } = wanted;
  const named = { script, step: step.step, inner: step.inner, whatIf: false };
  if (content.kind === "picture") return exportName(content.settings, named);
  const asPicture = exportName({ subject: { kind: "whole" }, format: "svg" }, named);
  const stem = asPicture.slice(0, -".svg".length);
  if (content.kind === "table") return `${stem}.${content.table}.csv`;
  const format = dataFormats.find(({ id }) => id === content.format);
  return `${stem}.${format?.extension ?? content.format}`;
}

function placeOf(
  out: string,
  { name, step, several }: { name: string; step: StepSummary; several: boolean },
): string | undefined {
  if (out === "-") return undefined;
  const place = path.resolve(out);
  if (fs.statSync(place, { throwIfNoEntry: false })?.isDirectory() === true)
    return path.join(place, name);
  if (!several) return place;
  const parts = path.parse(place);
  const number = String(step.step).padStart(2, "0");
  return path.join(parts.dir, `${parts.name}-step${number}${parts.ext}`);
}
