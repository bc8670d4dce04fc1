/** What the inspector says about the objects of the classic cycle. */
import { describe, expect, test } from "vitest";
import { entryIndex } from "../contract/ids";
import type { ObjectDetail } from "../contract/object-detail";
import type { SubgraphView } from "../contract/subgraph-view";
import { CLASSIC_CYCLE_SCRIPT, classicCycleMessages } from "./classic-cycle-for-tests";
import { createRecorder } from "./recorder";

const recorder = createRecorder({ scriptText: CLASSIC_CYCLE_SCRIPT });
for (const message of classicCycleMessages()) recorder.accept(message);

function viewOfStep(step: number): SubgraphView {
  const summary = recorder
    .stepsFrom(entryIndex(0))
    .find((entry) => entry.step === step && entry.inner === 0);
  if (summary === undefined) throw new Error(`There is no step ${step}`);
  return recorder.view(summary.entry, { showHidden: false });
}

function inspect(step: number, key: string): ObjectDetail | undefined {
  const view = viewOfStep(step);
  const node = view.nodes.find((candidate) => candidate.key === key);
  return recorder.inspect(view.entry, node?.id ?? "");
}

describe("the inspector on the classic cycle", () => {
  test("at step 8 it does the collector's subtraction", () => {
    const detail = inspect(8, "obj1");
    expect(detail?.subtraction).toMatchObject([
      { key: "obj1", refcount: 1, inside: 1, leftOver: 0 },
      { key: "obj2", refcount: 1, inside: 1, leftOver: 0 },
    ]);
    expect(detail).toMatchObject({
      title: "MyObject, formerly obj1",
      formerly: "obj1",
      explanation:
        "Every reference left comes from inside the cycle. Nothing left over means garbage. gc.collect() finds it with this same subtraction.",
      emphasis: "Nothing left over means garbage.",
      size: 56,
      cycleSize: 112,
      finalizer: "pending",
      created: { step: 3, line: 11 },
    });
    expect(
      detail?.referencedBy.map(({ expression, remark, gone }) => [expression, remark, gone]),
    ).toEqual([
      ["obj2.ref", "MyObject", false],
      ["obj1", "name, deleted at step 7", true],
    ]);
    expect(detail?.refcountHistory).toEqual([
      { step: 3, refcount: 1, label: "created" },
      { step: 6, refcount: 2, label: ".ref set" },
      { step: 7, refcount: 1, label: "del obj1" },
      { step: 8, refcount: 1, label: "now" },
    ]);
  });

  test("at step 6 it says what keeps the object", () => {
    const detail = inspect(6, "obj1");
    expect(detail?.title).toBe("MyObject obj1");
    expect(detail?.explanation).toBe(
      "A reference from outside the cycle is left over: the name obj1. That keeps it, and all it refers to.",
    );
    expect(inspect(7, "obj1")?.explanation).toContain("obj2 is kept from outside");
  });

  test("says what would be freed with it: what only it leads to, or its whole cycle once that is garbage", () => {
    expect([6, 7, 8, 9].map((step) => inspect(step, "obj2")?.retained)).toEqual([
      56,
      112,
      112,
      undefined,
    ]);
  });

  test("a ghost tells its end", () => {
    expect(inspect(9, "obj1")).toMatchObject({
      state: "freed",
      freed: { step: 9, by: "collector" },
      refcount: 0,
      finalizer: "ran",
      subtraction: [
        { key: "obj1", refcount: 1, inside: 1, leftOver: 0 },
        { key: "obj2", refcount: 1, inside: 1, leftOver: 0 },
      ],
    });
  });

  test("lists the cycle with the step since which it is in that state", () => {
    expect(recorder.cycles(viewOfStep(8).entry)).toMatchObject([
      { number: 1, state: "unreachable", sinceStep: 8, size: 112 },
    ]);
    expect(recorder.cycles(viewOfStep(7).entry)).toMatchObject([
      { state: "reachable", sinceStep: 6 },
    ]);
  });
});
