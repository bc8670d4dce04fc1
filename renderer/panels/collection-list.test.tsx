// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, expect, test, vi, type Mock } from "vitest";
import { entryIndex, type EntryIndex } from "../../electron/contract/ids";
import type { CollectionSummary } from "../../electron/contract/object-detail";
import { CollectionList } from "./collection-list";

afterEach(cleanup);

const explicit: CollectionSummary = {
  entry: entryIndex(4),
  step: 4,
  generation: 2,
  trigger: "explicit",
  collected: 5,
  uncollectable: 2,
  garbage: 2,
  inGarbage: [
    { id: "o7", key: "obj1", typeName: "MyObject" },
    { id: "o9", key: "list#1", typeName: "list" },
  ],
  candidates: 30,
  found: 6,
  freed: 3,
  survived: 1,
  owners: [],
  types: [],
  account: "It returned 5.",
  isPrediction: false,
};
const automatic: CollectionSummary = {
  ...explicit,
  entry: entryIndex(9),
  step: 9,
  generation: 0,
  trigger: "automatic",
  collected: 0,
  uncollectable: 0,
  garbage: 0,
  inGarbage: [],
  account: "",
};

const select = vi.fn<(node: string) => void>();

function show(
  entry: number,
  collections: readonly CollectionSummary[] = [explicit, automatic],
): Mock<(entry: EntryIndex) => void> {
  const travel = vi.fn<(entry: EntryIndex) => void>();
  render(
    <CollectionList
      collections={collections}
      entry={entryIndex(entry)}
      collector="automatic"
      onTravel={travel}
      onSelect={select}
    />,
  );
  return travel;
}

const cells = (row: HTMLElement | undefined): (string | null)[] =>
  [...(row?.querySelectorAll("td") ?? [])].map((cell) => cell.textContent);

test("the number a collection returned counts what it could not free once", () => {
  show(9);
  const [, first] = within(screen.getByRole("grid")).getAllByRole("row");
  expect(cells(first)).toEqual(["4", "2", "6", "3", "1", "5", "script"]);
});

test("the statistics are those of the step on the screen, as gc.get_stats() counts", () => {
  show(5);
  const rows = within(within(screen.getByTestId("collector-stats")).getByRole("table"));
  expect(rows.getAllByRole("row").slice(1).map(cells)).toEqual([
    ["0", "0", "0", "0"],
    ["1", "0", "0", "0"],
    ["2", "1", "3", "2"],
  ]);
  expect(screen.getByTestId("collector-stats").textContent).toContain("got 2 objects");
});

test("what gc.garbage got is listed, and leads to each object", () => {
  show(9);
  const items = within(screen.getByTestId("garbage-list")).getAllByRole("listitem");
  expect(items.map((item) => item.textContent)).toEqual(["obj1MyObject", "list#1list"]);
  fireEvent.click(screen.getByRole("button", { name: "list#1" }));
  expect(select).toHaveBeenCalledWith("o9");
});

test("nothing is listed before the step that put it there", () => {
  show(3);
  expect(screen.queryByTestId("garbage-list")).toBeNull();
  expect(screen.getByTestId("collector-stats").textContent).toContain("got nothing");
});

test("what was only kept for debugging is not called uncollectable", () => {
  show(9, [{ ...explicit, uncollectable: 0, garbage: 3 }]);
  const text = screen.getByTestId("collector-stats").textContent;
  expect(text).toContain("got 3 objects the collector could have freed: gc.DEBUG_SAVEALL was set");
});

test("a long list opens on demand", () => {
  const many = Array.from({ length: 25 }, (_, place) => ({
    id: `o${place}`,
    key: `list#${place}`,
    typeName: "list",
  }));
  show(9, [{ ...explicit, inGarbage: many }]);
  const items = (): number =>
    within(screen.getByTestId("garbage-list")).getAllByRole("listitem").length;
  expect(items()).toBe(20);
  fireEvent.click(screen.getByRole("button", { name: "5 more" }));
  expect(items()).toBe(25);
});

test("a row opens to its account, and leads to its step", () => {
  const travel = show(9);
  fireEvent.click(screen.getByRole("button", { name: "What the collection in step 4 found" }));
  expect(screen.getByTestId("collection-account").textContent).toContain("It returned 5.");
  fireEvent.click(screen.getByRole("button", { name: "9" }));
  expect(travel).toHaveBeenCalledWith(9);
});
