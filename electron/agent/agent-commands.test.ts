import { expect, test } from "vitest";
import { encodeCommand } from "./agent-commands";
import { frameFromColumns } from "./frame-from-columns";

test("commands are frames of the wire", () => {
  expect(Buffer.from(encodeCommand({ kind: "continue", furtherSteps: 9, until: "over" }))).toEqual(
    frameFromColumns(1, [{ u32: [9, 2] }]),
  );
  expect(Buffer.from(encodeCommand({ kind: "collect" }))).toEqual(frameFromColumns(2, []));
  expect(Buffer.from(encodeCommand({ kind: "finish" }))).toEqual(frameFromColumns(3, []));
  expect(Buffer.from(encodeCommand({ kind: "execute", code: "del größe" }))).toEqual(
    frameFromColumns(4, [{ text: ["del größe"] }]),
  );
  const breakpoints = [
    { file: "", line: 3, condition: "n > 2" },
    { file: "/tmp/shop.py", line: 9, condition: "" },
  ];
  expect(Buffer.from(encodeCommand({ kind: "breakpoints", breakpoints }))).toEqual(
    frameFromColumns(5, [{ u32: [3, 9] }, { text: ["", "/tmp/shop.py"] }, { text: ["n > 2", ""] }]),
  );
  expect(Buffer.from(encodeCommand({ kind: "pause" }))).toEqual(frameFromColumns(6, []));
  const cell = { file: "/tmp/In[3].py", name: "In[3]", text: "a = 'ä'" };
  expect(
    Buffer.from(encodeCommand({ kind: "run-cell", furtherSteps: 9, until: "into", ...cell })),
  ).toEqual(
    frameFromColumns(7, [{ u32: [9, 1] }, { text: ["/tmp/In[3].py", "In[3]", "a = 'ä'"] }]),
  );
});
