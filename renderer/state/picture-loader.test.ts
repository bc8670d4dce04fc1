import { expect, test, vi } from "vitest";
import { bytes, entryIndex, type EntryIndex } from "../../electron/contract/ids";
import type { SubgraphView } from "../../electron/contract/subgraph-view";
import {
  nodeOf,
  samplePython,
  sampleScript,
  stepsFrom,
  unionOf,
  viewOf,
} from "../test-support/recording-samples";
import { startPictureLoader } from "./picture-loader";
import type { PictureSource } from "./picture-source";
import { createStore, type Store } from "./store";

/** A main process whose answers come when the test says so. */
function slowSource(): PictureSource & { readonly asked: number[]; answer(entry: number): void } {
  const waiting = new Map<number, (view: SubgraphView) => void>();
  const asked: number[] = [];
  return {
    asked,
    answer: (entry) => waiting.get(entry)?.(viewOf(entry, nodeOf("o1"))),
    view: (entry) => {
      asked.push(entry);
      return new Promise((resolve) => waiting.set(entry, resolve));
    },
    unionGraph: () => Promise.resolve(unionOf(1, "o1")),
    inspect: () => Promise.resolve(undefined),
    cycles: () => Promise.resolve([]),
    search: () => Promise.resolve({ hits: [], total: 0, problems: [] }),
  };
}

async function recordedStore(source: PictureSource): Promise<Store> {
  const store = createStore();
  startPictureLoader(source, store);
  store.receive({
    kind: "session-started",
    session: 1,
    script: sampleScript,
    python: samplePython,
  });
  store.receive({
    kind: "steps-recorded",
    session: 1,
    steps: stepsFrom("0 1 2 3 4 5"),
    unionVersion: 1,
    recordedBytes: bytes(0),
  });
  store.receive({ kind: "phase-changed", session: 1, phase: { kind: "paused-at-end" } });
  await vi.waitFor(() => expect(store.get().union).toBeDefined());
  return store;
}

const goTo = (store: Store, entry: number): void =>
  store.dispatch({ kind: "travelled", entry: entryIndex(entry), direction: "jump" });
const shown = (store: Store): EntryIndex | undefined => store.get().picture?.view.entry;

test("the picture of the current entry is fetched and shown", async () => {
  const source = slowSource();
  const store = await recordedStore(source);
  await vi.waitFor(() => expect(source.asked).toContain(0));
  source.answer(0);
  await vi.waitFor(() => expect(shown(store)).toBe(0));
});

test("an answer for a step the person has left is not shown, but kept for later", async () => {
  const source = slowSource();
  const store = await recordedStore(source);
  goTo(store, 2);
  goTo(store, 5);
  source.answer(2);
  source.answer(5);
  await vi.waitFor(() => expect(shown(store)).toBe(5));
  goTo(store, 2);
  expect(shown(store)).toBe(2);
});

test("neighbours are fetched ahead, so the next step is there at once", async () => {
  const source = slowSource();
  const store = await recordedStore(source);
  goTo(store, 2);
  source.answer(2);
  await vi.waitFor(() => expect(source.asked).toEqual(expect.arrayContaining([1, 3])));
  source.answer(3);
  await Promise.resolve();
  await Promise.resolve();
  goTo(store, 3);
  expect(shown(store)).toBe(3);
});

test("a picture with an object that has no place yet waits for the union", async () => {
  const source = { ...slowSource(), unionGraph: () => Promise.resolve(unionOf(1)) };
  const store = await recordedStore(source);
  await vi.waitFor(() => expect(source.asked).toContain(0));
  source.answer(0);
  await Promise.resolve();
  expect(shown(store)).toBeUndefined();
  store.dispatch({ kind: "union-arrived", union: unionOf(2, "o1") });
  await vi.waitFor(() => expect(shown(store)).toBe(0));
});

test("another wish fetches another picture, and taking it back shows the one that is known", async () => {
  const source = slowSource();
  const store = await recordedStore(source);
  source.answer(0);
  await vi.waitFor(() => expect(shown(store)).toBe(0));
  const before = store.get().picture?.view;
  const asked = source.asked.length;
  store.dispatch({ kind: "shape-changed", text: "hide o1", shape: { hiddenObjects: ["o1"] } });
  await vi.waitFor(() => expect(source.asked.length).toBeGreaterThan(asked));
  expect(store.get().picture?.view).toBe(before);
  source.answer(0);
  await vi.waitFor(() => expect(store.get().picture?.shape).toEqual({ hiddenObjects: ["o1"] }));
  const known = source.asked.length;
  store.dispatch({ kind: "edit-undone" });
  expect(store.get().picture?.shape).toEqual({});
  expect(source.asked.slice(known)).not.toContain(0);
});

test("a picture with more than the union knows of has the union read again", async () => {
  const unions = [unionOf(1, "o1"), unionOf(5, "o1", "o2")];
  const waiting: ((view: SubgraphView) => void)[] = [];
  const store = await recordedStore({
    ...slowSource(),
    view: () => new Promise((resolve) => waiting.push(resolve)),
    unionGraph: () => Promise.resolve(unions.shift() ?? unionOf(5, "o1", "o2")),
  });
  await vi.waitFor(() => expect(waiting.length).toBeGreaterThan(0));
  waiting[0]?.({ ...viewOf(0, nodeOf("o1"), nodeOf("o2")), unionVersion: 5 });
  await vi.waitFor(() => expect(shown(store)).toBe(0));
  expect(store.get().union?.version).toBe(5);
});
