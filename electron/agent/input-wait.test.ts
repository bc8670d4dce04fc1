import { expect, test } from "vitest";
import { mentionsInput, parseSystemCall } from "./input-wait";

test("a read of descriptor 0 is told from other calls", () => {
  expect(parseSystemCall("0 0x0 0x7ffe 0x2000 0x0 0x0 0x0 0x7ff 0x7f\n", "x64")).toEqual({
    isRead: true,
    descriptor: 0,
  });
  expect(parseSystemCall("0 0x4 0x7ffe", "x64")).toEqual({ isRead: true, descriptor: 4 });
  expect(parseSystemCall("230 0x0 0x0", "x64")).toMatchObject({ isRead: false });
  expect(parseSystemCall("running\n", "x64")).toMatchObject({ isRead: false });
  expect(parseSystemCall("63 0x0 0x1", "arm64")).toEqual({ isRead: true, descriptor: 0 });
});

test("a line that reads input is recognised by its words", () => {
  expect(
    ["x = input('? ')", "for line in sys.stdin:", "sys.stdin.read()"].every(mentionsInput),
  ).toBe(true);
  expect(["user_input = 3", "print(inputs)", ""].some(mentionsInput)).toBe(false);
});
