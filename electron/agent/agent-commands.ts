/** What the app may tell the agent, and its bytes on the wire. */
import { assertNever } from "../contract/assert-never";
import type { Breakpoint, ResumeUntil } from "../contract/breakpoint";
import {
  columnHeaderBytes,
  columnType,
  commandNumber,
  frameHeaderBytes,
  wireVersion,
  type CommandName,
} from "./wire-format";

export type AgentCommand =
  | { readonly kind: "continue"; readonly furtherSteps: number; readonly until: ResumeUntil }
  | { readonly kind: "collect" }
  | { readonly kind: "finish" }
  | { readonly kind: "execute"; readonly code: string }
  | { readonly kind: "breakpoints"; readonly breakpoints: readonly Breakpoint[] }
  | { readonly kind: "pause" }
  /** `file` is where its text lies; `name` what the recording calls that. */
  | {
      readonly kind: "run-cell";
      readonly furtherSteps: number;
      readonly until: ResumeUntil;
      readonly file: string;
      readonly name: string;
      readonly text: string;
    };

const untilNumber: Readonly<Record<ResumeUntil, number>> = {
  breakpoint: 0,
  into: 1,
  over: 2,
  out: 3,
};

export function encodeCommand(command: AgentCommand): Uint8Array {
  switch (command.kind) {
    case "continue":
      return frame(command.kind, [u32Column([command.furtherSteps, untilNumber[command.until]])]);
    case "execute":
      return frame(command.kind, [textColumn([command.code])]);
    case "breakpoints": {
      const { breakpoints } = command;
      return frame(command.kind, [
        u32Column(breakpoints.map(({ line }) => line)),
        textColumn(breakpoints.map(({ file }) => file)),
        textColumn(breakpoints.map(({ condition }) => condition)),
      ]);
    }
    case "run-cell":
      return frame(command.kind, [
        u32Column([command.furtherSteps, untilNumber[command.until]]),
        textColumn([command.file, command.name, command.text]),
      ]);
    case "collect":
    case "finish":
    case "pause":
      return frame(command.kind, []);
    default:
      return assertNever(command, "agent command");
  }
}

function frame(name: CommandName, columns: readonly Buffer[]): Uint8Array {
  const payload = Buffer.concat(columns);
  const header = Buffer.alloc(frameHeaderBytes);
  header.writeUInt32LE(payload.length, 0);
  header.writeUInt16LE(commandNumber[name], 4);
  header.writeUInt16LE(wireVersion, 6);
  return Buffer.concat([header, payload]);
}

function u32Column(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(4 * values.length);
  values.forEach((value, index) => bytes.writeUInt32LE(value, 4 * index));
  return Buffer.concat([columnHeader(columnType.u32, values.length), bytes]);
}

function textColumn(values: readonly string[]): Buffer {
  const texts = values.map((value) => Buffer.from(value, "utf8"));
  const lengths = Buffer.alloc(4 * texts.length);
  texts.forEach((text, index) => lengths.writeUInt32LE(text.length, 4 * index));
  return Buffer.concat([columnHeader(columnType.text, texts.length), lengths, ...texts]);
}

function columnHeader(type: number, count: number): Buffer {
  const header = Buffer.alloc(columnHeaderBytes);
  header.writeUInt8(type, 0);
  header.writeUInt32LE(count, 4);
  return header;
}
