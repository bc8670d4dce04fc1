import { expect, test } from "vitest";
import { classicUnion, classicViews } from "./gallery/classic-cycle-views";
import { keyAction, nextFocus } from "./graph-keyboard";
import { layoutUnion } from "./graph-layout";

const positions = layoutUnion(classicUnion, new Map());
const view = classicViews[6];
const OBJ1 = "n:s:0:<module>:obj1";

const key = (
  name: string,
  held: Partial<{ ctrlKey: boolean; altKey: boolean; shiftKey: boolean }> = {},
): ReturnType<typeof keyAction> =>
  keyAction({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held });

test("the arrows follow references from the tag to its object and on, and lead back", () => {
  expect(nextFocus(view, positions, OBJ1, "referent")).toBe("o1");
  expect(nextFocus(view, positions, "o1", "referent")).toBe("o2");
  expect(nextFocus(view, positions, "o2", "referrer")).toBe("o1");
  expect(nextFocus(view, positions, undefined, "referent")).toBe(OBJ1);
  expect(nextFocus(view, positions, OBJ1, "next")).toBe("n:s:0:<module>:obj2");
});

test("keys that belong to the window are left to it", () => {
  expect(key("F10")).toBeUndefined();
  expect(key("o", { ctrlKey: true })).toBeUndefined();
  expect(key(",")).toBeUndefined();
});

test("control and an arrow moves by eight; undo is the window's", () => {
  expect(key("ArrowRight", { ctrlKey: true })).toEqual({ kind: "move", by: { x: 8, y: 0 } });
  expect(key("z", { ctrlKey: true })).toBeUndefined();
});

test("alt and an arrow pans, and with shift too it is the window's history", () => {
  expect(key("ArrowLeft", { altKey: true })).toEqual({ kind: "pan", by: { x: 60, y: 0 } });
  expect(key("ArrowLeft", { altKey: true, shiftKey: true })).toBeUndefined();
});

test("enter selects, and with shift adds to what is selected", () => {
  expect(key("Enter")).toEqual({ kind: "select" });
  expect(key("Enter", { shiftKey: true })).toEqual({ kind: "select-also" });
});
