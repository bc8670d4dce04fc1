/** Whatever a script does, its recording answers the same after it was saved and read again. */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { createRecorder } from "../recording/recorder";
import type { RecordingReader } from "../recording/recorder-interface";
import { answersAboutAll, answersAt, factsForTests } from "../recording/recording-facts-for-tests";
import { reopenRecording } from "../recording/reopen-recording";
import { runUnderAgent } from "./agent-run-for-tests";
import { findTestPythons } from "./interpreters-for-tests";

const { pythons } = await findTestPythons();
const python = pythons.at(-1);
const examples = path.resolve(import.meta.dirname, "../../assets/examples");

/** Of the recording, and of the same after it was saved and read again. */
async function answersTwice(
  text: string,
): Promise<{ readonly live: unknown; readonly reopened: unknown }> {
  const { messages } = await runUnderAgent(python?.path ?? "", text);
  const live = createRecorder({ scriptText: text });
  for (const message of messages) live.accept(message);
  const bytes = live.file(factsForTests, [], { values: false, source: false });
  const { recording } = reopenRecording(bytes);
  if (recording === undefined) throw new Error("The file was not read");
  // Enough of them to meet calls, deaths and collections.
  const every = Math.max(1, Math.floor(live.length / 3));
  const entries = Array.from({ length: live.length }, (_, entry) => entry).filter(
    (entry) => (live.length - 1 - entry) % every === 0,
  );
  const answers = (from: RecordingReader): unknown => [
    answersAboutAll(from),
    ...entries.map((entry) => answersAt(from, entry)),
  ];
  return { live: answers(live), reopened: answers(recording.reader) };
}

describe.skipIf(python === undefined)("a reopened recording answers as the live one", () => {
  const names = fs.readdirSync(examples).filter((name) => name.endsWith(".py"));
  test.each(names)("of %s", async (name) => {
    const text = fs.readFileSync(path.join(examples, name), "utf8");
    const { live, reopened } = await answersTwice(text);
    expect(reopened).toEqual(live);
  });

  test.each([1, 2, 3, 4])("of a script made up at random (%i)", async (seed) => {
    const { live, reopened } = await answersTwice(randomScript(seed));
    expect(reopened).toEqual(live);
  });
});

/** Binds, links, deletes and collects a handful of names in an order that depends on the seed. */
function randomScript(seed: number): string {
  let state = seed;
  const pick = <Item>(items: readonly Item[]): Item | undefined => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return items[Math.floor((state / 2_147_483_648) * items.length)];
  };
  const names = ["a", "b", "c", "d"];
  const lines = [
    "import gc, weakref",
    "class Node:",
    "    def __init__(self, value):",
    "        self.value = value",
    "        self.links = []",
    "    def __del__(self):",
    "        last.append(self.value)",
    "def link(x, y):",
    "    x.links.append(y)",
    "    return len(x.links)",
    "last = []",
    ...names.map((name) => `${name} = Node('${name}')`),
  ];
  for (let line = 0; line < 16; line += 1) {
    const one = pick(names);
    const other = pick(names);
    lines.push(
      pick([
        `link(${one}, ${other})`,
        `${one} = Node('${one}${line}')`,
        `${one}.${other} = {'${other}': [${one}, ${line}]}`,
        `${one}.weak = weakref.ref(${other})`,
        `${one} = ${other}`,
        "gc.collect()",
        `last = [make() for make in [lambda: ${one}, lambda: ${other}]]`,
        `del ${one}; ${one} = Node((${line}, '\\u00e4\\u202e'))`,
      ]) ?? "pass",
    );
  }
  return `${lines.join("\n")}\n`;
}
