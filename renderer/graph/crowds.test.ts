import { expect, test } from "vitest";
import type { ViewEdge } from "../../electron/contract/subgraph-view";
import { crowdedEdges } from "./crowds";

const items = (count: number, change: Partial<ViewEdge> = {}): ViewEdge[] =>
  Array.from({ length: count }, (_, index) => ({
    id: `e:o1:o${index + 2}:reference`,
    from: "o1",
    to: `o${index + 2}`,
    kind: "reference",
    label: `[${index}]`,
    inCycle: false,
    isNew: false,
    ...change,
  }));

test("forty lines from one object are drawn one by one, more of them as a crowd", () => {
  expect(crowdedEdges(items(40)).size).toBe(0);
  expect(crowdedEdges(items(41)).size).toBe(41);
});

test("lines that tell a story never disappear in a crowd", () => {
  expect(crowdedEdges(items(60, { inCycle: true })).size).toBe(0);
  expect(crowdedEdges(items(60, { deleted: { step: 3 } })).size).toBe(0);
  expect(crowdedEdges(items(60, { kind: "name" })).size).toBe(0);
});
