/** What the app may tell a paused agent, and its bytes on the wire. */
import { assertNever } from "../contract/assert-never";
import {
  columnHeaderBytes,
  columnType,
  commandNumber,
  frameHeaderBytes,
  wireVersion,
} from "./wire-format";

export type AgentCommand =
  | { readonly kind: "continue"; readonly furtherSteps: number }
  | { readonly kind: "collect" }
  | { readonly kind: "finish" };

export function encodeCommand(command: AgentCommand): Uint8Array {
  switch (command.kind) {
    case "continue":
      return frame(commandNumber.continue, [command.furtherSteps]);
    case "collect":
      return frame(commandNumber.collect, undefined);
    case "finish":
      return frame(commandNumber.finish, undefined);
    default:
      return assertNever(command, "agent command");
  }
}

function frame(number: number, values: readonly number[] | undefined): Uint8Array {
  const payloadBytes = values === undefined ? 0 : columnHeaderBytes + 4 * values.length;
  const bytes = new Uint8Array(frameHeaderBytes + payloadBytes);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, payloadBytes, true);
  view.setUint16(4, number, true);
  view.setUint16(6, wireVersion, true);
  if (values === undefined) return bytes;
  view.setUint8(frameHeaderBytes, columnType.u32);
  view.setUint32(frameHeaderBytes + 4, values.length, true);
  values.forEach((value, index) => {
    view.setUint32(frameHeaderBytes + columnHeaderBytes + 4 * index, value, true);
  });
  return bytes;
}
