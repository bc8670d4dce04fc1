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
import { firstRange, withRange, withSubject } from "./settings-changes";

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
  ["animation", "Animation"],
  ["timeline", "Timeline"],
] as const;
const SPEEDS = [
  [0.5, "0.5×"],
  [1, "1×"],
  [2, "2×"],
] as const;

type Offered = (typeof SUBJECTS)[number][0];

export function ExportSubjectChoice({
  settings,
  content,
  onChange,
}: ExportSubjectChoiceProps): ReactElement {
  const { subject } = settings;
  const choose = (subjectNow: ExportSubject): void => onChange(withSubject(settings, subjectNow));
  const subjectOf = (kind: Offered): ExportSubject => {
    const range = firstRange(content.steps[0]?.step.step ?? 0, content.lastStep);
    if (kind === "filmstrip") return { kind, ...range, columns: 2 };
    return kind === "animation" ? { kind, ...range, speed: 1 } : { kind };
  };
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
        <div className="export-numbers">
          <RangeFields subject={subject} lastStep={content.lastStep} onChange={choose} />
          <ExportNumber
            name="columns"
            label="Columns"
            value={subject.columns}
            least={1}
            most={MOST_COLUMNS}
            onChange={(columns) => choose({ ...subject, columns })}
          />
        </div>
      ) : null}
      {subject.kind === "animation" ? (
        <>
          <div className="export-numbers">
            <RangeFields subject={subject} lastStep={content.lastStep} onChange={choose} />
          </div>
          <ExportChoice
            name="speed"
            title="Speed"
            options={SPEEDS}
            chosen={subject.speed}
            onChoose={(speed) => choose({ ...subject, speed })}
          />
        </>
      ) : null}
    </>
  );
}

interface RangeFieldsProps {
  readonly subject: Extract<ExportSubject, { from: number }>;
  readonly lastStep: number;
  onChange(subject: ExportSubject): void;
}

function RangeFields({ subject, lastStep, onChange }: RangeFieldsProps): ReactElement {
  return (
    <>
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
    </>
  );
}
