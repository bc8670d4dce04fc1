/** Which key does what while the canvas has the focus (experience.md 5.3), and where the arrows lead. */
import type { SubgraphView } from "../../electron/contract/subgraph-view";
import type { Point } from "./geometry";

/** All other keys are commands of the window (renderer/commands), so that menus and the palette show them too. */
export type GraphKeyAction =
  | { readonly kind: "focus"; readonly way: Way }
  | { readonly kind: "pan" | "move"; readonly by: Point }
  | { readonly kind: "select" | "select-also" };

export type Way = "referent" | "referrer" | "next" | "previous";

type Key = Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const PAN = 60;
const MOVE = 8;
const ARROWS: Readonly<Record<string, { readonly way: Way; readonly by: Point }>> = {
  ArrowRight: { way: "referent", by: { x: 1, y: 0 } },
  ArrowLeft: { way: "referrer", by: { x: -1, y: 0 } },
  ArrowDown: { way: "next", by: { x: 0, y: 1 } },
  ArrowUp: { way: "previous", by: { x: 0, y: -1 } },
};

export function keyAction(event: Key): GraphKeyAction | undefined {
  const control = event.ctrlKey || event.metaKey;
  const arrow = ARROWS[event.key];
  if (arrow !== undefined) {
    // With Shift as well, Alt+Left and Alt+Right are the window's history also here.
    if (event.altKey && !event.shiftKey)
      return { kind: "pan", by: { x: 0 - arrow.by.x * PAN, y: 0 - arrow.by.y * PAN } };
    if (event.shiftKey || event.altKey) return undefined;
    if (control) return { kind: "move", by: { x: arrow.by.x * MOVE, y: arrow.by.y * MOVE } };
    return { kind: "focus", way: arrow.way };
  }
  if (control || event.altKey) return undefined;
  if (event.key === "Enter") return { kind: event.shiftKey ? "select-also" : "select" };
  return undefined;
}

/** Everything the arrows can reach, names first, from top to bottom. */
export function focusOrder(view: SubgraphView, positions: ReadonlyMap<string, Point>): string[] {
  const placed = (ids: readonly string[]): string[] =>
    ids
      .filter((id) => positions.has(id))
      .sort(
        (a, b) =>
          (positions.get(a)?.y ?? 0) - (positions.get(b)?.y ?? 0) ||
          (positions.get(a)?.x ?? 0) - (positions.get(b)?.x ?? 0),
      );
  return [
    ...placed(view.names.map((name) => name.id)),
    ...placed(view.nodes.map((node) => node.id)),
  ];
}

/** Follows a reference, goes back to a holder, or on to the sibling below or above. */
export function nextFocus(
  view: SubgraphView,
  positions: ReadonlyMap<string, Point>,
  focus: string | undefined,
  way: Way,
): string | undefined {
  const order = focusOrder(view, positions);
  if (focus === undefined || !order.includes(focus)) return order[0];
  switch (way) {
    case "referent": {
      const edges = view.edges.filter((edge) => edge.from === focus && positions.has(edge.to));
      return (
        [...edges].sort((a, b) => Number(a.kind === "class") - Number(b.kind === "class"))[0]?.to ??
        focus
      );
    }
    case "referrer": {
      const edges = view.edges.filter((edge) => edge.to === focus && positions.has(edge.from));
      return (
        [...edges].sort((a, b) => Number(a.kind === "name") - Number(b.kind === "name"))[0]?.from ??
        focus
      );
    }
    case "next":
    case "previous": {
      const isName = view.names.some((name) => name.id === focus);
      const siblings = order.filter((id) => view.names.some((name) => name.id === id) === isName);
      return siblings[siblings.indexOf(focus) + (way === "next" ? 1 : -1)] ?? focus;
    }
  }
}
