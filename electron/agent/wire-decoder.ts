/** Bytes from the agent -> frames -> checked AgentMessages. Nothing the agent says is trusted before this file. */
import type { AgentMessage, StepMessage } from "../contract/agent-message";
import { assertNever } from "../contract/assert-never";
import { NONE } from "../contract/agent-message";
import { createColumnReader, type ColumnReader } from "./column-reader";
import { decodeCandidates } from "./candidates-message";
import { decodeHeap } from "./heap-message";
import { readColumns, type WireColumn } from "./wire-columns";
import {
  frameHeaderBytes,
  maxPayloadBytes,
  messageByNumber,
  WireError,
  wireVersion,
  type MessageName,
} from "./wire-format";

export interface WireDecoder {
  /** Takes the next bytes, cut anywhere; hands each complete message on. Throws a WireError, after which it must not be used again. */
  push(chunk: Uint8Array, take: (message: AgentMessage) => void): void;
  /** Bytes of a frame that was not complete: 0 when the stream ended between two frames. */
  readonly unfinishedBytes: number;
}

export function createWireDecoder(): WireDecoder {
  const lastColumns = new Map<MessageName, readonly WireColumn[]>();
  let chunks: Uint8Array[] = [];
  let held = 0;

  function bytesNeeded(): number {
    if (held < frameHeaderBytes) return frameHeaderBytes;
    const header = firstBytes(chunks, frameHeaderBytes);
    return frameHeaderBytes + checkedHeader(header).payloadBytes;
  }

  function takeFrame(length: number): Uint8Array {
    const all = chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks, held);
    held -= length;
    chunks = held === 0 ? [] : [all.subarray(length)];
    return all.subarray(0, length);
  }

  return {
    push(chunk, take) {
      chunks.push(chunk);
      held += chunk.byteLength;
      let needed = bytesNeeded();
      while (held >= frameHeaderBytes && held >= needed) {
        const frame = takeFrame(needed);
        const { name } = checkedHeader(frame);
        const columns = readColumns(name, frame.subarray(frameHeaderBytes), lastColumns.get(name));
        lastColumns.set(name, columns);
        take(decodeMessage(name, columns));
        needed = bytesNeeded();
      }
    },
    get unfinishedBytes() {
      return held;
    },
  };
}

function firstBytes(chunks: readonly Uint8Array[], count: number): Uint8Array {
  const first = chunks[0];
  return first && first.byteLength >= count ? first : Buffer.concat(chunks);
}

function checkedHeader(header: Uint8Array): { name: MessageName; payloadBytes: number } {
  const view = new DataView(header.buffer, header.byteOffset, header.byteLength);
  const payloadBytes = view.getUint32(0, true);
  const number = view.getUint16(4, true);
  const version = view.getUint16(6, true);
  if (version !== wireVersion) {
    throw new WireError(`The agent speaks version ${version} of the wire, the app ${wireVersion}.`);
  }
  const name = messageByNumber[number];
  if (name === undefined) throw new WireError(`There is no message of kind ${number}.`);
  if (payloadBytes > maxPayloadBytes) {
    throw new WireError(
      `A ${name} of ${payloadBytes} bytes is over the limit of ${maxPayloadBytes}.`,
    );
  }
  return { name, payloadBytes };
}

function decodeMessage(name: MessageName, columns: readonly WireColumn[]): AgentMessage {
  const read = createColumnReader(name, columns);
  switch (name) {
    case "hello":
      return decodeHello(read);
    case "heap":
      return decodeHeap(read);
    case "step":
      return decodeStep(read);
    case "collection-start": {
      const [generation, c0, c1, c2, t0, t1, t2, enabled, byPerson] = read.u32s(0, 9);
      return {
        kind: name,
        generation: generationOf(generation, name),
        counts: [c0 ?? 0, c1 ?? 0, c2 ?? 0],
        thresholds: [t0 ?? 0, t1 ?? 0, t2 ?? 0],
        enabled: enabled === 1,
        byPerson: byPerson === 1,
      };
    }
    case "collection-stop": {
      const [generation, collected = 0, uncollectable = 0] = read.u32s(0, 3);
      return {
        kind: name,
        generation: generationOf(generation, name),
        collected,
        uncollectable,
        gone: read.u64s(1),
        garbage: read.u64s(2),
      };
    }
    case "candidates":
      return decodeCandidates(read);
    case "ended":
      return { kind: name, how: oneOf(["returned", "raised"], read.u32s(0, 1)[0], "ended.how") };
    case "failure": {
      const [type = "", message = "", file = ""] = read.texts(1, 3);
      return { kind: name, line: lineOf(read.u32s(0, 1)[0]), type, message, file };
    }
    case "paused":
      return decodePaused(read);
    case "tracing-lost":
      return { kind: name, line: lineOf(read.u32s(0, 1)[0]) };
    case "running": {
      const [line = 0, depth = 0, thread = 0] = read.u32s(0, 3);
      return { kind: name, line, depth, thread, file: read.texts(1, 1)[0] ?? "" };
    }
    case "exit": {
      const [stdoutBytes = 0, stderrBytes = 0] = read.u64s(0, 2);
      return { kind: name, stdoutBytes, stderrBytes };
    }
    default:
      return assertNever(name, "message");
  }
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
const pauseReasons = ["end", "step-limit", "breakpoint", "stepped"] as const;
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
