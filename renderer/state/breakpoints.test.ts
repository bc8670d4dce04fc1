import { expect, test } from "vitest";
import { breakpointAt, switched, toggled, withCondition } from "./breakpoints";

const at = (line: number, file = "") => ({ file, line });
const mark = (line: number, file = "") => ({ file, line, condition: "", enabled: true });

test("a line gets a breakpoint and loses it again", () => {
  const set = toggled(toggled([], at(9)), at(3));
  expect(set).toEqual([mark(3), mark(9)]);
  expect(toggled(set, at(9))).toEqual([mark(3)]);
});

test("lines of different files are different lines", () => {
  const set = toggled([mark(3)], at(3, "/shop.py"));
  expect(set).toEqual([mark(3), mark(3, "/shop.py")]);
  expect(breakpointAt(set, at(3, "/shop.py"))?.file).toBe("/shop.py");
  expect(breakpointAt(set, at(3, "/other.py"))).toBeUndefined();
});

test("a condition sets a breakpoint, replaces the one before, and is switched on by it", () => {
  expect(withCondition([], at(3), " n > 2 ")).toEqual([{ ...mark(3), condition: "n > 2" }]);
  expect(withCondition([{ ...mark(3), enabled: false }], at(3), "")).toEqual([mark(3)]);
});

test("a breakpoint that is switched off keeps its condition", () => {
  const off = switched([{ ...mark(3), condition: "n" }], at(3));
  expect(off).toEqual([{ ...mark(3), condition: "n", enabled: false }]);
  expect(switched(off, at(3))[0]?.enabled).toBe(true);
  expect(switched(off, at(4))).toBe(off);
});
