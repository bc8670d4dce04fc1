/** The data formats a picture can be exported in, for the dialog, the palette and the command line alike. */
import { writeObjectsCsv, writeReferencesCsv } from "./csv-tables";
import { writeDot } from "./dot-writer";
import type { GraphFacts } from "./graph-facts";
import { writeGraphml } from "./graphml-writer";
import { writeGraphJson } from "./json-writer";
import { writeMermaid } from "./mermaid-writer";

export type DataFormatId =
  | "json"
  | "dot"
  | "graphml"
  | "mermaid"
  | "objects-csv"
  | "references-csv";

export interface DataFormat {
  readonly id: DataFormatId;
  readonly title: string;
  /** With what a file's name ends, without the dot. */
  readonly extension: string;
  /** Text to be written as UTF-8. */
  readonly write: (facts: GraphFacts) => string;
}

export const dataFormats: readonly DataFormat[] = [
  { id: "json", title: "JSON", extension: "json", write: writeGraphJson },
  { id: "dot", title: "DOT (Graphviz)", extension: "dot", write: writeDot },
  { id: "graphml", title: "GraphML", extension: "graphml", write: writeGraphml },
  { id: "mermaid", title: "Mermaid", extension: "mmd", write: writeMermaid },
  {
    id: "objects-csv",
    title: "CSV of objects",
    extension: "objects.csv",
    write: writeObjectsCsv,
  },
  {
    id: "references-csv",
    title: "CSV of references",
    extension: "references.csv",
    write: writeReferencesCsv,
  },
];
