/** How objects are called in reports and pictures. */
import { describe, expect, test } from "vitest";
import { serial, type Serial } from "../contract/ids";
import type { FrameNames } from "../engine/bound-names";
import { ObjectKeys } from "./object-keys";

function frame(depth: number, scope: string, names: Readonly<Record<string, number>>): FrameNames {
  const bindings = Object.entries(names).map(([name, object]) => ({
    name,
    object: serial(object),
    referent: 0,
    text: "",
  }));
  return { scope, file: "", depth, line: 1, bindings };
}

function keysOf(keys: ObjectKeys, ...objects: readonly number[]): readonly string[] {
  for (const object of objects) keys.noteDrawn(serial(object), "list");
  return objects.map((object) => keys.keyOf(serial(object) satisfies Serial));
}

describe("keys", () => {
  test("the first global name wins over earlier local names", () => {
    const keys = new ObjectKeys();
    keys.noteNames([frame(0, "<module>", {}), frame(1, "make", { inner: 1 })]);
    keys.noteNames([frame(0, "<module>", { made: 1, again: 1 })]);
    expect(keysOf(keys, 1)).toEqual(["made"]);
  });

  test("a local name serves when there is no global one, but never self or cls", () => {
    const keys = new ObjectKeys();
    keys.noteNames([frame(0, "<module>", {}), frame(1, "A.f", { self: 1, cls: 2, part: 3 })]);
    expect(keysOf(keys, 1, 2, 3)).toEqual(["list#1", "list#2", "part"]);
  });

  test("a name taken by an earlier object is numbered", () => {
    const keys = new ObjectKeys();
    for (const object of [4, 5, 6]) keys.noteNames([frame(0, "<module>", { x: object })]);
    expect(keysOf(keys, 4, 5, 6)).toEqual(["x", "x#2", "x#3"]);
  });

  test("objects without a name are counted by type in the order they were made", () => {
    const keys = new ObjectKeys();
    expect(keysOf(keys, 9, 7)).toEqual(["list#2", "list#1"]);
  });
});
