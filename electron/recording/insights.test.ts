/** The banners about names used again and about the number getrefcount prints, per version of Python. */
import { describe, expect, test } from "vitest";
import type { AgentMessage, StepMessage } from "../contract/agent-message";
import { entryIndex } from "../contract/ids";
import type { Insight } from "../contract/subgraph-view";
import { MessagesForTests, type HeapText, type NamesText } from "./messages-for-tests";
import { createRecorder } from "./recorder";

interface Moment {
  readonly heap: HeapText;
  readonly names: NamesText;
  readonly step?: Partial<StepMessage>;
}

function insightAfter(
  code: string,
  moments: readonly Moment[],
  version: readonly [number, number, number] = [3, 11, 7],
): Insight | undefined {
  const write = new MessagesForTests();
  const recorder = createRecorder({ scriptText: code });
  recorder.accept(hello(version));
  for (const { heap, names, step } of moments) {
    recorder.accept(write.heap(heap, names));
    recorder.accept(write.step(1, step));
  }
  return recorder.view(entryIndex(moments.length - 1), { showHidden: false }).insight;
}

function hello(version: readonly [number, number, number]): AgentMessage {
  return {
    kind: "hello",
    wireVersion: 2,
    pid: 1,
    version,
    pointerBytes: 8,
    gilDisabled: false,
    inexact: [],
    implementation: "cpython",
    executable: "",
    script: "",
    mechanism: "trace",
  };
}

const PRINTS = "print(sys.getrefcount(x))";

describe("what getrefcount prints", () => {
  const inModule: Moment = {
    heap: { x: { type: "list", refcount: 1 } },
    names: { "<module>": { x: "x" } },
  };
  const inFunction: Moment = {
    heap: { x: { type: "list", refcount: 2 } },
    names: { "<module>": { kept: "x" }, count: { x: "x" } },
    step: { depth: 1, scope: "count" },
  };

  test.each([[[3, 9, 18]], [[3, 13, 0]], [[3, 15, 0]]] as const)(
    "counts the argument of a module's name on %j",
    (version) => {
      expect(insightAfter(PRINTS, [inModule, inModule], version)).toMatchObject({
        title: "2 = 1 name + 1 argument.",
      });
    },
  );

  test("counts the argument of a local name up to 3.13", () => {
    expect(insightAfter(PRINTS, [inFunction, inFunction], [3, 13, 0])).toMatchObject({
      title: "3 = 2 names + 1 argument.",
    });
  });

  test("only borrows a local name from 3.14 on", () => {
    expect(insightAfter(PRINTS, [inFunction, inFunction], [3, 14, 0])).toEqual({
      kind: "getrefcount",
      tone: "neutral",
      title: "2 = 2 names.",
      body: "getrefcount’s argument was borrowed from the variable x, so it is not counted.",
      action: "show",
      actionLabel: "Show the call",
      about: ["call:1", expect.stringMatching(/^o\d+$/)],
    });
  });

  test("is not explained when the line changed the count", () => {
    const more: Moment = { ...inModule, heap: { x: { type: "list", refcount: 2 } } };
    expect(insightAfter("y = [getrefcount(x), x]", [inModule, more])?.kind).not.toBe("getrefcount");
  });

  test("of None means nothing from 3.12 on", () => {
    const none: Moment = { heap: {}, names: { "<module>": { x: "= None" } } };
    expect(insightAfter(PRINTS, [none, none], [3, 12, 1])).toMatchObject({
      kind: "immortal",
      title: "Nobody counts x.",
    });
    expect(insightAfter(PRINTS, [none, none], [3, 11, 7])?.kind).not.toBe("immortal");
  });
});

