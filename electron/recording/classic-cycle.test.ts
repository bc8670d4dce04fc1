/** The classic cycle through the whole recorder: counts, states, ghosts, words and keys at every step. */
import { describe, expect, test } from "vitest";
import { entryIndex } from "../contract/ids";
import type { ReportStep } from "../contract/report";
import type { SubgraphView } from "../contract/subgraph-view";
import { CLASSIC_CYCLE_SCRIPT, classicCycleMessages } from "./classic-cycle-for-tests";
import { createRecorder } from "./recorder";
import type { Recorder } from "./recorder-interface";

function record(): Recorder {
  const recorder = createRecorder({ scriptText: CLASSIC_CYCLE_SCRIPT });
  for (const message of classicCycleMessages()) recorder.accept(message);
  return recorder;
}

const recorder = record();

function viewOfStep(step: number, inner = 0, showHidden = false): SubgraphView {
  const summary = recorder
    .stepsFrom(entryIndex(0))
    .find((entry) => entry.step === step && entry.inner === inner);
  if (summary === undefined) throw new Error(`There is no step ${step}.${inner}`);
  return recorder.view(summary.entry, { showHidden });
}

function reported(step: number, inner = 0): ReportStep {
  const found = recorder
    .reportSteps()
    .find((entry) => entry.step === step && entry.inner === inner);
  if (found === undefined) throw new Error(`There is no step ${step}.${inner}`);
  return found;
}

function countsOf(step: ReportStep): Record<string, number> {
  const instances = step.objects.filter((object) => object.type === "MyObject");
  return Object.fromEntries(instances.map((object) => [object.key, object.refcount]));
}

const nodeOf = (view: SubgraphView, key: string) => view.nodes.find((node) => node.key === key);
const tagsOf = (view: SubgraphView) =>
  view.names.map((name) =>
    name.deleted === undefined ? name.name : `${name.name} deleted in ${name.deleted.step}`,
  );

describe("the report of the classic cycle", () => {
  test("has nine steps and the inner steps of __init__ and __del__", () => {
    const numbers = recorder
      .stepsFrom(entryIndex(0))
      .map((entry) => (entry.inner === 0 ? `${entry.step}` : `${entry.step}.${entry.inner}`));
    expect(numbers).toEqual([
      "0",
      "1",
      "2",
      "3.1",
      "3.2",
      "3",
      "4.1",
      "4.2",
      "4",
      "5",
      "6",
      "7",
      "8",
      "9.1",
      "9.2",
      "9",
    ]);
  });

  test.each([
    [3, { obj1: 1 }],
    [4, { obj1: 1, obj2: 1 }],
    [5, { obj1: 1, obj2: 2 }],
    [6, { obj1: 2, obj2: 2 }],
    [7, { obj1: 1, obj2: 2 }],
    [8, { obj1: 1, obj2: 1 }],
    [9, {}],
  ])("step %i has the program's true refcounts", (step, counts) => {
    expect(countsOf(reported(step))).toEqual(counts);
  });

  test("calls both unreachable exactly from step 8 on", () => {
    const states = recorder
      .reportSteps()
      .map((step) =>
        step.objects.filter((object) => object.state === "unreachable").map((object) => object.key),
      );
    expect(states.slice(0, 12)).toEqual(Array.from({ length: 12 }, () => []));
    expect(states.slice(12, 15)).toEqual([
      ["obj1", "obj2"],
      ["obj1", "obj2"],
      ["obj1", "obj2"],
    ]);
    expect(states[15]).toEqual([]);
  });

  test("step 7 is what the issue shows", () => {
    const step = reported(7);
    expect({ line: step.line, code: step.code, scope: step.scope }).toEqual({
      line: 16,
      code: "del obj1",
      scope: "<module>",
    });
    expect(step.names).toEqual([
      { scope: "<module>", name: "MyObject", object: "MyObject" },
      { scope: "<module>", name: "obj2", object: "obj2" },
    ]);
    expect(step.objects).toContainEqual({
      key: "obj1",
      type: "MyObject",
      size: 56,
      refcount: 1,
      state: "reachable",
    });
    expect(step.references).toEqual([
      { from: "obj1", to: "obj2", label: ".ref" },
      { from: "obj2", to: "obj1", label: ".ref" },
    ]);
    expect(step.cycles).toEqual([{ members: ["obj1", "obj2"], state: "reachable" }]);
  });

  test("the collector frees both at step 9 and nothing was freed before", () => {
    expect(recorder.reportSteps().map((step) => step.freed.length)).toEqual([
      ...Array.from({ length: 15 }, () => 0),
      2,
    ]);
    expect(reported(9).freed).toEqual([
      { key: "obj1", by: "collector" },
      { key: "obj2", by: "collector" },
    ]);
    expect(reported(9).collections).toEqual([
      { generation: 2, trigger: "explicit", collected: 2, uncollectable: 0 },
    ]);
  });

  test("the class is reported once, with its functions folded into it", () => {
    expect(reported(6).objects.map((object) => `${object.type} ${object.key}`)).toEqual([
      "type MyObject",
      "MyObject obj1",
      "MyObject obj2",
    ]);
  });
});

