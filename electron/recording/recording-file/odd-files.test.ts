/** Files that are cut off, too new, too large when inflated, or say strange things; and what is left out on request. */
import { unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { entryIndex } from "../../contract/ids";
import { classicCycleMessages, CLASSIC_CYCLE_SCRIPT } from "../classic-cycle-for-tests";
import { createRecorder } from "../recorder";
import type { Recorder } from "../recorder-interface";
import { factsForTests } from "../recording-facts-for-tests";
import { reopenRecording } from "../reopen-recording";

const EVERYTHING = { values: false, source: false };
const SHOWN = { showHidden: false };

function classicCycle(): Recorder {
  const recorder = createRecorder({ scriptText: CLASSIC_CYCLE_SCRIPT });
  for (const message of classicCycleMessages()) recorder.accept(message);
  return recorder;
}

const whole = classicCycle().file(factsForTests, [], EVERYTHING);

function withManifest(change: (manifest: string) => string): Uint8Array {
  const parts = unzipSync(whole);
  const text = new TextDecoder().decode(parts["manifest.json"]);
  return zipSync({ ...parts, "manifest.json": new TextEncoder().encode(change(text)) });
}

describe("a damaged file", () => {
  test("that was cut off is read up to the segment before the cut, as it was saved", () => {
    const { trouble, recording } = reopenRecording(
      whole.subarray(0, Math.floor(whole.length * 0.7)),
    );
    const reader = recording?.reader;
    const last = (reader?.length ?? 0) - 1;
    expect(last).toBeGreaterThan(2);
    const live = classicCycle();
    const { step } = live.stepsFrom(entryIndex(last))[0] ?? {};
    expect(trouble).toEqual({ kind: "damaged", lastStep: step });
    expect(reader?.view(entryIndex(last), SHOWN).nodes).toEqual(
      live.view(entryIndex(last), SHOWN).nodes,
    );
  });

  test.each([0, 4, 100, 400])("of %i bytes is refused", (length) => {
    const { trouble, recording } = reopenRecording(whole.subarray(0, length));
    expect(recording).toBeUndefined();
    expect(["not-a-recording", "damaged"]).toContain(trouble?.kind);
  });

  test("that lost its list of parts is opened with everything in it", () => {
    const { trouble, recording } = reopenRecording(whole.subarray(0, whole.length - 30));
    expect(trouble).toMatchObject({ kind: "damaged", lastStep: 9 });
    expect(recording?.reader.length).toBe(classicCycle().length);
  });
});

describe("a file of somebody else", () => {
  test("made by a newer version is refused as such", () => {
    const newer = withManifest((text) => text.replace('"version": 1', '"version": 2'));
    expect(reopenRecording(newer).trouble).toEqual({ kind: "newer", version: 2 });
  });

  test("that is a zip, and no recording, is refused as such", () => {
    const zip = zipSync({ "word/document.xml": new Uint8Array(100) });
    expect(reopenRecording(zip).trouble).toEqual({ kind: "not-a-recording" });
  });

  test.each([
    ["says it inflates to gigabytes", 0xfff00000],
    ["inflates to more than it says", 10],
  ])("that %s is refused before it does", (_, said) => {
    const bomb = zipSync({ "manifest.json": new Uint8Array(1_000_000) }, { level: 9 });
    new DataView(bomb.buffer, bomb.byteOffset).setUint32(22, said, true);
    expect(reopenRecording(bomb)).toEqual({
      trouble: { kind: "damaged", lastStep: undefined },
      recording: undefined,
    });
  });

  test("has no line breaks and no turned text in its names, and no endless ones", () => {
    const odd = withManifest((text) =>
      text.replace('"script.py"', JSON.stringify(`a/../b\u202egpj\n${"x".repeat(10_000)}`)),
    );
    const name = reopenRecording(odd).recording?.facts.script.name ?? "";
    expect(name).toHaveLength(4096);
    expect(name).toMatch(/^a\/\.\.\/b\u{FFFD}gpj\u{FFFD}x+$/u);
  });
});

describe("a redacted file", () => {
  const output = [{ entry: entryIndex(1), stream: "stdout", text: "secret output" }] as const;
  const facts = { ...factsForTests, output, script: { ...factsForTests.script, text: "secret" } };
  const redacted = classicCycle().file(facts, [{ path: "/a.py", text: "secret" }], {
    values: true,
    source: true,
  });

  test("holds no value, no line of the script and nothing that was printed", () => {
    const texts = Object.values(unzipSync(redacted)).map((part) => new TextDecoder().decode(part));
    for (const secret of ["secret", "'obj1'", "gc.collect()"])
      expect(texts.filter((text) => text.includes(secret))).toEqual([]);
  });

  test("keeps the graph as it was", () => {
    const reader = reopenRecording(redacted).recording?.reader;
    const live = classicCycle();
    const entry = entryIndex(live.length - 2);
    const shape = ({ nodes, edges }: ReturnType<Recorder["view"]>): unknown => [
      nodes.map(({ id, refcount, state, size }) => [id, refcount, state, size]),
      edges.map(({ from, to, kind }) => [from, to, kind]),
    ];
    expect(reader && shape(reader.view(entry, SHOWN))).toEqual(shape(live.view(entry, SHOWN)));
  });
});
