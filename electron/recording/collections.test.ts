/** What is remembered of a collection: whose objects it found, what became of them, and how the number it returned adds up. */
import { describe, expect, test } from "vitest";
import { entryIndex } from "../contract/ids";
import type { AgentMessage } from "../contract/agent-message";
import type { CollectionSummary } from "../contract/object-detail";
import { MessagesForTests, type HeapText } from "./messages-for-tests";
import { createRecorder } from "./recorder";

type Candidates = Parameters<MessagesForTests["candidates"]>[0];

const CYCLE: HeapText = {
  a: { type: "Node", refcount: 1, edges: [".other -> b"] },
  b: { type: "Node", refcount: 1, edges: [".other -> a"] },
};

interface Told {
  readonly before: HeapText;
  readonly candidates?: Candidates;
  readonly after: HeapText;
  readonly gone?: readonly string[];
  readonly garbage?: readonly string[];
  readonly returned: number;
  readonly hello?: AgentMessage;
}

function collect(told: Told): CollectionSummary | undefined {
  const write = new MessagesForTests();
  const recorder = createRecorder({ scriptText: "pass\ngc.collect()\n" });
  if (told.hello !== undefined) recorder.accept(told.hello);
  recorder.accept(write.heap(told.before, { "<module>": {} }));
  recorder.accept(write.step(1));
  recorder.accept(write.heap(told.before, { "<module>": {} }));
  if (told.candidates !== undefined) recorder.accept(write.candidates(told.candidates));
  recorder.accept(write.collectionStart());
  recorder.accept(write.heap(told.after, { "<module>": {} }));
  const { gone = [], garbage = [] } = told;
  recorder.accept(write.collectionStop(told.returned, 0, { gone, garbage }));
  recorder.accept(write.heap(told.after, { "<module>": {} }));
  recorder.accept(write.step(2));
  return recorder.collections()[0];
}

