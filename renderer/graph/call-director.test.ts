import { expect, test } from "vitest";
import { directTransition } from "./animation-director";
import { callViews } from "./gallery/call-views";
import type { SubgraphView } from "../../electron/contract/subgraph-view";
import type { Storyboard } from "./storyboard";

function storyOf(change: (view: SubgraphView) => SubgraphView = (view) => view): Storyboard {
  const [previous, next] = callViews;
  if (previous === undefined || next === undefined) throw new Error("There are two views.");
  return directTransition({ previous, next: change(next), direction: "forward", still: false });
}

test("while getrefcount runs its argument holds the list: the count goes up and down again", () => {
  const rolls = storyOf().changes.filter((change) => change.kind === "roll");
  expect(rolls.map(({ from, to, before, after }) => [from, to, before, after])).toEqual([
    [440, 660, "1", "2"],
    [1100, 1300, "2", "1"],
  ]);
  const chip = storyOf().changes.find((change) => change.kind === "chip");
  expect(chip).toMatchObject({ node: "o1", text: "+1 during the call" });
});

test("the call is said in words at the moments at which it is seen", () => {
  expect(storyOf().announcements).toEqual([
    { at: 440, text: "getrefcount(a) runs: count of a 1 to 2.", minor: true },
    { at: 1100, text: "The call ended: count 2 to 1.", minor: true },
  ]);
});

test("a borrowed argument is not counted, and that is said", () => {
  const borrowed = storyOf((view) => ({
    ...view,
    calls: (view.calls ?? []).map((call) => ({ ...call, during: 1 })),
  }));
  expect(borrowed.changes.some((change) => change.kind === "roll")).toBe(false);
  expect(borrowed.changes.find((change) => change.kind === "call")).toMatchObject({
    label: "argument, borrowed",
  });
  expect(borrowed.announcements[0]?.text).toContain("borrowed, not counted");
});
