import { expect, test } from "vitest";
import { encodeCommand } from "./agent-commands";
import { frameFromColumns } from "./frame-from-columns";

test("commands are frames of the wire", () => {
  expect(Buffer.from(encodeCommand({ kind: "continue", furtherSteps: 10_000 }))).toEqual(
    frameFromColumns(1, [{ u32: [10_000] }]),
  );
  expect(Buffer.from(encodeCommand({ kind: "collect" }))).toEqual(frameFromColumns(2, []));
  expect(Buffer.from(encodeCommand({ kind: "finish" }))).toEqual(frameFromColumns(3, []));
});
