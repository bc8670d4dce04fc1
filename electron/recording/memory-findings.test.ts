/** What a build may fail on, found in recordings written as text. */
import { describe, expect, test } from "vitest";
import type { AgentMessage } from "../contract/agent-message";
import { CLASSIC_CYCLE_SCRIPT, classicCycleMessages } from "./classic-cycle-for-tests";
import { MessagesForTests, type HeapText } from "./messages-for-tests";
import { createRecorder } from "./recorder";
import type { Recorder } from "./recorder-interface";

function record(script: string, messages: readonly AgentMessage[]): Recorder {
  const recorder = createRecorder({ scriptText: script });
  for (const message of messages) recorder.accept(message);
  return recorder;
}

/** One heap and its names after each line. */
function recordHeaps(
  ...steps: readonly { readonly code: string; readonly heap: HeapText; readonly names: string[] }[]
): Recorder {
  const write = new MessagesForTests();
  const namesOf = (names: readonly string[]) => ({
    "<module>": Object.fromEntries(names.map((name) => [name, name])),
  });
  return record(steps.map(({ code }) => code).join("\n"), [
    write.heap({}, { "<module>": {} }),
    write.step(undefined),
    ...steps.flatMap(({ heap, names }, place) => [
      write.heap(heap, namesOf(names)),
      write.step(place + 1),
    ]),
  ]);
}

describe("garbage", () => {
  test("of the classic cycle is the pair, with the lines that tied it and the step that freed it", () => {
    const recorder = record(CLASSIC_CYCLE_SCRIPT, classicCycleMessages());
    expect(recorder.findings(["garbage"])).toEqual({
      isComplete: true,
      findings: [
        {
          kind: "garbage",
          isCycle: true,
          objects: [
            { key: "obj1", typeName: "MyObject", size: 56 },
            { key: "obj2", typeName: "MyObject", size: 56 },
          ],
          objectCount: 2,
          size: 112,
          since: { step: 8, line: 17, file: "", code: "del obj2" },
          references: [
            {
              expression: "obj1.ref",
              to: "obj2",
              made: { step: 5, line: 13, file: "", code: "obj1.ref = obj2" },
            },
            {
              expression: "obj2.ref",
              to: "obj1",
              made: { step: 6, line: 14, file: "", code: "obj2.ref = obj1" },
            },
          ],
          referenceCount: 2,
          goneInStep: 9,
        },
      ],
    });
  });

  test("is told once, however long it waits, and says when it never went", () => {
    const ring: HeapText = { a: { type: "list", refcount: 1, length: 1, edges: ["[0] -> a"] } };
    const recorder = recordHeaps(
      { code: "a = []; a.append(a)", heap: { a: { ...ring["a"]!, refcount: 2 } }, names: ["a"] },
      { code: "del a", heap: ring, names: [] },
      { code: "x = 1", heap: ring, names: [] },
      { code: "x = 2", heap: ring, names: [] },
    );
    const { findings } = recorder.findings(["garbage"]);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.since.code).toBe("del a");
    expect(findings[0]?.goneInStep).toBeUndefined();
  });

  test("is not what goes at once, and not what is still reachable", () => {
    const one: HeapText = { a: { type: "list", refcount: 1, length: 0 } };
    const recorder = recordHeaps(
      { code: "a = []", heap: one, names: ["a"] },
      { code: "del a", heap: {}, names: [] },
    );
    expect(recorder.findings(["garbage", "uncollectable", "resurrected"])).toEqual({
      findings: [],
      isComplete: true,
    });
  });

  test("is not a class that is dropped, nor what only it refers to", () => {
    const parts: HeapText = {
      C: {
        type: "type",
        is: "class",
        title: "C",
        refcount: 1,
        edges: [".__dict__ -> d", ".__mro__ -> m"],
      },
      d: { type: "dict", is: "plain dict", refcount: 1, edges: ["['cache'] -> cache"] },
      m: { type: "tuple", refcount: 1, length: 1, edges: ["[0] -> C"] },
      cache: { type: "list", refcount: 1, length: 0 },
    };
    const recorder = recordHeaps(
      {
        code: "class C: cache = []",
        heap: { ...parts, C: { ...parts["C"]!, refcount: 2 } },
        names: ["C"],
      },
      { code: "del C", heap: parts, names: [] },
    );
    expect(recorder.findings(["garbage"]).findings).toEqual([]);
  });

  test("of more than a hundred cycles the first hundred are told, and that there are more", () => {
    const ring = (place: number): HeapText => ({
      [`r${place}`]: { type: "list", refcount: 1, length: 1, edges: [`[0] -> r${place}`] },
    });
    const all = Array.from({ length: 101 }, (_, place) => ring(place));
    const heap: HeapText = Object.assign({}, ...all);
    const held: HeapText = Object.fromEntries(
      Object.entries(heap).map(([name, object]) => [name, { ...object, refcount: 2 }]),
    );
    const recorder = recordHeaps(
      { code: "make()", heap: held, names: Object.keys(heap) },
      { code: "drop()", heap, names: [] },
    );
    const { findings, isComplete } = recorder.findings(["garbage"]);
    expect(findings).toHaveLength(100);
    expect(isComplete).toBe(false);
  });
});

test("what a finalizer brought back is told once, with the name that holds it", () => {
  const phoenix = (finalizer: "pending" | "ran"): HeapText => ({
    p: { type: "Phoenix", refcount: 1, finalizer },
  });
  const recorder = recordHeaps(
    { code: "p = Phoenix()", heap: phoenix("pending"), names: ["p"] },
    { code: "rise()", heap: phoenix("ran"), names: ["p"] },
    { code: "x = 1", heap: phoenix("ran"), names: ["p"] },
  );
  expect(recorder.findings(["garbage"]).findings).toEqual([]);
  const { findings } = recorder.findings(["resurrected"]);
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({
    kind: "resurrected",
    since: { code: "rise()" },
    objects: [{ key: "p" }],
    references: [{ expression: "p", to: "p" }],
  });
});
