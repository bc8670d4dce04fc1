/** Data in the export dialog: which format and table, and the beginning of the text in place of the picture. */
import { type ReactElement, useEffect, useState } from "react";
import type { DataChoice, DataFormat, DataTable } from "../state/data-choice";
import { isOfStep } from "../state/data-choice";
import { ExportChoice } from "./export-choice";

const FORMATS: readonly (readonly [DataFormat, string])[] = [
  ["json", "JSON"],
  ["dot", "DOT"],
  ["graphml", "GraphML"],
  ["mermaid", "Mermaid"],
  ["csv", "CSV"],
];
const TABLES: readonly (readonly [DataTable, string])[] = [
  ["objects", "Objects"],
  ["references", "References"],
  ["types", "Types"],
  ["collections", "Collections"],
  ["steps", "Steps"],
];

interface DataFormatChoiceProps {
  /** Undefined while a picture is chosen. */
  readonly chosen: DataChoice | undefined;
  onChoose(choice: DataChoice): void;
}

/** Radios of the same group as the formats of pictures: one of them all is chosen. */
export function DataFormatChoice({ chosen, onChoose }: DataFormatChoiceProps): ReactElement {
  return (
    <ExportChoice<DataFormat | "">
      name="format"
      title="Data"
      options={FORMATS}
      chosen={chosen?.format ?? ""}
      onChoose={(format) => {
        if (format === "csv") onChoose({ format, table: "objects" });
        else if (format !== "") onChoose({ format });
      }}
    />
  );
}

interface DataOptionsProps {
  readonly choice: DataChoice;
  onChoose(choice: DataChoice): void;
}

export function DataOptions({ choice, onChoose }: DataOptionsProps): ReactElement {
  return (
    <>
      {choice.format === "csv" ? (
        <ExportChoice
          name="table"
          title="Table"
          options={TABLES}
          chosen={choice.table}
          onChoose={(table) => onChoose({ format: "csv", table })}
        />
      ) : null}
      <p className="export-note">{noteOn(choice)}</p>
    </>
  );
}

function noteOn(choice: DataChoice): string {
  if (!isOfStep(choice)) return "Of the whole recording, one row for each.";
  switch (choice.format) {
    case "json":
      return "The graph of this step with counts, sizes and states, one line for each object.";
    case "dot":
      return "The graph of this step for Graphviz, with cycles as clusters.";
    case "graphml":
      return "The graph of this step with typed attributes, for networkx, yEd or Gephi.";
    case "mermaid":
      return "The graph of this step as a flowchart, for Markdown pages that draw Mermaid.";
    case "csv":
      return "Of this step. Texts that a spreadsheet would run as a formula begin with an apostrophe.";
  }
}

/** Enough to see what it is. */
const LINES_SHOWN = 60;
const CHARACTERS_SHOWN = 8_000;

interface DataPreviewProps {
  readonly choice: DataChoice;
  textOf(choice: DataChoice): Promise<string | undefined>;
}

export function DataPreview({ choice, textOf }: DataPreviewProps): ReactElement {
  const [text, setText] = useState<string>();
  useEffect(() => {
    let isCurrent = true;
    const show = (arrived: string | undefined): void => {
      if (isCurrent) setText(arrived ?? "");
    };
    textOf(choice).then(show, () => show("The session has ended, so there is nothing to show."));
    return () => {
      isCurrent = false;
    };
  }, [choice, textOf]);
  const lines = (text ?? "").split(/\r?\n/);
  const whole = lines.slice(0, LINES_SHOWN).join("\n");
  const beginning = whole.slice(0, CHARACTERS_SHOWN);
  const isWhole = lines.length <= LINES_SHOWN && whole === beginning;
  return (
    <div className="export-preview data" aria-busy={text === undefined}>
      {/* A long text is walked through with the keyboard, too. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre data-testid="export-text" aria-label="Preview of the text" tabIndex={0}>
        {isWhole ? beginning : `${beginning}\n…`}
      </pre>
      <p data-testid="export-size">{text === undefined ? "Writing the text…" : sizeWords(text)}</p>
    </div>
  );
}

/** `24 lines, 1.9 KB`. */
function sizeWords(text: string): string {
  const lines = text.split("\n").length - 1;
  const size = new TextEncoder().encode(text).length;
  const kilobytes = `${(size / 1000).toFixed(1)} KB`;
  return `${lines.toLocaleString("en-US")} ${lines === 1 ? "line" : "lines"}, ${size < 1000 ? `${size} B` : kilobytes}`;
}
