/** The recorder on whole runs: playback, big heaps, output, notes and words beyond the classic cycle. */
import { describe, expect, test } from "vitest";
import { entryIndex } from "../contract/ids";
import { classicCycleMessages, CLASSIC_CYCLE_SCRIPT } from "./classic-cycle-for-tests";
import { longRecording } from "./long-recording-for-tests";
import { MessagesForTests, type HeapText } from "./messages-for-tests";
import { createRecorder } from "./recorder";

const SHOWN = { showHidden: false };

describe("a recording", () => {
  test("shows the same picture while it grows and when it is complete", () => {
    const recorder = createRecorder({ scriptText: CLASSIC_CYCLE_SCRIPT });
    const early: unknown[] = [];
    for (const message of classicCycleMessages()) {
      recorder.accept(message);
      if (message.kind === "step")
        early.push(recorder.view(entryIndex(recorder.length - 1), SHOWN).cycles);
    }
    const late = early.map((_, entry) => recorder.view(entryIndex(entry), SHOWN).cycles);
    expect(late).toEqual(early);
  });

  test("rebuilds any entry exactly as a recording that ended there", () => {
    const messages = longRecording(130, 12);
    const whole = createRecorder({ scriptText: "pass" });
    for (const message of messages) whole.accept(message);
    for (const entry of [1, 63, 64, 65, 128]) {
      const short = createRecorder({ scriptText: "pass" });
      for (const message of messages.slice(0, (entry + 1) * 2)) short.accept(message);
      expect(whole.view(entryIndex(entry), SHOWN)).toEqual(short.view(entryIndex(entry), SHOWN));
    }
  });

  test("draws at most 150 cards and counts what it leaves out", () => {
    const recorder = createRecorder({ scriptText: "pass" });
    for (const message of longRecording(3, 400)) recorder.accept(message);
    const view = recorder.view(entryIndex(3), SHOWN);
    expect([view.nodes.length, view.shown, view.leftOut]).toEqual([150, 150, 250]);
    const ids = new Set(view.nodes.map((node) => node.id));
    expect(view.edges.every((edge) => ids.has(edge.to))).toBe(true);
  });

  test("shows the first three and the last element of a long list", () => {
    const write = new MessagesForTests();
    const edges = Array.from({ length: 1000 }, (_, place) => `[${999 - place}] = ${999 - place}`);
    const recorder = createRecorder({ scriptText: "pass" });
    recorder.accept(
      write.heap(
        { l: { type: "list", refcount: 1, length: 1000, edges } },
        { "<module>": { l: "l" } },
      ),
    );
    recorder.accept(write.step(1));
    const [node] = recorder.view(entryIndex(0), SHOWN).nodes;
    expect(node?.rows.map((row) => `${row.label} ${row.text}`)).toEqual([
      "[0] 0",
      "[1] 1",
      "[2] 2",
      " 996 more",
      "[999] 999",
    ]);
    expect(node?.hiddenRows).toBe(996);
    expect(node?.subtitle).toBe("len 1,000");
  });

  test("gives what was written after the last line to the last entry", () => {
    const write = new MessagesForTests();
    const recorder = createRecorder({ scriptText: "pass" });
    recorder.accept(write.heap({}, { "<module>": {} }));
    recorder.accept(write.step(undefined, { stdoutBytes: 3 }));
    recorder.accept(write.heap({}, { "<module>": {} }));
    recorder.accept(write.step(1, { stdoutBytes: 5 }));
    recorder.accept({ kind: "exit", stdoutBytes: 9, stderrBytes: 2 });
    expect(recorder.outputEnd(entryIndex(0))).toEqual({ stdout: 3, stderr: 0 });
    expect(recorder.outputEnd(entryIndex(1))).toEqual({ stdout: 9, stderr: 2 });
  });
});

describe("the banner", () => {
  function insightsOf(
    script: string,
    heaps: readonly (readonly [HeapText, Readonly<Record<string, string>>])[],
    collectorOffFrom = Infinity,
  ): readonly (string | undefined)[] {
    const write = new MessagesForTests();
    const recorder = createRecorder({ scriptText: script });
    for (const [line, [heap, names]] of heaps.entries()) {
      const collectorOn = line < collectorOffFrom;
      recorder.accept(write.heap(heap, { "<module>": names }, { collectorOn }));
      recorder.accept(write.step(line === 0 ? undefined : line));
    }
    return heaps.map((_, entry) => {
      const { insight } = recorder.view(entryIndex(entry), SHOWN);
      return insight === undefined ? undefined : `${insight.title} ${insight.body}`;
    });
  }

  test("explains getrefcount by names and its argument", () => {
    const list = { type: "list", refcount: 2 } as const;
    const insights = insightsOf("a = b = []\nprint(sys.getrefcount(a))\n", [
      [{}, {}],
      [{ a: list }, { a: "a", b: "a" }],
      [{ a: list }, { a: "a", b: "a" }],
    ]);
    expect(insights).toEqual([
      "Nothing has run yet. Press F10 to run the first line, and the comma key to step back.",
      undefined,
      "3 = 2 names + 1 argument. While getrefcount runs, its own argument also points to the list.",
    ]);
  });

  test("says when an object is freed at once", () => {
    const insights = insightsOf("a = []\ndel a\n", [
      [{}, {}],
      [{ a: { type: "list", refcount: 1 } }, { a: "a" }],
      [{}, {}],
    ]);
    expect(insights[2]).toBe(
      "Freed at once. The last reference to this list went away, so Python returned its memory immediately. No collector was needed.",
    );
  });

  test("names the line that switched the collector off", () => {
    const loop = { type: "Loop", refcount: 1, edges: [".me -> a"] } as const;
    const script = "switch_off = gc.disable; switch_off()\na = Loop()\ndel a\n";
    const insights = insightsOf(
      script,
      [
        [{}, {}],
        [{}, {}],
        [{ a: { ...loop, refcount: 2 } }, { a: "a" }],
        [{ a: loop }, {}],
      ],
      1,
    );
    expect(insights[3]).toBe(
      "Unreachable, but still in memory. No name leads to a any more, yet it still refers to itself. The cycle collector is off (gc.disable(), line 1).",
    );
  });
});
