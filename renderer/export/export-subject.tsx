/** "What" in the export dialog: which part of the recording, and for several steps from where to where. */
import type { ReactElement } from "react";
import {
  type ExportSettings,
  type ExportSubject,
  MOST_COLUMNS,
} from "../../electron/contract/export-settings";
import { ExportChoice } from "./export-choice";
import { ExportNumber } from "./export-number";
import type { PictureContent } from "./picture-content";
import { firstFilmstrip, withRange, withSubject } from "./settings-changes";

interface ExportSubjectChoiceProps {
  readonly settings: ExportSettings;
  readonly content: PictureContent;
  onChange(settings: ExportSettings): void;
}

const SUBJECTS = [
  ["view", "Current view"],
  ["whole", "Whole graph"],
  ["selection", "Selection"],
  ["filmstrip", "Filmstrip"],
] as const;

type Offered = (typeof SUBJECTS)[number][0];

export function ExportSubjectChoice({
  settings,
  content,
  onChange,
}: ExportSubjectChoiceProps): ReactElement {
  const { subject } = settings;
  const choose = (subjectNow: ExportSubject): void => onChange(withSubject(settings, subjectNow));
  const subjectOf = (kind: Offered): ExportSubject =>
    kind === "filmstrip"
      ? firstFilmstrip(content.steps[0]?.step.step ?? 0, content.lastStep)
      : { kind };
  return (
    <>
      <ExportChoice
        name="what"
        title="What"
        options={SUBJECTS}
        chosen={SUBJECTS.find(([kind]) => kind === subject.kind)?.[0] ?? "whole"}
        off={content.selection.length === 0 ? ["selection"] : []}
        onChoose={(kind) => choose(subjectOf(kind))}
      />
      {subject.kind === "filmstrip" ? (
        <FilmstripFields subject={subject} lastStep={content.lastStep} onChange={choose} />
      ) : null}
    </>
  );
}

interface FilmstripFieldsProps {
  readonly subject: Extract<ExportSubject, { kind: "filmstrip" }>;
  readonly lastStep: number;
  onChange(subject: ExportSubject): void;
}

function FilmstripFields({ subject, lastStep, onChange }: FilmstripFieldsProps): ReactElement {
  return (
    <div className="export-numbers">
      <ExportNumber
        name="from"
        label="Steps from"
        value={subject.from}
        least={0}
        most={lastStep}
        onChange={(from) => onChange(withRange(subject, { from }))}
      />
      <ExportNumber
        name="to"
        label="to"
        value={subject.to}
        least={0}
        most={lastStep}
        onChange={(to) => onChange(withRange(subject, { to }))}
      />
      <ExportNumber
        name="columns"
        label="Columns"
        value={subject.columns}
        least={1}
        most={MOST_COLUMNS}
        onChange={(columns) => onChange({ ...subject, columns })}
      />
    </div>
  );
}
