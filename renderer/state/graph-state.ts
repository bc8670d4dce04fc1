/** What a person did to the picture and what they look at in it: a part of the window's state. */
import type { EntryIndex } from "../../electron/contract/ids";
import type { SearchResult } from "../../electron/contract/object-search";
import type { NodeId } from "../../electron/contract/subgraph-view";
import type { ViewShape } from "../../electron/contract/view-options";
import type { WhatIfPlan } from "./inspection-state";

/** What Ctrl+Z takes back of the state itself; places of drawn things are the graph's, which only tells that it has something to undo. */
export interface Undoable {
  readonly shape: ViewShape;
  readonly whatIf: WhatIfPlan | undefined;
}

export type Edit =
  | {
      readonly kind: "state";
      /** `Hide obj1`: what the menu calls it. */
      readonly text: string;
      readonly before: Undoable;
      readonly after: Undoable;
    }
  | { readonly kind: "places"; readonly text: string };

export interface EditHistory {
  readonly done: readonly Edit[];
  readonly undone: readonly Edit[];
}

/** Where the person was: Alt+Left goes back there. */
export interface Visit {
  readonly entry: EntryIndex;
  readonly selection: NodeId | undefined;
}

export interface VisitHistory {
  readonly past: readonly Visit[];
  readonly future: readonly Visit[];
}

/** The find bar; `result` is of the entry on the screen, or undefined while it is looked for. */
export interface GraphSearch {
  readonly query: string;
  readonly result: SearchResult | undefined;
  /** Place of the hit that is selected; -1: none yet. */
  readonly at: number;
}

/** A reference or a cycle that was clicked instead of an object. */
export interface PickedThing {
  readonly kind: "edge" | "cycle";
  readonly id: string;
}

export type MenuTarget = "object" | "reference" | "cycle" | "background" | "types";

export interface ContextMenu {
  readonly target: MenuTarget;
  /** In the window's pixels. */
  readonly x: number;
  readonly y: number;
}

/** "How it found them" has so many. */
export const lastSubstep = 6;

export interface GraphState {
  readonly shape: ViewShape;
  readonly edits: EditHistory;
  readonly visits: VisitHistory;
  /** Selected beside `selection`, in the order they were added. */
  readonly alsoSelected: readonly NodeId[];
  readonly picked: PickedThing | undefined;
  /** What the keyboard is on in the canvas: an object or a name. */
  readonly canvasFocus: string | undefined;
  /** Ids a panel points at: the graph draws the rest faint. */
  readonly lookedAt: ReadonlySet<string> | undefined;
  readonly search: GraphSearch | undefined;
  /** Entry of the legend whose things are lit; others are drawn faint. */
  readonly legendSymbol: string | undefined;
  /** 1 to 6: "How it found them" is shown instead of the end of the step. */
  readonly substep: number | undefined;
  readonly contextMenu: ContextMenu | undefined;
}

export const initialGraphState: GraphState = {
  shape: {},
  edits: { done: [], undone: [] },
  visits: { past: [], future: [] },
  alsoSelected: [],
  picked: undefined,
  canvasFocus: undefined,
  lookedAt: undefined,
  search: undefined,
  legendSymbol: undefined,
  substep: undefined,
  contextMenu: undefined,
};
