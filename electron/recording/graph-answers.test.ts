/** The questions about the graph, asked of a whole recording: the bundled classic cycle. */
import { describe, expect, test } from "vitest";
import { entryIndex, type EntryIndex } from "../contract/ids";
import type { GraphAnswers, GraphQuestion } from "../contract/graph-questions";
import { CLASSIC_CYCLE_SCRIPT, classicCycleMessages } from "./classic-cycle-for-tests";
import { createRecorder } from "./recorder";
import type { Recorder } from "./recorder-interface";

const recorder = record();

function record(): Recorder {
  const recorder = createRecorder({ scriptText: CLASSIC_CYCLE_SCRIPT });
  for (const message of classicCycleMessages()) recorder.accept(message);
  return recorder;
}

function ask<Kind extends GraphQuestion["kind"]>(
  kind: Kind,
  ...args: Extract<GraphQuestion, { kind: Kind }>["args"]
): GraphAnswers[Kind] {
  return recorder.answer({ kind, args } as unknown as GraphQuestion) as GraphAnswers[Kind];
}

/** The entry that completes a step. */
function at(step: number): EntryIndex {
  const found = recorder
    .stepsFrom(entryIndex(0))
    .find((summary) => summary.step === step && summary.inner === 0);
  return found!.entry;
}

function idOf(key: string): string {
  return recorder.view(at(6), { showHidden: false }).nodes.find((node) => node.key === key)!.id;
}

const obj1 = idOf("obj1");
const obj2 = idOf("obj2");
const first = `e:${obj1}:${obj2}:reference`;
const second = `e:${obj2}:${obj1}:reference`;

describe("why an object is alive", () => {
  test("changes with the names: its own, then the other's, then its cycle", () => {
    const options = { ignored: [], skip: 0 };
    expect(ask("whyAlive", at(6), obj1, options)!.sentence).toBe(
      "Alive because the global name obj1 refers to it.",
    );
    expect(ask("whyAlive", at(7), obj1, options)!.sentence).toBe(
      "Alive through the global name obj2: obj2.ref.",
    );
    expect(ask("whyAlive", at(8), obj1, options)).toMatchObject({
      kind: "unreachable",
      circle: [{ edge: first }, { edge: second }],
    });
    expect(ask("whyAlive", at(9), obj1, options)!.sentence).toBe(
      "obj1 is gone: freed in step 9 by the collector.",
    );
  });
});

describe("what if", () => {
  test("the names are cut: the pair waits for the collector, and the picture shows it as not real", () => {
    const names = ["obj1", "obj2"].map((name) => ({
      kind: "name" as const,
      name: `n:s:0:<module>:${name}`,
    }));
    const { view, waiting, freed } = ask("whatIf", at(6), names, { showHidden: false });
    expect(freed).toEqual([]);
    expect(waiting.map(({ key, hasFinalizer }) => `${key} ${hasFinalizer}`)).toEqual([
      "obj1 true",
      "obj2 true",
    ]);
    expect(view.notReal).toBe(true);
    expect(view.cycles).toMatchObject([{ number: 1, state: "unreachable" }]);
    expect(view.nodes.find(({ id }) => id === obj1)).toMatchObject({
      state: "unreachable",
      refcount: 1,
      was: 2,
    });
    expect(view.names.filter(({ deleted }) => deleted !== undefined)).toHaveLength(2);
  });

  test("one reference of the garbage is cut: both are freed at once, and stay as ghosts", () => {
    const cuts = [{ kind: "reference" as const, edge: second }];
    const { view, freed } = ask("whatIf", at(8), cuts, { showHidden: false });
    expect(freed.map(({ key }) => key)).toEqual(["obj1", "obj2"]);
    expect(view.nodes.filter(({ state }) => state === "freed").map(({ key }) => key)).toEqual([
      "obj1",
      "obj2",
    ]);
    expect(view.edges.find(({ id }) => id === second)?.deleted).toBeDefined();
    expect(recorder.view(at(8), { showHidden: false }).notReal).toBeUndefined();
  });

  test("what is gone in its picture says that it is cut; a name deleted before keeps its step", () => {
    const cuts = [{ kind: "name" as const, name: "n:s:0:<module>:obj2" }];
    const { view } = ask("whatIf", at(7), cuts, { showHidden: false });
    expect(view.names.map(({ name, deleted }) => `${name} ${JSON.stringify(deleted)}`)).toEqual([
      "MyObject undefined",
      'obj1 {"step":7}',
      'obj2 {"step":7,"cut":true}',
    ]);
    const gone = ask("whatIf", at(8), [{ kind: "reference" as const, edge: second }], {
      showHidden: false,
    }).view;
    expect(gone.nodes.find(({ id }) => id === obj1)?.freed).toMatchObject({ notReal: true });
  });
});

test("the smallest cut names the line that closed the cycle, and how to write it", () => {
  const [cycle] = recorder.view(at(8), { showHidden: false }).cycles;
  expect(ask("smallestCut", at(8), cycle!.id)).toEqual({
    cycle: cycle!.id,
    isSmallest: true,
    sentence: "Without obj2.ref there is no cycle: 1 reference, and fewer would not do.",
    references: [
      {
        edge: second,
        from: obj2,
        to: obj1,
        expression: "obj2.ref",
        label: ".ref",
        count: 1,
        made: { step: 6, line: 14, file: "", code: "obj2.ref = obj1" },
        fix: {
          code: "obj2.ref = weakref.ref(obj1)",
          note: "import weakref; then obj2.ref() is the object, or None once it is gone.",
        },
      },
    ],
  });
});

