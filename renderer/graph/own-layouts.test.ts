import { expect, test } from "vitest";
import type { NodeTier, SubgraphView, UnionGraph } from "../../electron/contract/subgraph-view";
import { nodeOf, unionOf, viewOf } from "../test-support/recording-samples";
import { createOwnLayouts } from "./own-layouts";

const plain = unionOf(1, "o1", "o2", "o3", "o4");
const mixed: UnionGraph = {
  ...plain,
  nodes: plain.nodes.map((node, index) => (index < 2 ? node : { ...node, tier: "compact" })),
};
const view = (tier: NodeTier | undefined, ...ids: readonly string[]): SubgraphView =>
  viewOf(0, ...ids.map((id) => nodeOf(id, tier === undefined ? {} : { tier })));
const ids = ({ nodes }: UnionGraph): readonly string[] => nodes.map(({ id }) => id);

test("a recording that never needs pills has one layout for everything", () => {
  const layout = createOwnLayouts()(plain, view(undefined, "o1"), {
    focus: { node: "o1", depth: 1 },
  });
  expect(layout).toEqual({ key: "", union: plain });
});

test("cards and pills stand in a layout each, whole and the same in every step", () => {
  const layouts = createOwnLayouts();
  const cards = layouts(mixed, view(undefined, "o1"), {});
  expect(ids(cards.union)).toEqual(["o1", "o2"]);
  const pills = layouts(mixed, view("compact", "o1", "o4"), {});
  expect(pills.union.nodes.map(({ tier }) => tier)).toEqual(Array(4).fill("compact"));
  expect(layouts(mixed, view("compact", "o2"), {}).union).toBe(pills.union);
  expect(pills.key).not.toBe(cards.key);
});

test("a focus has a layout of what was seen in it, which only grows", () => {
  const layouts = createOwnLayouts();
  const shape = { focus: { node: "o1", depth: 1 } } as const;
  const first = layouts(mixed, view(undefined, "o1", "o4"), shape);
  expect(ids(first.union)).toEqual(["o1", "o4"]);
  expect(first.union.nodes.every(({ tier }) => tier === undefined)).toBe(true);
  expect(layouts(mixed, view(undefined, "o1"), shape)).toBe(first);
  expect(ids(layouts(mixed, view(undefined, "o3"), shape).union)).toEqual(["o1", "o3", "o4"]);
});
