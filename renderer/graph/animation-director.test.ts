import { expect, test } from "vitest";
import { type Direction, directTransition } from "./animation-director";
import { classicViews } from "./gallery/classic-cycle-views";
import type { Storyboard, TimedChange } from "./storyboard";

type Step = 6 | 7 | 8 | 9;
const OBJ1 = "n:s:0:<module>:obj1";
const OBJ2 = "n:s:0:<module>:obj2";

function story(
  from: Step,
  to: Step,
  direction: Direction = "forward",
  still: boolean = false,
): Storyboard {
  return directTransition({
    previous: classicViews[from],
    next: classicViews[to],
    direction,
    still,
  });
}

function table({ changes }: Storyboard): string[] {
  return changes
    .map((change) => `${change.from}-${change.to} ${change.kind} ${subject(change)}`)
    .sort();
}

function subject(change: TimedChange): string {
  switch (change.kind) {
    case "crossfade":
      return change.keys.join(" ");
    case "retract":
    case "extend":
      return change.edge;
    case "roll":
      return `${change.node} ${change.before} to ${change.after}`;
    case "pulse":
      return change.edges.join(" then ");
    case "search":
      return change.scope;
    case "note":
    case "chip":
      return `${change.node} ${change.text}`;
    case "relabel":
      return `${change.cycle} ${change.text}`;
    case "slide":
      return change.owner;
    case "call":
      return `${change.text} of ${change.argument}`;
  }
}

const said = (storyboard: Storyboard): string[] =>
  storyboard.announcements.map((one) => `${one.at} ${one.text}`);

test("step 7, del obj1: the line retracts, the count rolls, the pulse shows what keeps it alive", () => {
  const seven = story(6, 7);
  expect(table(seven)).toEqual([
    `160-420 retract e:${OBJ1}:o1:name`,
    `260-420 crossfade e:${OBJ1}:o1:name/line e:${OBJ1}:o1:name/label`,
    `300-520 crossfade ${OBJ1}/tag ${OBJ1}/text`,
    "420-640 crossfade o1/was",
    "420-640 roll o1 2 to 1",
    "640-900 crossfade c:1/label",
    `640-900 pulse e:${OBJ2}:o2:name then e:o2:o1:reference`,
  ]);
  expect(said(seven)).toEqual([
    "420 obj1 object: count 2 to 1.",
    "640 Still reachable through obj2.",
  ]);
  expect(seven.duration).toBe(900);
});

test("step 8, del obj2: the pulse finds no way and the alarm follows", () => {
  const eight = story(7, 8);
  expect(table(eight)).toContain("640-900 search s:0:<module>");
  const alarm = eight.changes.find((change) => change.from === 900);
  expect(alarm).toMatchObject({ to: 1200, kind: "crossfade" });
  expect(alarm?.kind === "crossfade" ? alarm.keys : []).toEqual(
    expect.arrayContaining([
      "o1/border",
      "o2/border",
      "c:1/area",
      "c:1/label",
      "e:o1:o2:reference/line",
    ]),
  );
  expect(said(eight)).toEqual([
    "420 obj2 object: count 2 to 1.",
    "900 obj1 and obj2 are unreachable but still in memory.",
  ]);
  expect(eight.duration).toBe(1200);
});

test("step 9, gc.collect(): subtraction, finalizers in their order, references cut, ghosts", () => {
  const nine = story(8, 9);
  expect(table(nine).filter((line) => !line.includes("crossfade"))).toEqual([
    "160-520 note o1 1 − 1 = 0",
    "160-520 note o2 1 − 1 = 0",
    "160-980 relabel c:1 gc.collect(): 1 − 1 = 0 left over, finalizers run",
    "520-640 chip o1 __del__",
    "640-760 chip o2 __del__",
    "760-980 retract e:o1:o2:reference",
    "760-980 retract e:o2:o1:reference",
    "760-980 roll o1 1 to 0",
    "760-980 roll o2 1 to 0",
  ]);
  expect(nine.changes.find((change) => change.from === 980)).toMatchObject({
    to: 1300,
    kind: "crossfade",
  });
  expect(said(nine)).toEqual([
    "520 obj1 finalizer ran. obj2 finalizer ran.",
    "980 2 objects freed, 112 bytes.",
  ]);
  expect(nine.duration).toBe(1300);
});

test("going back is one cross-fade of 300 ms in which nothing is played backwards", () => {
  expect(story(9, 8, "back")).toEqual({
    duration: 300,
    changes: [],
    rest: { from: 0, to: 300 },
    announcements: [],
  });
});

test("without motion everything fades within 120 ms and the same words are said at once", () => {
  const still = story(7, 8, "forward", true);
  expect(still.duration).toBe(120);
  expect(still.changes).toEqual([]);
  expect(said(still)).toEqual([
    "0 obj2 object: count 2 to 1. obj1 and obj2 are unreachable but still in memory.",
  ]);
});

test("a step in which nothing changes is over quickly", () => {
  expect(story(8, 8).duration).toBe(160);
});

test("going back and jumping tell nothing of what happened, and who wants less hears no counts", () => {
  const [previous, next] = [classicViews[6], classicViews[7]];
  const said = (change: object): readonly string[] =>
    directTransition({
      previous,
      next,
      direction: "forward",
      still: false,
      ...change,
    }).announcements.map(({ text }) => text);
  expect(said({})).toContain("obj1 object: count 2 to 1.");
  expect(said({ terse: true })).toEqual([]);
  expect(said({ direction: "back", still: true })).toEqual([]);
});
