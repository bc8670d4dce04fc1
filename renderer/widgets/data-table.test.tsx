// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi, type Mock } from "vitest";
import { DataTable } from "./data-table";

afterEach(cleanup);

interface Pet {
  readonly name: string;
  readonly legs: number;
}

const pets: readonly Pet[] = [
  { name: "cat", legs: 4 },
  { name: "bee", legs: 6 },
  { name: "ant", legs: 6 },
];

function show(): {
  readonly select: Mock<(pet: Pet) => void>;
  readonly open: Mock<(pet: Pet) => void>;
} {
  const [select, open] = [vi.fn<(pet: Pet) => void>(), vi.fn<(pet: Pet) => void>()];
  render(
    <DataTable
      label="Pets"
      columns={[
        {
          id: "name",
          title: "name",
          sortBy: (pet) => pet.name,
          copy: (pet) => pet.name,
          cell: (pet) => pet.name,
        },
        {
          id: "legs",
          title: "legs",
          sortBy: (pet) => pet.legs,
          copy: (pet) => String(pet.legs),
          cell: (pet) => pet.legs,
        },
      ]}
      rows={pets}
      keyOf={(pet) => pet.name}
      onSelect={select}
      onOpen={open}
    />,
  );
  return { select, open };
}

const row = (name: string): HTMLElement =>
  screen.getByRole("row", { name: new RegExp(`^${name}`) });
const order = (): string[] =>
  screen
    .getAllByRole("row")
    .slice(1)
    .map((one) => one.firstElementChild?.textContent ?? "");

test("a header sorts upwards, once more downwards, and says so", () => {
  show();
  fireEvent.click(screen.getByRole("button", { name: "name" }));
  expect(order()).toEqual(["ant", "bee", "cat"]);
  fireEvent.click(screen.getByRole("button", { name: "name" }));
  expect(order()).toEqual(["cat", "bee", "ant"]);
  expect(screen.getByRole("columnheader", { name: "name" }).getAttribute("aria-sort")).toBe(
    "descending",
  );
});

test("arrows move, one row is reached by Tab, Space selects and Enter opens", () => {
  const { select, open } = show();
  row("cat").focus();
  fireEvent.keyDown(row("cat"), { key: "ArrowDown" });
  expect(document.activeElement).toBe(row("bee"));
  expect(screen.getAllByRole("row").filter((one) => one.tabIndex === 0)).toEqual([row("bee")]);
  fireEvent.keyDown(row("bee"), { key: " " });
  fireEvent.keyDown(row("bee"), { key: "Enter" });
  expect([select.mock.calls, open.mock.calls]).toEqual([[[pets[1]]], [[pets[1]]]]);
});

test("Ctrl+C copies the row as tab-separated text", () => {
  const writeText = vi.fn<(text: string) => Promise<void>>(() => Promise.resolve());
  vi.stubGlobal("navigator", { clipboard: { writeText } });
  show();
  fireEvent.keyDown(row("bee"), { key: "c", ctrlKey: true });
  expect(writeText).toHaveBeenCalledWith("bee\t6");
  vi.unstubAllGlobals();
});