describe("the pictures of the classic cycle", () => {
  test("step 6 has three cards, three tags and a quiet cycle", () => {
    const view = viewOfStep(6);
    expect(view.nodes.map((node) => node.title)).toEqual([
      "class MyObject",
      "MyObject",
      "MyObject",
    ]);
    expect(nodeOf(view, "MyObject")?.subtitle).toBe("2 methods");
    expect(tagsOf(view)).toEqual(["MyObject", "obj1", "obj2"]);
    expect(view.cycles.map((cycle) => [cycle.state, cycle.label])).toEqual([
      ["reachable", "Cycle 1, reachable from 2 names"],
    ]);
    expect(view.shown).toBe(3);
    expect(view.total).toBeGreaterThan(4000);
    expect(nodeOf(view, "obj1")?.rows).toEqual([
      { label: "name", text: "'obj1'", value: "text" },
      { label: "ref", text: "obj2", value: "reference", target: nodeOf(view, "obj2")?.id },
    ]);
    expect(nodeOf(view, "obj1")?.unseen).toBe(0);
    expect(nodeOf(view, "MyObject")?.unseen).toBe(0);
  });

  test("step 7 keeps the deleted name as a ghost and names what leads in", () => {
    const view = viewOfStep(7);
    expect(tagsOf(view)).toEqual(["MyObject", "obj2", "obj1 deleted in 7"]);
    expect(view.edges.find((edge) => edge.kind === "name" && edge.deleted !== undefined)?.to).toBe(
      nodeOf(view, "obj1")?.id,
    );
    expect(view.cycles[0]?.label).toBe("Cycle 1, reachable from obj2");
    expect(view.insight).toBeUndefined();
    expect(view.notes[0]).toEqual({ line: 16, text: "obj1 2 → 1", tone: "neutral" });
    expect(nodeOf(view, "obj1")).toMatchObject({ refcount: 1, was: 2, state: "reachable" });
  });

  test("step 8 raises the alarm", () => {
    const view = viewOfStep(8);
    expect(view.cycles).toMatchObject([
      { state: "unreachable", label: "Cycle 1, nothing outside points in", size: 112 },
    ]);
    expect(view.notes).toEqual([
      { line: 17, text: "now unreachable", tone: "alarm" },
      { line: 16, text: "obj1 2 → 1", tone: "neutral" },
      { line: 14, text: "obj1 1 → 2", tone: "neutral" },
    ]);
    expect(view.insight).toEqual({
      kind: "unreachable",
      tone: "alarm",
      title: "Unreachable, but still in memory.",
      body: "No name leads to obj1 or obj2 any more, yet each keeps the other’s count at 1.",
      action: "step-to-collection",
      actionLabel: "Step to gc.collect()",
    });
    expect(nodeOf(view, "obj1")).toMatchObject({ state: "unreachable", finalizer: "pending" });
    expect(view.edges.filter((edge) => edge.inCycle).map((edge) => edge.label)).toEqual([
      ".ref",
      ".ref",
    ]);
  });

  test("step 9 leaves ghosts in place and says what the collector did", () => {
    const view = viewOfStep(9);
    expect(nodeOf(view, "obj1")).toMatchObject({
      state: "freed",
      freed: { step: 9, by: "collector" },
      refcount: 0,
    });
    expect(view.cycles).toMatchObject([
      { state: "freed", label: "Freed by gc.collect(), 2 objects, 112 B" },
    ]);
    expect(view.notes[0]).toEqual({ line: 19, text: "→ 2", tone: "neutral" });
    expect(view.insight).toMatchObject({
      title: "The collector freed 2 objects.",
      body: "It returned 2.",
      actionLabel: "How it found them",
    });
    expect(tagsOf(view)).toEqual(["MyObject", "obj1 deleted in 7", "obj2 deleted in 8"]);
    const pair = [nodeOf(view, "obj1")?.id, nodeOf(view, "obj2")?.id];
    expect(view.collections).toMatchObject([
      {
        trigger: "explicit",
        found: pair,
        finalized: pair,
        freed: pair,
        survived: [],
        freedBytes: 112,
      },
    ]);
    expect(view.shown).toBe(1);
  });

  test("going back shows exactly the picture that was there", () => {
    const forwards = [6, 7, 8, 9].map((step) => viewOfStep(step));
    const backwards = [9, 8, 7, 6].map((step) => viewOfStep(step));
    expect(backwards.toReversed()).toEqual(forwards);
  });

  test("ids, numbers of cycles and the union stay the same over all steps", () => {
    const union = recorder.unionGraph({ showHidden: false });
    const ids = new Set(union.nodes.map((node) => node.id));
    const names = new Set(union.names.map((name) => name.id));
    for (const { entry } of recorder.stepsFrom(entryIndex(0))) {
      const view = recorder.view(entry, { showHidden: false });
      for (const node of view.nodes) expect(ids).toContain(node.id);
      for (const name of view.names) expect(names).toContain(name.id);
    }
    expect(union.cycles).toHaveLength(1);
    expect(union.nodes).toHaveLength(3);
  });

  test("hidden things are drawn on request only", () => {
    expect(viewOfStep(6).nodes.map((node) => node.kind)).not.toContain("module");
    const view = viewOfStep(6, 0, true);
    expect(view.nodes.find((node) => node.kind === "module")).toMatchObject({
      id: "h:module:gc",
      title: "gc",
    });
    expect(view.names.find((name) => name.name === "gc")?.target).toBe("h:module:gc");
  });
});

describe("the timeline of the classic cycle", () => {
  test("counts data objects in memory and reachable ones", () => {
    const steps = recorder.stepsFrom(entryIndex(0)).filter((entry) => entry.inner === 0);
    expect(steps.map((entry) => entry.inMemory)).toEqual([0, 0, 0, 1, 2, 2, 2, 2, 2, 0]);
    expect(steps.map((entry) => entry.reachable)).toEqual([0, 0, 0, 1, 2, 2, 2, 2, 0, 0]);
    expect(steps.map((entry) => entry.garbageBytes)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 112, 0]);
    expect(steps.map((entry) => entry.events.join())).toEqual([
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "",
      "unreachable",
      "freed,collection",
    ]);
  });
});
