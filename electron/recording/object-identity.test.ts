/** Which object is which: addresses are reused, so survival is told from the agent's rows, never from the address alone. */
import { describe, expect, test } from "vitest";
import type { AgentMessage } from "../contract/agent-message";
import { entryIndex } from "../contract/ids";
import { MessagesForTests, type HeapText } from "./messages-for-tests";
import { createRecorder } from "./recorder";
import type { Recorder } from "./recorder-interface";

function record(
  messages: readonly AgentMessage[],
  scriptText = "x = []\ndel x\nx = []\ngc.collect()\n",
): Recorder {
  const recorder = createRecorder({ scriptText });
  for (const message of messages) recorder.accept(message);
  return recorder;
}

function start(write: MessagesForTests): readonly AgentMessage[] {
  return [write.heap({}, { "<module>": {} }), write.step(undefined)];
}

const keysAt = (recorder: Recorder, entry: number): readonly string[] =>
  recorder.reportSteps()[entry]?.objects.map((object) => object.key) ?? [];
const freedAt = (recorder: Recorder, entry: number): readonly string[] =>
  recorder.reportSteps()[entry]?.freed.map(({ key, by }) => `${key} by ${by}`) ?? [];

describe("object identity", () => {
  test("a new object at a freed object's address is another object", () => {
    const write = new MessagesForTests();
    const recorder = record([
      ...start(write),
      write.heap(
        { first: { type: "list", refcount: 1, address: 64 } },
        { "<module>": { x: "first" } },
      ),
      write.step(1),
      write.heap(
        { second: { type: "list", refcount: 1, address: 64, born: true } },
        { "<module>": { x: "second" } },
      ),
      write.step(3),
    ]);
    expect(keysAt(recorder, 1)).toEqual(["x"]);
    expect(keysAt(recorder, 2)).toEqual(["x#2"]);
    expect(freedAt(recorder, 2)).toEqual(["x by refcount"]);
  });

  test("a tuple that leaves the tracked rows but is still listed lives on", () => {
    const write = new MessagesForTests();
    const names = { "<module>": { t: "t" } };
    const recorder = record([
      ...start(write),
      write.heap({ t: { type: "tuple", refcount: 1, edges: ["[0] = 1"] } }, names),
      write.step(1),
      write.heap({ t: { type: "tuple", refcount: 1, edges: ["[0] = 1"], untracked: true } }, names),
      write.step(2),
    ]);
    expect(keysAt(recorder, 2)).toEqual(["t"]);
    expect(freedAt(recorder, 2)).toEqual([]);
    expect(recorder.view(entryIndex(2), { showHidden: false }).nodes[0]?.tracked).toBe(false);
  });

  test("a dict that becomes tracked with its first container is the same dict", () => {
    const write = new MessagesForTests();
    const names = { "<module>": { d: "d" } };
    const recorder = record([
      ...start(write),
      write.heap({ d: { type: "dict", is: "plain dict", refcount: 1, untracked: true } }, names),
      write.step(1),
      write.heap(
        {
          d: { type: "dict", is: "plain dict", refcount: 1, born: true, edges: ["['k'] -> l"] },
          l: { type: "list", refcount: 1 },
        },
        names,
      ),
      write.step(2),
    ]);
    expect(keysAt(recorder, 2)).toEqual(["d", "list#1"]);
    expect(freedAt(recorder, 2)).toEqual([]);
  });

  test("an object whose __del__ runs because its last reference went away is still that object", () => {
    const write = new MessagesForTests();
    const dying = { type: "Thing", refcount: 1, finalizer: "pending" } as const;
    const recorder = record([
      ...start(write),
      write.heap({ thing: dying }, { "<module>": { thing: "thing" } }),
      write.step(1),
      write.heap(
        { thing: { ...dying, born: true } },
        { "<module>": {}, "Thing.__del__": { self: "thing" } },
      ),
      write.step(2, { depth: 1, scope: "Thing.__del__", how: "returned" }),
      write.heap({}, { "<module>": {} }),
      write.step(2),
    ]);
    expect(recorder.reportSteps().map((step) => step.freed.length)).toEqual([0, 0, 0, 1]);
    expect(freedAt(recorder, 3)).toEqual(["thing by refcount"]);
  });

  test("an object in the collector's hands is not dead before the collection ends", () => {
    const write = new MessagesForTests();
    const loop = {
      type: "Loop",
      refcount: 1,
      edges: [".me -> loop"],
      finalizer: "pending",
    } as const;
    const recorder = record([
      ...start(write),
      write.heap({ loop }, { "<module>": { loop: "loop" } }),
      write.step(1),
      write.heap({ loop }, { "<module>": {} }),
      write.step(2),
      write.heap({ loop }, { "<module>": {} }),
      write.collectionStart(),
      write.heap({}, { "<module>": {}, "Loop.__del__": { self: "loop" } }, { inside: true }),
      write.step(2, { depth: 1, scope: "Loop.__del__", how: "returned" }),
      write.heap({}, { "<module>": {} }),
      write.collectionStop(1),
      write.heap({}, { "<module>": {} }),
      write.step(4),
    ]);
    expect(keysAt(recorder, 3)).toEqual(["loop"]);
    expect(freedAt(recorder, 3)).toEqual([]);
    expect(freedAt(recorder, 4)).toEqual(["loop by collector"]);
  });

  test("a resurrected object lives on, and nothing is said to be freed", () => {
    const write = new MessagesForTests();
    const loop = {
      type: "Loop",
      refcount: 1,
      edges: [".me -> loop"],
      finalizer: "pending",
    } as const;
    const back = { ...loop, refcount: 2, finalizer: "ran" } as const;
    const recorder = record([
      ...start(write),
      write.heap({ loop }, { "<module>": {} }),
      write.step(2),
      write.heap({ loop }, { "<module>": {} }),
      write.collectionStart(),
      write.heap({ loop: back }, { "<module>": { saved: "loop" } }),
      write.collectionStop(0),
      write.heap({ loop: back }, { "<module>": { saved: "loop" } }),
      write.step(4),
    ]);
    const [, , last] = recorder.stepsFrom(entryIndex(0));
    const view = last === undefined ? undefined : recorder.view(last.entry, { showHidden: false });
    expect(freedAt(recorder, 2)).toEqual([]);
    expect(view?.insight).toMatchObject({ kind: "resurrected", title: "Still here." });
    expect(view?.collections).toMatchObject([
      { found: ["o0"], survived: ["o0"], freed: [], freedBytes: 0 },
    ]);
    expect(view?.nodes[0]).toMatchObject({ state: "reachable", finalizer: "ran" });
  });

  test("an object that a library's finalizer keeps is the same, though it is tracked anew", () => {
    const write = new MessagesForTests();
    const kept = { type: "Node", refcount: 1, address: 4096 } as const;
    const recorder = record([
      write.heap({ a: { ...kept, finalizer: "pending" } }, { "<module>": { a: "a" } }),
      write.step(1),
      write.heap({ a: { ...kept, finalizer: "ran", born: true } }, { "<module>": { keeper: "a" } }),
      write.step(2),
      write.heap({ a: { ...kept, finalizer: "ran", born: true } }, { "<module>": { other: "a" } }),
      write.step(3),
    ]);
    const ids = [0, 1, 2].map((entry) =>
      recorder
        .view(entryIndex(entry), { showHidden: false })
        .nodes.map(({ id, state }) => `${id} ${state}`),
    );
    // A finalizer does not run twice: the third is somebody else.
    expect(ids).toEqual([["o0 reachable"], ["o0 reachable"], ["o1 reachable", "o0 freed"]]);
  });

  test("what gc.freeze() hides is not dead, and is the same when it is back", () => {
    const write = new MessagesForTests();
    const heap: HeapText = {
      a: { type: "Node", refcount: 1, edges: [".list -> l"] },
      l: { type: "list", refcount: 1 },
    };
    const names = { "<module>": { a: "a" } };
    const recorder = record([
      write.heap(heap, names),
      write.step(1),
      write.heap({}, names, { permanentGeneration: "grew" }),
      write.step(2),
      write.heap({}, names),
      write.step(3),
      write.heap(heap, names, { permanentGeneration: "emptied" }),
      write.step(4),
      write.heap({ a: { type: "Node", refcount: 1 } }, names),
      write.step(5),
    ]);
    const objectsAt = (entry: number): readonly string[] =>
      recorder
        .view(entryIndex(entry), { showHidden: false })
        .nodes.map(({ id, state }) => `${id} ${state}`);
    expect([0, 1, 3, 4].map(objectsAt)).toEqual([
      ["o0 reachable", "o1 reachable"],
      ["o0 reachable", "o1 reachable"],
      ["o0 reachable", "o1 reachable"],
      ["o0 reachable", "o1 freed"],
    ]);
  });

  test("however many objects vanish, without gc.freeze() they are dead", () => {
    const write = new MessagesForTests();
    const recorder = record([
      write.heap({ a: { type: "Node", refcount: 1 } }, { "<module>": { a: "a" } }),
      write.step(1),
      write.heap({}, { "<module>": {} }, { trackedTotal: 3 }),
      write.step(2),
    ]);
    const nodes = recorder.view(entryIndex(1), { showHidden: false }).nodes;
    expect(nodes.map(({ state }) => state)).toEqual(["freed"]);
  });

  test("a collection nobody asked for is automatic, one by the app is the person's", () => {
    const write = new MessagesForTests();
    const recorder = record([
      ...start(write),
      write.collectionStart(0, { count: 701 }),
      write.collectionStop(0),
      write.heap({}, { "<module>": {} }),
      write.step(1),
      write.collectionStart(2, { byPerson: true }),
      write.collectionStop(0),
      write.heap({}, { "<module>": {} }),
      write.step(undefined, { how: "person" }),
    ]);
    expect(recorder.collections().map(({ trigger, step }) => `${trigger} in step ${step}`)).toEqual(
      ["automatic in step 1", "person in step 2"],
    );
    expect(recorder.stepsFrom(entryIndex(0))[2]).toMatchObject({
      code: "gc.collect()",
      events: ["collection", "person"],
    });
    expect(recorder.reportSteps()[2]?.collections[0]?.trigger).toBe("explicit");
  });

  test("messages that contradict themselves are refused", () => {
    const write = new MessagesForTests();
    const heap = write.heap(
      { a: { type: "list", refcount: 1, edges: ["[0] -> a"] } },
      { "<module>": {} },
    );
    expect(() => record([{ ...heap, descriptions: [] }])).toThrow("without describing it");
    expect(() => record([{ ...heap, edgeCount: Uint32Array.of(2) }])).toThrow("edges");
    expect(() => record([{ ...heap, types: [] }])).toThrow("never announced");
    expect(() => record([write.collectionStop(1)])).toThrow("never started");
  });
});
