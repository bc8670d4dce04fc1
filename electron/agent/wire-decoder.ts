/** Bytes from the agent -> frames -> checked AgentMessages. Nothing the agent says is trusted before this file. */
import type { AgentMessage } from "../contract/agent-message";
import { decodeMessage } from "./agent-messages";
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
