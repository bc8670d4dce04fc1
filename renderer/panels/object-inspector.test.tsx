// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test, vi, type Mock } from "vitest";
import { bytes } from "../../electron/contract/ids";
import type { ObjectDetail } from "../../electron/contract/object-detail";
import type { PlannedCut } from "../state/inspection-state";
import { ObjectInspector } from "./object-inspector";

afterEach(cleanup);

const detail: ObjectDetail = {
  id: "o1",
  key: "obj1",
  typeName: "MyObject",
  title: "MyObject, formerly obj1",
  boundTo: [],
  formerly: "obj1",
  address: 0x7f4c,
  state: "unreachable",
  refcount: 1,
  ledger: [{ kind: "reference", text: "obj2.ref", count: 1 }],
  subtraction: [{ id: "o1", key: "obj1", refcount: 1, inside: 1, leftOver: 0 }],
  explanation: "Every reference left comes from inside the cycle. Nothing left over means garbage.",
  emphasis: "Nothing left over means garbage.",
  referencedBy: [
    {
      expression: "obj2.ref",
      remark: "MyObject",
      from: "o2",
      edge: "e:o2:o1:reference",
      label: ".ref",
      gone: false,
    },
    { expression: "obj1", remark: "name, deleted at step 7", gone: true },
  ],
  refersTo: [{ label: "ref", text: "obj2", value: "reference", target: "o2" }],
  refcountHistory: [{ step: 3, refcount: 1, label: "created" }],
  size: bytes(56),
  cycleSize: bytes(112),
  finalizer: "pending",
  created: { step: 3, line: 11 },
};

function show(value: ObjectDetail | undefined): {
  readonly select: Mock<(node: string) => void>;
  readonly reveal: Mock<(line: number) => void>;
  readonly travel: Mock<(step: number) => void>;
  readonly cut: Mock<(cut: PlannedCut) => void>;
  readonly open: Mock<(node: string) => void>;
} {
  const [select, open] = [vi.fn<(node: string) => void>(), vi.fn<(node: string) => void>()];
  const [reveal, travel] = [vi.fn<(line: number) => void>(), vi.fn<(step: number) => void>()];
  const cut = vi.fn<(cut: PlannedCut) => void>();
  render(
    <ObjectInspector
      detail={value}
      kind="instance"
      selected={value !== undefined}
      scriptName="cycle.py"
      step={8}
      typeOf={() => "MyObject"}
      onSelect={select}
      onReveal={reveal}
      onTravel={travel}
      onOpenHub={open}
      onLook={() => undefined}
      onCut={cut}
      isCut={() => false}
      wouldBe=""
      path={null}
    />,
  );
  return { select, reveal, travel, cut, open };
}

test("tells what the object is, its state, and the collector's subtraction", () => {
  show(detail);
  expect(screen.getByRole("heading", { level: 2 }).textContent).toBe("MyObject, formerly obj1");
  expect(screen.getByText("Unreachable")).toBeDefined();
  expect(screen.getByRole("row", { name: /obj1/ }).textContent).toBe("obj11− 10");
  expect(screen.getByText("Nothing left over means garbage.").tagName).toBe("B");
});

test("holders and attributes lead to their objects, the creation to its line", () => {
  const { select, reveal } = show(detail);
  fireEvent.click(screen.getByRole("button", { name: "obj2.ref" }));
  fireEvent.click(screen.getByRole("button", { name: "ref = MyObject (obj2)" }));
  expect(select.mock.calls).toEqual([["o2"], ["o2"]]);
  fireEvent.click(screen.getByRole("button", { name: "cycle.py:11" }));
  expect(reveal).toHaveBeenCalledWith(11, "");
});

test("a point of the refcount's course leads to its step, with Alt a reference opens a stub", () => {
  const { travel, select, open } = show(detail);
  fireEvent.click(screen.getByRole("button", { name: /^Go to step 3/ }));
  expect(travel).toHaveBeenCalledWith(3);
  fireEvent.click(screen.getByRole("button", { name: "obj2.ref" }), { altKey: true });
  expect([open.mock.calls, select.mock.calls]).toEqual([[["o2"]], [["o2"]]]);
});

test("a reference that is there can be cut in a what-if, one that is gone cannot", () => {
  const { cut } = show(detail);
  const buttons = screen.getAllByRole("button", { name: /^What if/ });
  expect(buttons.map((button) => button.title)).toEqual(["What if obj2.ref were cut?"]);
  fireEvent.click(buttons[0]!);
  expect(cut).toHaveBeenCalledWith({
    cut: { kind: "reference", edge: "e:o2:o1:reference", label: ".ref" },
    text: "obj2.ref",
  });
});

test("with nothing selected it says how to select", () => {
  show(undefined);
  expect(screen.getByText("Select an object")).toBeDefined();
});
