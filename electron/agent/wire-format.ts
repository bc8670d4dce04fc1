/** Frame layout and message kinds of the wire: the TypeScript twin of python-agent/WIRE.md. */

export const wireVersion = 2;
/** u32 length, u16 kind, u16 version. */
export const frameHeaderBytes = 8;
/** u8 type, 3 zero bytes, u32 count. */
export const columnHeaderBytes = 8;
export const maxPayloadBytes: number = 256 * 1024 * 1024;

export type ColumnKind = "u8" | "u32" | "u64" | "text";

export const columnType: Readonly<Record<ColumnKind | "sameAsLast", number>> = {
  u8: 1,
  u32: 2,
  u64: 3,
  text: 4,
  sameAsLast: 5,
};

export type MessageName =
  | "hello"
  | "heap"
  | "step"
  | "collection-start"
  | "collection-stop"
  | "ended"
  | "failure"
  | "paused"
  | "tracing-lost"
  | "exit"
  | "candidates"
  | "running";

const heapGraph: readonly ColumnKind[] = ["u32", "u64", "u64", "u32", "u32", "u64", "u32", "u64"];
const heapTypes: readonly ColumnKind[] = ["u64", "text", "text"];
const heapDescriptions: readonly ColumnKind[] = [
  ...(["u64", "u32", "u32", "u32", "text"] as const), // one value per description
  ...(["u32", "text", "u8", "text"] as const), // its edges
];
const heapFrames: readonly ColumnKind[] = [
  ...(["text", "u32", "u32", "text", "u64", "u8", "text"] as const),
  "text", // file
];
const heapWeakReferences: readonly ColumnKind[] = ["u64", "u64"];
const heapHoldingFrames: readonly ColumnKind[] = [
  ...(["text", "text", "u32", "u8", "u32"] as const), // one value per frame
  ...(["text", "u64"] as const), // what it holds
];

/** The columns of each message from the agent, in the order they stand in the payload. */
export const messageLayouts: Readonly<Record<MessageName, readonly ColumnKind[]>> = {
  hello: ["u32", "text"],
  heap: [
    ...heapGraph,
    ...heapTypes,
    ...heapDescriptions,
    ...heapFrames,
    ...heapWeakReferences,
    ...heapHoldingFrames,
  ],
  step: ["u32", "u64", "text"],
  "collection-start": ["u32"],
  "collection-stop": ["u32", "u64", "u64"],
  ended: ["u32"],
  failure: ["u32", "text"],
  paused: ["u32", "text"],
  "tracing-lost": ["u32"],
  exit: ["u64"],
  candidates: [
    ...(["u64", "u64", "u32", "u64", "u64", "u64"] as const), // graph
    ...(["u8", "u64", "text", "text", "u32"] as const), // owners, types, how to read the counts
  ],
  running: ["u32", "text"],
};

/** Index is the kind's number in the frame header. */
export const messageByNumber: readonly (MessageName | undefined)[] = [
  undefined,
  "hello",
  "heap",
  "step",
  "collection-start",
  "collection-stop",
  "ended",
  "failure",
  "paused",
  "tracing-lost",
  "exit",
  "candidates",
  "running",
];

export type CommandName =
  | "continue"
  | "collect"
  | "finish"
  | "execute"
  | "breakpoints"
  | "pause"
  | "run-cell";

export const commandNumber: Readonly<Record<CommandName, number>> = {
  continue: 1,
  collect: 2,
  finish: 3,
  execute: 4,
  breakpoints: 5,
  pause: 6,
  "run-cell": 7,
};

/** The wire carries something WIRE.md does not allow: a bug in the agent, or a damaged stream. */
export class WireError extends Error {
  override readonly name = "WireError";
}
