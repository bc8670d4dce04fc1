/** Bytes of a real run, cut, flipped, dropped, doubled and swapped: always a clear sentence, never a crash or a hang, and the entries before are kept. */
import { beforeAll, describe, expect, test } from "vitest";
import { entryIndex } from "../contract/ids";
import type { StepSummary } from "../contract/session-events";
import { runUnderAgent } from "./agent-run-for-tests";
import { createEngineHost } from "./engine-host";
import type { EngineQuestion, FromEngine } from "./engine-protocol";
import { findTestPythons } from "./interpreters-for-tests";

const { pythons } = await findTestPythons();
const seed = Number(process.env["OUROSCOPE_SEED"] ?? Math.floor(Date.now() / 1000) % 1_000_000);
const rounds = Number(process.env["OUROSCOPE_FUZZ"] ?? 25);

const SCRIPT = `import gc, weakref

class Node:
    def __init__(self, name):
        self.name = name
    def __del__(self):
        pass

def pair():
    a = Node("a")
    b = Node("b")
    a.other = b
    b.other = a
    return weakref.ref(a), lambda: a

def numbers():
    for n in range(3):
        yield n

kept = [pair(), numbers()]
print(next(kept[1]))
kept.append({"list": kept, (1, 2): {3.5, None}})
del kept
gc.collect()
text = "Größe"
`;

/** One line of a frame's header: u32 length, u16 kind, u16 version. */
interface Frame {
  readonly start: number;
  readonly end: number;
}

let intact: Uint8Array = new Uint8Array();
let frames: readonly Frame[] = [];
let wholeSteps: readonly StepSummary[] = [];
let entriesByFrame: readonly number[] = [];

beforeAll(async () => {
  // The newest that is not the very newest: every column is in use.
  const python = pythons.at(-1);
  if (python === undefined) throw new Error("No Python was found to record a run with.");
  intact = (await runUnderAgent(python.path, SCRIPT)).bytes;
  frames = framesOf(intact);
  wholeSteps = hear([intact]).steps;
  entriesByFrame = countEntries();
}, 60_000);

function framesOf(bytes: Uint8Array): readonly Frame[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found: Frame[] = [];
  for (let start = 0; start < bytes.byteLength;) {
    const end = start + 8 + view.getUint32(start, true);
    found.push({ start, end });
    start = end;
  }
  return found;
}

