import { expect, test } from "vitest";
import { classicCycle, step8 } from "../../electron/data-formats/classic-cycle-for-tests";
import { graphFacts } from "../../electron/data-formats/graph-facts";
import {
  type DataChoice,
  dataText,
  dataTitle,
  endingOf,
  isOfStep,
  partOf,
  type DataSource,
} from "./data-choice";

const source: DataSource = {
  facts: graphFacts(classicCycle(), step8),
  types: { rows: [], steps: [] },
  collections: [],
  steps: [],
};

test.each<[DataChoice, string, string, RegExp]>([
  [{ format: "json" }, "JSON", ".json", /^\{\n {2}"schema": "ouroscope-graph\/1"/],
  [{ format: "dot" }, "DOT", ".dot", /^digraph \{/],
  [{ format: "graphml" }, "GraphML", ".graphml", /^<\?xml/],
  [{ format: "mermaid" }, "Mermaid", ".mmd", /^flowchart LR/],
  [{ format: "csv", table: "objects" }, "CSV of objects", "-objects.csv", /^id,key,kind,/],
  [{ format: "csv", table: "references" }, "CSV of references", "-references.csv", /^from,/],
  [{ format: "csv", table: "types" }, "CSV of types", "-types.csv", /^type,count,/],
  [{ format: "csv", table: "collections" }, "CSV of collections", "-collections.csv", /^step,g/],
  [{ format: "csv", table: "steps" }, "CSV of steps", "-steps.csv", /^step,inner,/],
])("%o is called %s and ends with %s", (choice, title, ending, text) => {
  expect(dataTitle(choice)).toBe(title);
  const part = partOf(choice);
  expect(`${part === "" ? "" : `-${part}`}.${endingOf(choice)}`).toBe(ending);
  expect(dataText(choice, source)).toMatch(text);
});

test("collections and steps are of the whole recording, everything else of one step", () => {
  expect(isOfStep({ format: "csv", table: "steps" })).toBe(false);
  expect(isOfStep({ format: "csv", table: "collections" })).toBe(false);
  expect(isOfStep({ format: "csv", table: "types" })).toBe(true);
  expect(isOfStep({ format: "dot" })).toBe(true);
});
