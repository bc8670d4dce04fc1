import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import type { AgentMessage } from "../contract/agent-message";
import { frameFromColumns, type TestColumn } from "./frame-from-columns";
import { createWireDecoder } from "./wire-decoder";

const none = 0xffffffff;

function decode(...chunks: readonly Uint8Array[]): readonly AgentMessage[] {
  const decoder = createWireDecoder();
  const messages: AgentMessage[] = [];
  for (const chunk of chunks) decoder.push(chunk, (message) => messages.push(message));
  return messages;
}

const stepColumns: readonly TestColumn[] = [
  { u32: [1, 5, none, 0, 7, 1, 3] },
  { u64: [12, 0] },
  { text: ["MyObject.__init__", "/tmp/shop.py", ""] },
];
const stepFrame = frameFromColumns(3, stepColumns);
const step: AgentMessage = {
  kind: "step",
  depth: 1,
  line: 5,
  nextLine: undefined,
  nextDepth: 0,
  thread: 7,
  how: "returned",
  frameSerial: 3,
  stdoutBytes: 12,
  stderrBytes: 0,
  scope: "MyObject.__init__",
  file: "/tmp/shop.py",
  code: "",
};

/** One object with one edge to an atom, and one global name bound to it. */
const heapColumns: readonly TestColumn[] = [
  { u32: [29, 4000, 1, 1] },
  { u64: [0x7f00_1234_5678] },
  { u64: [100] },
  { u32: [none] },
  { u32: [1] },
  { u64: [200] },
  { u32: [0, 1] },
  { u64: [] },
  { u64: [100] },
  { text: ["__main__"] },
  { text: ["Größe"] },
  { u64: [0x7f00_1234_5678] },
  { u32: [48] },
  { u32: [4] },
  { u32: [none] },
  { text: [""] },
  { u32: [1] },
  { text: [".ref"] },
  { u8: [1] },
  { text: ["'é'"] },
  { text: ["<module>"] },
  { u32: [3] },
  { u32: [1] },
  { text: ["obj1"] },
  { u64: [0x7f00_1234_5678] },
  { u8: [0] },
  { text: [""] },
  { text: [""] },
  { u64: [300] },
  { u64: [0x7f00_1234_5678] },
  { text: ["sorted_by"] },
  { text: ["/lib/sorting.py"] },
  { u32: [1] },
  { u8: [1] },
  { u32: [2] },
  { text: ["key", ""] },
  { u64: [100, 0x7f00_1234_5678] },
];

function candidatesOf(owner: number): Uint8Array {
  return frameFromColumns(11, [
    { u64: [100, 200] },
    { u64: [7, 8] },
    { u32: [4, none] },
    { u64: [99] },
    { u64: [200, 5, 99, 99] },
    { u64: [200] },
    { u8: [0, owner] },
    { u64: [8] },
    { text: ["re"] },
    { text: ["Pattern"] },
    { u32: [3, 1 << 29] },
  ]);
}

describe("the wire decoder", () => {
  test("reads every short message", () => {
    const messages = decode(
      frameFromColumns(1, [
        { u32: [2, 42, 3, 11, 7, 8, 0, 12] },
        { text: ["cpython", "/usr/bin/python3", "/a/b.py", "trace"] },
      ]),
      frameFromColumns(4, [{ u32: [2, 1, 2, 3, 700, 10, 10, 1, 0] }]),
      frameFromColumns(5, [{ u32: [2, 4, 1] }, { u64: [100] }, { u64: [200] }]),
      frameFromColumns(6, [{ u32: [1] }]),
      frameFromColumns(7, [{ u32: [none] }, { text: ["ValueError", "no", ""] }]),
      frameFromColumns(8, [{ u32: [2, 7] }, { text: ["/tmp/shop.py"] }]),
      frameFromColumns(9, [{ u32: [3] }]),
      frameFromColumns(10, [{ u64: [5, 6] }]),
      frameFromColumns(12, [{ u32: [7, 2, 1] }, { text: ["/tmp/shop.py"] }]),
    );
    expect(messages).toMatchObject([
      {
        kind: "hello",
        pid: 42,
        version: [3, 11, 7],
        mechanism: "trace",
        inexact: ["counts", "free-lists"],
      },
      {
        kind: "collection-start",
        generation: 2,
        counts: [1, 2, 3],
        thresholds: [700, 10, 10],
        enabled: true,
        byPerson: false,
      },
      { kind: "collection-stop", generation: 2, collected: 4, gone: Float64Array.of(100) },
      { kind: "ended", how: "raised" },
      { kind: "failure", line: undefined, type: "ValueError", message: "no" },
      { kind: "paused", reason: "breakpoint", line: 7, file: "/tmp/shop.py" },
      { kind: "tracing-lost", line: 3 },
      { kind: "exit", stdoutBytes: 5, stderrBytes: 6 },
      { kind: "running", line: 7, depth: 2, thread: 1, file: "/tmp/shop.py" },
    ]);
  });

  test("reads a step and a heap, also when they are cut at every byte", () => {
    const bytes = Buffer.concat([frameFromColumns(2, heapColumns), stepFrame]);
    const messages = decode(...Array.from(bytes, (byte) => Uint8Array.of(byte)));
    expect(messages[1]).toEqual(step);
    expect(messages[0]).toMatchObject({
      kind: "heap",
      insideCollection: true,
      collectorOn: false,
      imported: true,
      otherTracer: true,
      permanentGeneration: "grew",
      weakReferences: [{ holder: 300, referent: 0x7f00_1234_5678 }],
      holdingFrames: [
        {
          scope: "sorted_by",
          file: "/lib/sorting.py",
          thread: 1,
          isLibrary: true,
          held: [
            { name: "key", address: 100 },
            { name: "", address: 0x7f00_1234_5678 },
          ],
        },
      ],
      trackedTotal: 4000,
      refcount: Uint32Array.of(none),
      types: [{ address: 100, module: "__main__", qualname: "Größe" }],
      descriptions: [
        {
          size: 48,
          hasFinalizer: true,
          isClass: false,
          length: undefined,
          edges: [{ label: ".ref", referent: 1, text: "'é'" }],
        },
      ],
      frames: [{ scope: "<module>", line: 3, names: [{ name: "obj1", referent: 0 }] }],
    });
  });

  test("reads the candidates of a collection", () => {
    expect(decode(candidatesOf(2))).toEqual([
      {
        kind: "candidates",
        address: Float64Array.of(100, 200),
        typeAddress: Float64Array.of(7, 8),
        refcount: Uint32Array.of(1, none),
        edgeCount: Uint32Array.of(2, 0),
        edgeTarget: Float64Array.of(200, 5),
        borrowed: Float64Array.of(200),
        owner: Uint8Array.of(0, 2),
        types: [{ address: 8, module: "re", qualname: "Pattern" }],
      },
    ]);
  });

  test("repeats a column that is the same as in the last frame of its kind", () => {
    const repeated = frameFromColumns(3, [{ same: true }, { u64: [13, 0] }, { same: true }]);
    const [, second] = decode(Buffer.concat([stepFrame, repeated]));
    expect(second).toEqual({ ...step, stdoutBytes: 13 });
  });

  test("says how many bytes of an unfinished frame it holds", () => {
    const decoder = createWireDecoder();
    decoder.push(stepFrame.subarray(0, 20), () => undefined);
    expect(decoder.unfinishedBytes).toBe(20);
    decoder.push(stepFrame.subarray(20), () => undefined);
    expect(decoder.unfinishedBytes).toBe(0);
  });
});

