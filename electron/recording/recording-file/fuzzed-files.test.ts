/** Ten thousand files that are almost recordings: each is read, or refused in words, and none takes the app down. */
import { unzipSync, zipSync } from "fflate";
import { expect, test } from "vitest";
import { entryIndex } from "../../contract/ids";
import { MessagesForTests } from "../messages-for-tests";
import { createRecorder } from "../recorder";
import { factsForTests } from "../recording-facts-for-tests";
import { reopenRecording } from "../reopen-recording";

const FILES = 10_000;

/** Two steps: a name, a list in a cycle with itself. */
function smallFile(): Uint8Array {
  const write = new MessagesForTests();
  const recorder = createRecorder({ scriptText: "a = []\na.append(a)\n" });
  const heap = { a: { type: "list", refcount: 2, length: 1, edges: ["[0] -> a"] } } as const;
  recorder.accept(write.heap({}, { "<module>": {} }));
  recorder.accept(write.step(undefined));
  recorder.accept(write.heap(heap, { "<module>": { a: "a" } }));
  recorder.accept(write.step(1));
  return recorder.file(factsForTests, [], { values: false, source: false });
}

/** Park and Miller's generator: the same files at every run. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function mutated(bytes: Uint8Array, below: (limit: number) => number): Uint8Array {
  const copy = bytes.slice();
  const at = below(copy.length);
  switch (below(5)) {
    case 0:
      return copy.subarray(0, at);
    case 1:
      return copy.fill(below(256), at, at + 1 + below(16));
    case 2:
      // A number of four bytes that is far too large, or negative.
      return copy.fill(255, at, at + 4);
    case 3:
      return copy.copyWithin(at, below(copy.length), below(copy.length));
    default:
      for (let writes = 1 + below(4); writes > 0; writes -= 1)
        copy.set([below(256)], below(copy.length));
      return copy;
  }
}

test(`${FILES} damaged files are opened or refused, whatever is wrong with them`, () => {
  const bytes = smallFile();
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const below = numbersFrom(20_260_101);
  const seen: Record<string, number> = {};
  for (let file = 0; file < FILES; file += 1) {
    const name = names[below(names.length)] ?? "";
    const part = parts[name] ?? new Uint8Array();
    // Half of them with right checksums: as somebody would who means it.
    const changed =
      file % 2 === 0
        ? mutated(bytes, below)
        : zipSync({ ...parts, [name]: mutated(part, below) }, { level: 0 });
    const { trouble, recording } = reopenRecording(changed);
    const outcome = `${trouble?.kind ?? "whole"} ${recording === undefined ? "refused" : "opened"}`;
    seen[outcome] = (seen[outcome] ?? 0) + 1;
    if (recording === undefined) continue;
    const { reader } = recording;
    expect(reader.view(entryIndex(reader.length - 1), { showHidden: false }).nodes).toBeDefined();
  }
  // Every way of ending was met.
  expect(Object.keys(seen).toSorted((a, b) => a.localeCompare(b, "en"))).toEqual([
    "damaged opened",
    "damaged refused",
    "not-a-recording refused",
    "whole opened",
  ]);
}, 240_000);