test("a reference says what it is and which line made it", () => {
  expect(ask("edgeFacts", at(7), first)).toMatchObject({
    kindText: "attribute",
    count: 1,
    ownsCount: true,
    made: { step: 5, line: 13 },
    sentence: "obj1.ref refers to obj2 since step 5: obj1.ref = obj2.",
  });
  expect(ask("edgeFacts", at(6), `e:n:s:0:<module>:obj2:${obj2}:name`)).toMatchObject({
    kindText: "global name",
    made: { step: 4, line: 12 },
  });
  expect(ask("edgeFacts", at(5), second)).toBeUndefined();
});

describe("search", () => {
  function hits(query: string, step = 8): string {
    const { hits, problems } = ask("search", at(step), query);
    return [...hits.map(({ key }) => key), ...problems].join(" | ");
  }

  test("finds objects by name, key and type, names before types", () => {
    expect(hits("OBJ")).toBe("obj1 | obj2 | MyObject");
    expect(hits("obj2")).toBe("obj2");
    expect(hits("myobject")).toBe("MyObject | obj1 | obj2");
    expect(hits("obj zebra")).toBe("");
  });

  test("filters by type, references, size, state, birth and id", () => {
    expect(hits("type:MyObject")).toBe("obj1 | obj2");
    expect(hits("@myob refs>=1")).toBe("obj1 | obj2");
    expect(hits("refs>1")).toBe("MyObject");
    expect(hits("size>1kb")).toBe("MyObject");
    expect(hits("is:unreachable obj1")).toBe("obj1");
    expect(hits("is:cycle")).toBe("obj1 | obj2");
    expect(hits("is:unreachable", 6)).toBe("");
    expect(hits("is:freed", 9)).toBe("obj1 | obj2");
    expect(hits("is:new", 4)).toBe("obj2");
    expect(hits("from:step3")).toBe("obj1");
    expect(hits(`#${obj2}`)).toBe("obj2");
  });

  test("says what it does not understand, and uses the rest", () => {
    expect(hits("size>lots obj1")).toBe(
      "obj1 | “size>lots” says no size. Write a number with b, kb, mb or gb, such as size>1mb.",
    );
    expect(hits("is:dead")).toBe(
      "“is:dead” is no state. Write is:unreachable, is:freed, is:new or is:cycle.",
    );
    expect(hits("colour:red")).toContain("There is no filter “colour:”.");
  });
});

test("types are counted at every step, with their change and their course", () => {
  const { rows, steps } = ask("types", at(4));
  expect(steps).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(rows.find(({ typeName }) => typeName === "MyObject")).toEqual({
    typeName: "MyObject",
    count: 2,
    sinceLastStep: 1,
    sinceStart: 2,
    size: 112,
    retained: 112,
    unreachable: 0,
    counts: [0, 0, 0, 1, 2, 2, 2, 2, 2, 0],
  });
  expect(ask("types", at(8)).rows.find((row) => row.typeName === "MyObject")).toMatchObject({
    unreachable: 2,
  });
  expect(ask("types", at(9)).rows.find((row) => row.typeName === "MyObject")).toMatchObject({
    count: 0,
    sinceLastStep: -2,
  });
});

describe("how the collection found them", () => {
  test("six sub-steps with the sums of each object", () => {
    const { substeps } = ask("substeps", at(9), 0)!;
    expect(substeps.map(({ number, kind }) => `${number} ${kind}`)).toEqual([
      "9.1 copy",
      "9.2 subtract",
      "9.3 keep",
      "9.4 finalize",
      "9.5 look-again",
      "9.6 free",
    ]);
    const [copy, subtract, keep, finalize, again, free] = substeps;
    expect(copy).toMatchObject({
      counts: expect.arrayContaining([
        { node: obj1, scratch: 1 },
        { node: obj2, scratch: 1 },
      ]),
    });
    expect(subtract).toMatchObject({
      subtracted: [
        { edge: first, to: obj2, count: 1 },
        { edge: second, to: obj1, count: 1 },
      ],
      counts: expect.arrayContaining([
        { node: obj1, scratch: 0 },
        { node: obj2, scratch: 0 },
      ]),
    });
    expect(keep).toMatchObject({ kept: [idOf("MyObject")], reached: [] });
    expect(finalize).toMatchObject({
      finalized: [obj1, obj2],
      weakCleared: [],
      sentence: "No weak reference to them. Finalizers run in this order: obj1 and obj2.",
    });
    expect(again).toMatchObject({ resurrected: [] });
    expect(free).toMatchObject({ freed: [obj1, obj2], freedBytes: 112, broken: [first, second] });
    expect(ask("substeps", at(9), 1)).toBeUndefined();
  });

  test("the view of the step carries the same sums", () => {
    const [collection] = recorder.view(at(9), { showHidden: false }).collections;
    expect(collection).toMatchObject({
      subtraction: expect.arrayContaining([{ node: obj1, refcount: 1, inside: 1 }]),
      kept: [idOf("MyObject")],
      weakCleared: 0,
    });
  });
});

test("what is freed with each object is told on the cards when asked for, as the inspector tells it", () => {
  const shape = { retained: true };
  const { nodes } = recorder.view(at(7), { showHidden: false, shape });
  const alive = nodes.filter(({ state }) => state !== "freed");
  expect(alive.map(({ id, retained }) => [id, retained])).toEqual(
    alive.map(({ id }) => [id, recorder.inspect(at(7), id)?.retained]),
  );
  // The name obj2 holds both of the pair.
  expect(nodes.find(({ key }) => key === "obj2")?.retained).toBe(112);
  const plain = recorder.view(at(7), { showHidden: false, shape: {} });
  expect(plain.nodes.every(({ retained }) => retained === undefined)).toBe(true);
});