describe("the wire decoder refuses", () => {
  const heapWith = (column: number, replacement: TestColumn): Buffer =>
    frameFromColumns(2, heapColumns.with(column, replacement));
  const oversized = Buffer.alloc(8);
  oversized.writeUInt32LE(0x10000001, 0);
  oversized.writeUInt16LE(3, 4);
  oversized.writeUInt16LE(2, 6);

  test.each([
    ["another version", frameFromColumns(3, stepColumns, 3), "version 3"],
    ["an unknown kind", frameFromColumns(99, []), "kind 99"],
    ["an oversized frame, before its bytes arrive", oversized, "over the limit"],
    ["a missing column", frameFromColumns(3, stepColumns.slice(0, 2)), "ends before column 2"],
    [
      "a column too many",
      frameFromColumns(6, [{ u32: [0] }, { u32: [0] }]),
      "follow the last column",
    ],
    ["a column of the wrong type", frameFromColumns(6, [{ u8: [0] }]), "not u32"],
    ["a repetition of nothing", frameFromColumns(6, [{ same: true }]), "Nothing came before"],
    ["a count of objects that does not fit", heapWith(3, { u32: [] }), "column 3"],
    ["a count of edges that does not fit", heapWith(5, { u64: [] }), "column 5"],
    ["more tracked rows than rows", heapWith(0, { u32: [0, 1, 2, 0] }), "trackedRows"],
    ["generations that do not nest", heapWith(6, { u32: [1, 0] }), "generations"],
    ["held references that do not fit", heapWith(34, { u32: [1] }), "column 35"],
    ["a candidate of nobody", candidatesOf(3), "nobody"],
    ["an unknown kind of referent", heapWith(25, { u8: [3] }), "kind 3"],
    [
      "a word for how a line ended that it does not know",
      frameFromColumns(6, [{ u32: [7] }]),
      "ended.how",
    ],
  ])("%s", (_what, bytes, complaint) => {
    expect(() => decode(bytes)).toThrow(new RegExp(complaint, "i"));
  });

  test("an address that a double cannot hold", () => {
    const bytes = heapWith(1, { u64: [0] });
    const address = bytes.indexOf(Buffer.from([3, 0, 0, 0, 1, 0, 0, 0])) + 8;
    bytes.writeUInt32LE(0x200000, address + 4);
    expect(() => decode(bytes)).toThrow(/2\^53/);
  });

  test("texts that are longer than the frame", () => {
    const bytes = frameFromColumns(7, [{ u32: [none] }, { text: ["TypeError", "x"] }]);
    bytes.writeUInt32LE(5000, bytes.length - 10 - 8);
    expect(() => decode(bytes)).toThrow(/texts/);
  });
});

const vectorFolder = path.resolve(import.meta.dirname, "../../python-agent/wire-vectors");
const vectors = fs.existsSync(vectorFolder)
  ? fs.readdirSync(vectorFolder).filter((name) => name.endsWith(".bin"))
  : [];

describe.runIf(vectors.length > 0)("golden vectors written by the agent's tests", () => {
  test.each(vectors)("%s decodes", (name) => {
    const messages = decode(fs.readFileSync(path.join(vectorFolder, name)));
    expect(messages.length).toBeGreaterThan(0);
  });
});
