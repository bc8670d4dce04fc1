import { expect, test } from "vitest";
import { classicUnion } from "./gallery/classic-cycle-views";
import { PositionKeeper } from "./position-keeper";

function keeper(log: string[] = []): PositionKeeper {
  return new PositionKeeper({
    onChange: (kind) => log.push(kind),
    onMoved: (moved) => log.push(`moved ${moved}`),
    onEdit: (kind) => log.push(`edit ${kind}`),
  });
}

test("a dragged object keeps its place when the recording grows and is settled", () => {
  const places = keeper();
  places.update({ ...classicUnion, nodes: classicUnion.nodes.slice(0, 2) }, false);
  const before = places.positions().get("o2")!;
  places.drag(new Map([["o2", { x: before.x + 40, y: before.y }]]));
  places.commit(new Map([["o2", before]]));
  places.update({ ...classicUnion, version: 2 }, true);
  expect(places.positions().get("o2")).toEqual({ x: before.x + 40, y: before.y });
});

test("undo takes a move back and redo makes it again", () => {
  const log: string[] = [];
  const places = keeper(log);
  places.update(classicUnion, true);
  const before = places.positions().get("o2")!;
  places.drag(new Map([["o2", { x: 0, y: 0 }]]));
  places.commit(new Map([["o2", before]]));
  places.undo();
  expect(places.positions().get("o2")).toEqual(before);
  places.redo();
  expect(places.positions().get("o2")).toEqual({ x: 0, y: 0 });
  places.arrangeAgain();
  expect(places.positions().get("o2")).toEqual(before);
  expect(log.filter((line) => line.startsWith("moved "))).toEqual([
    "moved true",
    "moved false",
    "moved true",
    "moved false",
  ]);
});

test("a short run is laid out once more when it has ended, a settled one never again", () => {
  let now = 0;
  const places = new PositionKeeper(
    { onChange: () => undefined, onMoved: () => undefined, onEdit: () => undefined },
    () => now,
  );
  places.update(
    { ...classicUnion, version: 1, nodes: classicUnion.nodes.slice(2), cycles: [] },
    false,
  );
  const partial = { ...classicUnion, version: 2 };
  places.update(partial, false);
  const streaming = new Map(places.positions());
  now = 900;
  places.update(partial, true);
  const settled = new Map(places.positions());
  expect(settled.get("o1")).not.toEqual(streaming.get("o1"));
  now = 60_000;
  const more = { id: "o9", kind: "list", title: "list", rows: 2 } as const;
  places.update({ ...classicUnion, version: 4, nodes: [...classicUnion.nodes, more] }, true);
  for (const [id, place] of settled) expect(places.positions().get(id)).toEqual(place);
  expect(places.positions().has("o9")).toBe(true);
});

test("the end of the union that arrives just after the run has ended is part of the one layout", () => {
  let now = 0;
  const places = new PositionKeeper(
    { onChange: () => undefined, onMoved: () => undefined, onEdit: () => undefined },
    () => now,
  );
  const partial = { ...classicUnion, version: 1, nodes: classicUnion.nodes.slice(2), cycles: [] };
  places.update(partial, false);
  places.update(partial, true);
  now = 400;
  places.update({ ...classicUnion, version: 2 }, true);
  const fresh = new PositionKeeper({
    onChange: () => undefined,
    onMoved: () => undefined,
    onEdit: () => undefined,
  });
  fresh.update(classicUnion, true);
  expect([...places.positions()]).toEqual([...fresh.positions()]);
});

test("a long run keeps what people have seen where it was", () => {
  let now = 0;
  const places = new PositionKeeper(
    { onChange: () => undefined, onMoved: () => undefined, onEdit: () => undefined },
    () => now,
  );
  places.update(classicUnion, false);
  const seen = new Map(places.positions());
  now = 90_000;
  const more = { id: "o9", kind: "list", title: "list", rows: 2 } as const;
  places.update({ ...classicUnion, version: 2, nodes: [more, ...classicUnion.nodes] }, true);
  for (const [id, place] of seen) expect(places.positions().get(id)).toEqual(place);
});

test("once a person asked for something, what comes later sprouts beside what is there", () => {
  const places = keeper();
  places.update({ ...classicUnion, nodes: classicUnion.nodes.slice(0, 2) }, true);
  const before = new Map(places.positions());
  places.freeze();
  places.update({ ...classicUnion, version: 2 }, true);
  for (const id of ["o1", "o2"]) expect(places.positions().get(id)).toEqual(before.get(id));
  expect(places.positions().has("o3")).toBe(true);
});

test("what was asked to be arranged is arranged once, when something new comes", () => {
  let now = 10_000;
  const edits: string[] = [];
  const places = new PositionKeeper(
    {
      onChange: () => undefined,
      onMoved: () => undefined,
      onEdit: (kind) => void edits.push(kind),
    },
    () => now,
  );
  places.update({ ...classicUnion, nodes: classicUnion.nodes.slice(0, 2), cycles: [] }, true);
  now += 60_000;
  places.freeze();
  places.arrangeWithNext();
  places.update({ ...classicUnion, version: 2 }, true);
  expect(edits).toEqual(["arranged"]);
  const fresh = keeper();
  fresh.update(classicUnion, true);
  expect(places.positions()).toEqual(fresh.positions());
  const more = { id: "o9", kind: "list", title: "list", rows: 2 } as const;
  places.update({ ...classicUnion, version: 3, nodes: [...classicUnion.nodes, more] }, true);
  expect(edits).toEqual(["arranged"]);
});
