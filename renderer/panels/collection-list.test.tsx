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
  account: "",
};

function show(entry: number): Mock<(entry: EntryIndex) => void> {
  const travel = vi.fn<(entry: EntryIndex) => void>();
  render(
    <CollectionList
      collections={[explicit, automatic]}
      entry={entryIndex(entry)}
      collector="automatic"
      onTravel={travel}
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

test("a row opens to its account, and leads to its step", () => {
  const travel = show(9);
  fireEvent.click(screen.getByRole("button", { name: "What the collection in step 4 found" }));
  expect(screen.getByTestId("collection-account").textContent).toContain("It returned 5.");
  fireEvent.click(screen.getByRole("button", { name: "9" }));
  expect(travel).toHaveBeenCalledWith(9);
});