/** The same numbers for the same seed (mulberry32). */
function randomNumbers(from: number): (below: number) => number {
  let state = from;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

interface Heard {
  readonly steps: readonly StepSummary[];
  readonly damage: readonly string[];
  readonly unanswered: readonly string[];
}

function hear(chunks: readonly Uint8Array[]): Heard {
  const steps: StepSummary[] = [];
  const damage: string[] = [];
  const unanswered: string[] = [];
  const host = createEngineHost((message: FromEngine) => {
    if (message.kind === "progress") steps.push(...message.progress.steps);
    if (message.kind === "damaged") damage.push(message.detail);
    if (message.kind === "question-failed") unanswered.push(message.reason);
  });
  host.receive({ kind: "open", scriptText: SCRIPT });
  for (const bytes of chunks) host.receive({ kind: "bytes", bytes });
  host.receive({ kind: "end-of-bytes" });
  for (const [id, question] of questionsAbout(steps.length).entries())
    host.receive({ kind: "ask", id, question });
  return { steps, damage, unanswered };
}

function questionsAbout(entries: number): readonly EngineQuestion[] {
  const options = { showHidden: false };
  const asked: EngineQuestion[] = [
    { kind: "steps" },
    { kind: "union-graph", options },
    { kind: "report", from: entryIndex(0) },
  ];
  for (let entry = 0; entry < entries; entry += Math.max(1, entries >> 2)) {
    asked.push({ kind: "view", entry: entryIndex(entry), options });
    asked.push({ kind: "cycles", entry: entryIndex(entry) });
    for (const node of ["o0", "o3", "o9"])
      asked.push({ kind: "inspect", entry: entryIndex(entry), node });
  }
  return asked;
}

/** Words of a program that fell over its own feet. */
const CRASH = /undefined|is not a function|null|array length|call stack|out of bounds|NaN/i;

/** What is not as it must be, in words. */
function complaints(heard: Heard, keptEntries: number): readonly string[] {
  const kept = JSON.stringify(heard.steps.slice(0, keptEntries));
  return [
    ...(heard.damage.length > 1 ? [`damage is told ${heard.damage.length} times`] : []),
    ...heard.damage.filter((sentence) => CRASH.test(sentence) || !/\w+ .*\w/.test(sentence)),
    ...heard.unanswered,
    ...(kept === JSON.stringify(wholeSteps.slice(0, keptEntries)) ? [] : ["entries are lost"]),
  ];
}

/** Entries of the frames before the one that begins here. */
function entriesBefore(place: number): number {
  return entriesByFrame[frames.filter(({ end }) => end <= place).length] ?? 0;
}

/** Index: so many frames. */
function countEntries(): readonly number[] {
  let entries = 0;
  const counts = [0];
  const host = createEngineHost((message) => {
    if (message.kind === "progress") entries += message.progress.steps.length;
  });
  host.receive({ kind: "open", scriptText: SCRIPT });
  for (const { start, end } of frames) {
    host.receive({ kind: "bytes", bytes: intact.subarray(start, end) });
    // Progress is told at once at the end of bytes, and more may follow.
    host.receive({ kind: "end-of-bytes" });
    counts.push(entries);
  }
  return counts;
}

describe(`the engine (seed ${seed})`, { timeout: 30_000 + rounds * 1000 }, () => {
  const random = randomNumbers(seed);

  test("keeps every entry before the place where the bytes end", () => {
    const places = [1, 7, 8, 9, ...Array.from({ length: rounds }, () => random(intact.length))];
    for (const place of places) {
      const heard = hear([intact.subarray(0, place)]);
      expect(heard.damage).toEqual([]);
      expect(complaints(heard, heard.steps.length)).toEqual([]);
    }
  });

  test("takes the bytes in pieces of any size", () => {
    const chunks: Uint8Array[] = [];
    for (let start = 0; start < intact.length;) {
      const end = start + 1 + random(start % 3 === 0 ? 9 : 4000);
      chunks.push(intact.subarray(start, end));
      start = end;
    }
    expect(hear(chunks).steps).toEqual(wholeSteps);
    expect(wholeSteps.length).toBeGreaterThan(10);
  });

  test("says what is wrong after flipped bits, or was not told anything wrong", () => {
    for (let round = 0; round < rounds * 2; round += 1) {
      const bytes = Uint8Array.from(intact);
      const place = random(bytes.length);
      bytes[place] = (bytes[place] ?? 0) ^ (1 << random(8));
      const kept = entriesBefore(frames.find(({ end }) => end > place)?.start ?? 0);
      expect(complaints(hear([bytes]), kept)).toEqual([]);
    }
  });

  test("refuses counts and lengths that are too large", () => {
    for (let round = 0; round < rounds; round += 1) {
      const bytes = Uint8Array.from(intact);
      const frame = frames[random(frames.length)] ?? { start: 0, end: 0 };
      const view = new DataView(bytes.buffer);
      const large = [0xffffffff, 0x7fffffff, 0x10000001, 257 * 1024 * 1024][random(4)] ?? 0;
      const isLength = random(2) === 0;
      const place = isLength ? frame.start : frame.start + 8 + 4;
      view.setUint32(place, large, true);
      const heard = hear([bytes]);
      expect(complaints(heard, entriesBefore(frame.start))).toEqual([]);
      expect([isLength ? 1 : heard.damage.length]).toEqual([1]);
    }
  });

  test("says what is missing when frames are dropped, doubled or swapped", () => {
    for (let round = 0; round < rounds; round += 1) {
      const order = [...frames];
      const place = random(order.length - 1);
      const [frame, next] = [order[place], order[place + 1]];
      if (frame === undefined || next === undefined) continue;
      const how = random(3);
      if (how === 0) order.splice(place, 1);
      else if (how === 1) order.splice(place, 0, frame);
      else order.splice(place, 2, next, frame);
      const heard = hear(order.map(({ start, end }) => intact.subarray(start, end)));
      expect(complaints(heard, entriesBefore(frame.start))).toEqual([]);
    }
  });

  test("says that an agent is newer than the app", () => {
    const place = frames[Math.floor(frames.length / 2)]?.start ?? 0;
    const bytes = Uint8Array.from(intact);
    new DataView(bytes.buffer).setUint16(place + 6, 3, true);
    const heard = hear([bytes]);
    expect(complaints(heard, entriesBefore(place))).toEqual([]);
    expect(heard.damage).toEqual(["The agent speaks version 3 of the wire, the app 2."]);
  });

  test("outlives bytes that mean nothing", () => {
    for (let round = 0; round < rounds; round += 1) {
      const bytes = Uint8Array.from({ length: 8 + random(5000) }, () => random(256));
      expect(complaints(hear([bytes]), 0)).toEqual([]);
    }
  });
});
