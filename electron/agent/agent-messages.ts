/** The columns of each kind of frame -> its AgentMessage, checked; the big ones have files of their own. */
import { NONE, type AgentMessage, type StepMessage } from "../contract/agent-message";
import { decodeCandidates } from "./candidates-message";
import { createColumnReader, type ColumnReader } from "./column-reader";
import { decodeHeap } from "./heap-message";
import type { WireColumn } from "./wire-columns";
import { WireError, type MessageName } from "./wire-format";

type Decoders = { readonly [Name in MessageName]: (read: ColumnReader) => AgentMessage };

const decoders: Decoders = {
  hello: decodeHello,
  heap: decodeHeap,
  step: decodeStep,
  candidates: decodeCandidates,
  "collection-start": decodeCollectionStart,
  "collection-stop": decodeCollectionStop,
  paused: decodePaused,
  failure: decodeFailure,
  ended: (read) => ({
    kind: "ended",
    how: oneOf(["returned", "raised"], read.u32s(0, 1)[0], "ended.how"),
  }),
  "tracing-lost": (read) => ({ kind: "tracing-lost", line: lineOf(read.u32s(0, 1)[0]) }),
  running(read) {
    const [line = 0, depth = 0, thread = 0] = read.u32s(0, 3);
    return { kind: "running", line, depth, thread, file: read.texts(1, 1)[0] ?? "" };
  },
  exit(read) {
    const [stdoutBytes = 0, stderrBytes = 0] = read.u64s(0, 2);
    return { kind: "exit", stdoutBytes, stderrBytes };
  },
};

export function decodeMessage(name: MessageName, columns: readonly WireColumn[]): AgentMessage {
  return decoders[name](createColumnReader(name, columns));
}

function decodeCollectionStart(read: ColumnReader): AgentMessage {
  const kind = "collection-start";
  const [generation, c0 = 0, c1 = 0, c2 = 0, t0 = 0, t1 = 0, t2 = 0, enabled, byPerson] = read.u32s(
    0,
    9,
  );
  return {
    kind,
    generation: generationOf(generation, kind),
    counts: [c0, c1, c2],
    thresholds: [t0, t1, t2],
    enabled: enabled === 1,
    byPerson: byPerson === 1,
  };
}

function decodeCollectionStop(read: ColumnReader): AgentMessage {
  const kind = "collection-stop";
  const [generation, collected = 0, uncollectable = 0] = read.u32s(0, 3);
  return {
    kind,
    generation: generationOf(generation, kind),
    collected,
    uncollectable,
    gone: read.u64s(1),
    garbage: read.u64s(2),
  };
}

function decodeFailure(read: ColumnReader): AgentMessage {
  const [type = "", message = "", file = ""] = read.texts(1, 3);
  return { kind: "failure", line: lineOf(read.u32s(0, 1)[0]), type, message, file };
}

function decodeHello(read: ColumnReader): AgentMessage {
  const [
    version = 0,
    pid = 0,
    major = 0,
    minor = 0,
    micro = 0,
    pointerBytes = 0,
    gil,
    inexact = 0,
  ] = read.u32s(0, 8);
  const [implementation = "", executable = "", script = "", mechanism = ""] = read.texts(1, 4);
  return {
    kind: "hello",
    wireVersion: version,
    pid,
    version: [major, minor, micro],
    pointerBytes,
    gilDisabled: gil === 1,
    inexact: inexactnesses.filter((_, bit) => (inexact & (1 << bit)) !== 0),
    implementation,
    executable,
    script,
    mechanism,
  };
}

/** By bit. */
const inexactnesses = ["free-threaded", "incremental", "counts", "free-lists"] as const;
const pauseReasons = ["end", "step-limit", "breakpoint", "stepped", "between-cells"] as const;
const howSteps = ["continued", "returned", "raised", "person"] as const;

function decodePaused(read: ColumnReader): AgentMessage {
  const [reason, line] = read.u32s(0, 2);
  const [file = ""] = read.texts(1, 1);
  return {
    kind: "paused",
    reason: oneOf(pauseReasons, reason, "paused.reason"),
    line: lineOf(line),
    file,
  };
}

function decodeStep(read: ColumnReader): StepMessage {
  const [depth = 0, line, nextLine, nextDepth = 0, thread = 0, how, frameSerial = 0] = read.u32s(
    0,
    7,
  );
  const [stdoutBytes = 0, stderrBytes = 0] = read.u64s(1, 2);
  const [scope = "", file = "", code = ""] = read.texts(2, 3);
  return {
    kind: "step",
    depth,
    line: lineOf(line),
    nextLine: lineOf(nextLine),
    nextDepth,
    thread,
    how: oneOf(howSteps, how, "step.how"),
    frameSerial,
    stdoutBytes,
    stderrBytes,
    scope,
    file,
    code,
  };
}

function lineOf(value: number | undefined): number | undefined {
  return value === NONE ? undefined : value;
}

function generationOf(value: number | undefined, message: string): 0 | 1 | 2 {
  if (value === 0 || value === 1 || value === 2) return value;
  throw new WireError(`${message} names generation ${value}.`);
}

function oneOf<Word extends string>(
  words: readonly Word[],
  value: number | undefined,
  what: string,
): Word {
  const word = value === undefined ? undefined : words[value];
  if (word === undefined) throw new WireError(`${what} is ${value}.`);
  return word;
}