describe("a collection", () => {
  test("is told apart by owner and type", () => {
    const summary = collect({
      before: CYCLE,
      candidates: {
        "library list": {
          type: "list",
          refcount: 1,
          edges: ["[0] -> library list"],
          owner: "library",
        },
        ...CYCLE,
        "old dict": {
          type: "dict",
          refcount: 1,
          edges: ["['me'] -> old dict"],
          owner: "interpreter",
        },
        "kept dict": { type: "dict", refcount: 2, edges: [], owner: "interpreter" },
      },
      after: {},
      gone: ["a", "b", "library list", "old dict"],
      returned: 4,
    });
    expect(summary).toMatchObject({
      candidates: 5,
      found: 4,
      freed: 4,
      survived: 0,
      collected: 4,
      owners: [
        { owner: "script", found: 2, freed: 2 },
        { owner: "library", found: 1, freed: 1 },
        { owner: "interpreter", found: 1, freed: 1 },
      ],
      types: [
        { typeName: "Node", owner: "script", found: 2, freed: 2 },
        { typeName: "list", owner: "library", found: 1, freed: 1 },
        { typeName: "dict", owner: "interpreter", found: 1, freed: 1 },
      ],
      account:
        "It found 4 unreachable objects: 2 of the script, 1 of libraries and 1 of the interpreter. All were freed. It returned 4.",
      isPrediction: false,
    });
  });

  test("frees what only a library's garbage held of the script's", () => {
    const before: HeapText = { a: { type: "Node", refcount: 1 } };
    const registry = { type: "list", refcount: 1, edges: ["[0] -> registry", "[1] -> a"] };
    const summary = collect({
      before,
      candidates: { registry: { ...registry, owner: "library" }, ...before },
      after: {},
      gone: ["registry", "a"],
      returned: 2,
    });
    expect(summary?.owners).toEqual([
      { owner: "script", found: 1, freed: 1 },
      { owner: "library", found: 1, freed: 1 },
    ]);
  });

  test("says which of them came back by a finalizer", () => {
    const summary = collect({
      before: CYCLE,
      candidates: CYCLE,
      after: CYCLE,
      gone: [],
      returned: 0,
    });
    expect(summary?.account).toBe(
      "It found 2 unreachable objects of the script. None was freed, 2 were kept alive again by a finalizer. It returned 0.",
    );
  });

  test("says that a closing generator's cycle was gone before it was counted", () => {
    const before: HeapText = {
      g: { type: "generator", refcount: 1, edges: ["local me -> g", "local x -> l"] },
      l: { type: "list", refcount: 1 },
    };
    const summary = collect({
      before,
      candidates: before,
      after: {},
      gone: ["g", "l"],
      returned: 0,
    });
    expect(summary?.account).toBe(
      "It found 2 unreachable objects of the script. All were freed. It returned 0: 2 were gone before it counted, because a finalizer or a closing generator let go of them.",
    );
  });

  test("says what it put into gc.garbage", () => {
    const summary = collect({
      before: CYCLE,
      candidates: CYCLE,
      after: CYCLE,
      garbage: ["a", "b"],
      returned: 2,
    });
    expect(summary).toMatchObject({ found: 2, freed: 0, survived: 0 });
    expect(summary?.account).toBe(
      "It found 2 unreachable objects of the script. None was freed, 2 were put into gc.garbage. It returned 2.",
    );
    expect(summary).toMatchObject({
      garbage: 2,
      inGarbage: [
        { key: "Node#1", typeName: "Node" },
        { key: "Node#2", typeName: "Node" },
      ],
    });
  });

  test("counts the weak references that go with their callbacks", () => {
    const weak: HeapText = { r: { type: "weakref.ReferenceType", refcount: 2 } };
    const summary = collect({
      before: { ...CYCLE, ...weak },
      candidates: { ...CYCLE, ...weak },
      after: {},
      gone: ["a", "b", "r"],
      returned: 3,
    });
    expect(summary?.account).toContain(
      "It returned 3, 1 weak reference included that went with its callback.",
    );
  });

  test("names the attribute dictionaries that Python 3.10 counts", () => {
    const before: HeapText = {
      a: { type: "Node", refcount: 1, edges: [".__dict__ -> a dict"] },
      "a dict": { type: "dict", is: "plain dict", refcount: 1, edges: ["['other'] -> b"] },
      b: { type: "Node", refcount: 1, edges: [".__dict__ -> b dict"] },
      "b dict": { type: "dict", is: "plain dict", refcount: 1, edges: ["['other'] -> a"] },
    };
    const gone = Object.keys(before);
    const summary = collect({ before, candidates: before, after: {}, gone, returned: 4 });
    expect(summary?.account).toBe(
      "It found 4 unreachable objects: 2 objects and their 2 attribute dictionaries. All were freed. It returned 4.",
    );
  });

  test("leaves out the tuples of atoms that 3.14.0 to 3.14.4 stop tracking first", () => {
    const before: HeapText = {
      a: { type: "Node", refcount: 2, edges: [".me -> a", ".t -> t", ".u -> u"] },
      t: { type: "tuple", refcount: 1, edges: ["[0] = 1"] },
      u: { type: "tuple", refcount: 1, edges: ["[0] -> a"] },
    };
    const hello: AgentMessage = {
      kind: "hello",
      wireVersion: 2,
      pid: 1,
      version: [3, 14, 2],
      pointerBytes: 8,
      gilDisabled: false,
      inexact: ["incremental"],
      implementation: "cpython",
      executable: "",
      script: "",
      mechanism: "monitoring",
    };
    const gone = ["a", "t", "u"];
    const summary = collect({ before, candidates: before, after: {}, gone, returned: 2, hello });
    expect(summary).toMatchObject({ found: 2, isPrediction: true });
    expect(summary?.types.map(({ typeName }) => typeName)).toEqual(["Node", "tuple"]);
  });

  test("of an agent that does not say what else is collected is told of the script alone", () => {
    expect(collect({ before: CYCLE, after: {}, returned: 5 })).toMatchObject({
      candidates: 2,
      found: 2,
      freed: 2,
      owners: [{ owner: "script", found: 2, freed: 2 }],
    });
  });

  test("leaves the entry it happened in as it was recorded", () => {
    expect(collect({ before: CYCLE, after: {}, returned: 2 })).toMatchObject({
      entry: entryIndex(1),
      step: 1,
    });
  });
});
