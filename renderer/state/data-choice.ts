/** The data a person can export: what each is called, with what its file ends, and what its text is made of. */
import type { DataEnding } from "../../electron/contract/requests";
import type { CollectionSummary } from "../../electron/contract/object-detail";
import type { StepSummary } from "../../electron/contract/session-events";
import type { TypeTable } from "../../electron/contract/type-table";
import {
  writeCollectionsCsv,
  writeObjectsCsv,
  writeReferencesCsv,
  writeStepsCsv,
  writeTypesCsv,
} from "../../electron/data-formats/csv-tables";
import { writeDot } from "../../electron/data-formats/dot-writer";
import type { GraphFacts } from "../../electron/data-formats/graph-facts";
import { writeGraphml } from "../../electron/data-formats/graphml-writer";
import { writeGraphJson } from "../../electron/data-formats/json-writer";
import { writeMermaid } from "../../electron/data-formats/mermaid-writer";

export type DataFormat = "json" | "dot" | "graphml" | "mermaid" | "csv";
export type DataTable = "objects" | "references" | "types" | "collections" | "steps";

export type DataChoice =
  | { readonly format: Exclude<DataFormat, "csv"> }
  | { readonly format: "csv"; readonly table: DataTable };

/** Of a step its picture and its types, of the recording what is about all steps. */
export interface DataSource {
  readonly facts: GraphFacts;
  readonly types: TypeTable;
  readonly collections: readonly CollectionSummary[];
  readonly steps: readonly StepSummary[];
}

export function endingOf({ format }: DataChoice): DataEnding {
  return format === "mermaid" ? "mmd" : format;
}

/** `types` in `cycle-step08-types.csv`; empty for the graph itself. */
export function partOf(choice: DataChoice): string {
  return choice.format === "csv" ? choice.table : "";
}

export function isOfStep(choice: DataChoice): boolean {
  return choice.format !== "csv" || (choice.table !== "collections" && choice.table !== "steps");
}

export function dataTitle(choice: DataChoice): string {
  switch (choice.format) {
    case "json":
      return "JSON";
    case "dot":
      return "DOT";
    case "graphml":
      return "GraphML";
    case "mermaid":
      return "Mermaid";
    case "csv":
      return `CSV of ${choice.table}`;
  }
}

export function dataText(choice: DataChoice, source: DataSource): string {
  switch (choice.format) {
    case "json":
      return writeGraphJson(source.facts);
    case "dot":
      return writeDot(source.facts);
    case "graphml":
      return writeGraphml(source.facts);
    case "mermaid":
      return writeMermaid(source.facts);
    case "csv":
      return tableText(choice.table, source);
  }
}

function tableText(table: DataTable, { facts, types, collections, steps }: DataSource): string {
  switch (table) {
    case "objects":
      return writeObjectsCsv(facts);
    case "references":
      return writeReferencesCsv(facts);
    case "types":
      return writeTypesCsv(types);
    case "collections":
      return writeCollectionsCsv(collections);
    case "steps":
      return writeStepsCsv(steps);
  }
}
