import { expect, test } from "vitest";
import { bytes, entryIndex } from "../../electron/contract/ids";
import type { WhatIf } from "../../electron/contract/what-if";
import { nodeOf, stepsFrom, unionOf, viewOf } from "../test-support/recording-samples";
import { initialState, type AppState } from "./app-state";
import { escaped } from "./escape";
import type { PlannedCut } from "./inspection-state";
import { reduceUserAction } from "./user-reducer";
import { cutOfEdge, cutToggled, drawnView, plannedCuts, whatBecomesOfSelection } from "./what-if";

const view = {
  ...viewOf(2, nodeOf("o1"), nodeOf("o2")),
  names: [{ id: "n:0:obj1", scope: "s:0", name: "obj1", target: "o1", isNew: false }],
  edges: [
    { id: "e:n:0:obj1:o1:name", from: "n:0:obj1", to: "o1", kind: "name", label: "" },
    { id: "e:o1:o2:reference", from: "o1", to: "o2", kind: "reference", label: ".ref" },
  ].map((edge) => ({ ...edge, inCycle: false, isNew: false })),
} as ReturnType<typeof viewOf>;

const start: AppState = {
  ...initialState,
  steps: stepsFrom("0 1 2 3"),
  travel: { entry: entryIndex(2), direction: "jump", follows: "no" },
  union: unionOf(1, "o1", "o2"),
  picture: { view, previous: undefined, direction: "jump" },
  selection: "o2",
};

const reference: PlannedCut = {
  cut: { kind: "reference", edge: "e:o1:o2:reference" },
  text: "obj1.ref",
};
const name: PlannedCut = { cut: { kind: "name", name: "n:0:obj1" }, text: "name obj1" };

const toggled = (state: AppState, cut: PlannedCut): AppState =>
  reduceUserAction(state, cutToggled(state, cut));
const texts = (state: AppState): string[] | undefined =>
  plannedCuts(state)?.map(({ text }) => text);

function answered(state: AppState): AppState {
  const value: WhatIf = {
    view: { ...view, notReal: true },
    freed: [{ id: "o2", key: "obj2", typeName: "MyObject", size: bytes(56), hasFinalizer: false }],
    freedBytes: bytes(56),
    waiting: [],
    waitingBytes: bytes(0),
    stays: [],
    summary: ["1 object (56 B) would be freed at once: obj2."],
    unknown: [],
  };
  return reduceUserAction(state, {
    kind: "inspection-answered",
    answers: state.whatIf === undefined ? {} : { whatIf: { plan: state.whatIf, value } },
  });
}

test("a line of the picture means its reference, or the name it comes from", () => {
  expect(cutOfEdge(view, "e:o1:o2:reference")).toEqual(reference);
  expect(cutOfEdge(view, "e:n:0:obj1:o1:name")).toEqual(name);
  expect(cutOfEdge(view, "e:o2:o1:reference")).toBeUndefined();
});

test("cutting once more restores, and undo takes each cut back", () => {
  const both = toggled(toggled(start, reference), name);
  expect(texts(both)).toEqual(["obj1.ref", "name obj1"]);
  expect(texts(toggled(both, reference))).toEqual(["name obj1"]);
  const undone = reduceUserAction(both, { kind: "edit-undone" });
  expect(texts(undone)).toEqual(["obj1.ref"]);
  expect(texts(reduceUserAction(undone, { kind: "edit-undone" }))).toBeUndefined();
  expect(texts(reduceUserAction(undone, { kind: "edit-redone" }))).toEqual([
    "obj1.ref",
    "name obj1",
  ]);
});

test("what would be is drawn once it is known, and at its own step only", () => {
  const planned = toggled(start, reference);
  expect(drawnView(planned)?.notReal).toBeUndefined();
  const known = answered(planned);
  expect(drawnView(known)?.notReal).toBe(true);
  expect(known.announcements.at(-1)?.text).toBe("1 object (56 B) would be freed at once: obj2.");
  expect(drawnView({ ...known, union: unionOf(1, "o1") })?.notReal).toBeUndefined();
  expect(whatBecomesOfSelection(known)).toBe("it would be freed at once.");
  const elsewhere = reduceUserAction(known, {
    kind: "travelled",
    entry: entryIndex(3),
    direction: "forward",
  });
  expect(plannedCuts(elsewhere)).toBeUndefined();
  expect(drawnView(elsewhere)?.notReal).toBeUndefined();
});

test("an answer to other cuts is not drawn", () => {
  const known = answered(toggled(start, reference));
  expect(drawnView(toggled(known, name))?.notReal).toBeUndefined();
});

test("Esc leaves the what-if once nothing is selected, and undo enters it again", () => {
  const planned = toggled({ ...start, selection: undefined }, reference);
  const action = escaped(planned);
  if (action === undefined) throw new Error("Esc does nothing");
  const left = reduceUserAction(planned, action);
  expect(texts(left)).toBeUndefined();
  expect(texts(reduceUserAction(left, { kind: "edit-undone" }))).toEqual(["obj1.ref"]);
  expect(escaped(toggled(start, reference))).toEqual({ kind: "selected", node: undefined });
});
