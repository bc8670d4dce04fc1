// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { RefcountLedger } from "./refcount-ledger";

afterEach(cleanup);

test("the items are told with their kinds and add up to the refcount; holders lead to their objects", () => {
  const select = vi.fn<(node: string) => void>();
  const ledger = [
    { kind: "name", text: "obj1", count: 1, from: "n:s:0:obj1" },
    { kind: "reference", text: "obj2.ref", count: 2, from: "o2" },
    { kind: "unseen", text: "C code", count: 1 },
  ] as const;
  render(<RefcountLedger detail={{ refcount: 4, ledger }} onSelect={select} />);
  expect(screen.getByRole("heading").textContent).toBe("Why is its refcount 4?");
  expect(screen.getAllByRole("listitem").map((row) => row.textContent)).toEqual([
    "obj1 name 1",
    "obj2.ref reference 2",
    "C code out of sight 1",
    "refcount 4",
  ]);
  fireEvent.click(screen.getByRole("button", { name: "obj2.ref" }));
  expect(select).toHaveBeenCalledWith("o2");
});

test("an immortal object is said to be one", () => {
  render(
    <RefcountLedger detail={{ refcount: "immortal", ledger: [] }} onSelect={() => undefined} />,
  );
  expect(screen.getByTestId("ledger").textContent).toContain("It is immortal.");
});