describe("names used again", () => {
  const pair = (a: string, b: string): HeapText => ({
    [a]: { type: "Node", refcount: 1, edges: [`.ref -> ${b}`] },
    [b]: { type: "Node", refcount: 1, edges: [`.ref -> ${a}`] },
  });
  const named = (heap: HeapText): HeapText =>
    Object.fromEntries(Object.entries(heap).map(([key, text]) => [key, { ...text, refcount: 2 }]));

  test("for a second pair while the first is still there", () => {
    const first = pair("obj1", "obj2");
    const second = named(pair("new1", "new2"));
    const names = (a: string, b: string): NamesText => ({ "<module>": { obj1: a, obj2: b } });
    const insight = insightAfter("obj1, obj2 = make()", [
      { heap: named(first), names: names("obj1", "obj2") },
      { heap: { ...first, ...second }, names: names("new1", "new2") },
    ]);
    expect(insight).toEqual({
      kind: "same-names",
      tone: "neutral",
      title: "Two pairs named obj1 and obj2.",
      body: "The first pair lost its names and has not been collected yet.",
      action: "show",
      actionLabel: "Show both",
      about: Array.from({ length: 4 }, () => expect.stringMatching(/^o\d+$/)),
    });
    expect(new Set(insight?.about).size).toBe(4);
  });

  test("for a class whose old objects keep the old one alive", () => {
    const old: HeapText = {
      MyObject: { type: "type", is: "class", title: "MyObject", refcount: 2 },
      obj: { type: "MyObject", refcount: 1, edges: [".__class__ -> MyObject"] },
    };
    const anew: HeapText = {
      ...old,
      MyObject: { type: "type", is: "class", title: "MyObject", refcount: 1 },
      again: { type: "type", is: "class", title: "MyObject", refcount: 1 },
    };
    const insight = insightAfter("class MyObject: ...", [
      { heap: old, names: { "<module>": { MyObject: "MyObject", obj: "obj" } } },
      { heap: anew, names: { "<module>": { MyObject: "again", obj: "obj" } } },
    ]);
    expect(insight).toMatchObject({
      kind: "class-redefined",
      title: "The old class MyObject is still alive:",
      body: "its own objects refer to it.",
    });
  });
});

describe("lines of other files", () => {
  test("have the code of their file, and objects born there name it", () => {
    const write = new MessagesForTests();
    const file = "/home/me/shop.py";
    const recorder = createRecorder({
      scriptText: "import shop",
      sourceOf: (wanted) => (wanted === file ? "stock = []\nprint(stock)\n" : undefined),
    });
    const more = { files: ["", file], imported: true };
    recorder.accept(write.heap({}, { "<module>": {} }));
    recorder.accept(write.step(undefined));
    const heap: HeapText = { stock: { type: "list", refcount: 1 } };
    recorder.accept(write.heap(heap, { "<module>": {}, shop: { stock: "stock" } }, more));
    recorder.accept(write.step(1, { depth: 1, file }));
    recorder.accept(write.heap(heap, { "<module>": { shop: "stock" } }));
    recorder.accept(write.step(1));
    const steps = recorder.stepsFrom(entryIndex(1));
    expect(steps.map(({ step, inner, file: of, code }) => [step, inner, of, code])).toEqual([
      [1, 1, file, "stock = []"],
      [1, 0, "", "import shop"],
    ]);
    const stock = recorder.view(entryIndex(1), { showHidden: false }).nodes[0];
    expect(recorder.inspect(entryIndex(1), stock?.id ?? "")?.created).toEqual({
      step: 1,
      line: 1,
      file,
    });
    expect(recorder.reportSteps().map((step) => step.file)).toEqual(["", file, ""]);
  });

  test("a person's step has the code that was typed", () => {
    const write = new MessagesForTests();
    const recorder = createRecorder({ scriptText: "pass" });
    recorder.accept(write.heap({}, { "<module>": {} }));
    recorder.accept(write.step(undefined, { how: "person", code: "del a" }));
    expect(recorder.stepsFrom(entryIndex(0))[0]?.code).toBe("del a");
  });
});
