/** What changes the person's part of the picture: shape, selection of several, search, undo, sub-steps, menus. */
import type { SearchResult } from "../../electron/contract/object-search";
import type { NodeId, SubgraphView } from "../../electron/contract/subgraph-view";
import type { ViewShape } from "../../electron/contract/view-options";
import type { ContextMenu, PickedThing } from "./graph-state";

export type GraphAction =
  /** `text` is what undo calls it. */
  | { readonly kind: "shape-changed"; readonly text: string; readonly shape: ViewShape }
  /** The graph moved or arranged something and can take it back. */
  | { readonly kind: "places-changed"; readonly text: string }
  | { readonly kind: "edit-undone" }
  | { readonly kind: "edit-redone" }
  | { readonly kind: "also-selected"; readonly nodes: readonly NodeId[]; readonly adds: boolean }
  | { readonly kind: "picked"; readonly picked: PickedThing | undefined }
  | { readonly kind: "canvas-focused"; readonly id: string | undefined }
  | { readonly kind: "looked-at"; readonly ids: ReadonlySet<string> | undefined }
  | { readonly kind: "legend-lit"; readonly symbol: string | undefined }
  | { readonly kind: "search-changed"; readonly query: string | undefined }
  | { readonly kind: "search-answered"; readonly query: string; readonly result: SearchResult }
  | { readonly kind: "hit-chosen"; readonly at: number }
  | { readonly kind: "visit-resumed"; readonly way: "back" | "forward" }
  | { readonly kind: "substep-changed"; readonly substep: number | undefined }
  | { readonly kind: "picture-before-arrived"; readonly before: SubgraphView }
  | { readonly kind: "menu-opened"; readonly menu: ContextMenu | undefined };

/** A record, so that a kind missing here does not compile. */
const kinds: Readonly<Record<GraphAction["kind"], true>> = {
  "shape-changed": true,
  "places-changed": true,
  "edit-undone": true,
  "edit-redone": true,
  "also-selected": true,
  picked: true,
  "canvas-focused": true,
  "looked-at": true,
  "legend-lit": true,
  "search-changed": true,
  "search-answered": true,
  "hit-chosen": true,
  "visit-resumed": true,
  "substep-changed": true,
  "picture-before-arrived": true,
  "menu-opened": true,
};

export function isGraphAction(action: { readonly kind: string }): action is GraphAction {
  return Object.hasOwn(kinds, action.kind);
}
