/** What a person looks into beside the picture: why an object is alive, what would be if references were cut; and what the engine answered. */
import type { EdgeFacts } from "../../electron/contract/edge-facts";
import type { EntryIndex } from "../../electron/contract/ids";
import type { NameId, NodeId } from "../../electron/contract/subgraph-view";
import type { TypeTable } from "../../electron/contract/type-table";
import type { Cut, CycleCut, WhatIf } from "../../electron/contract/what-if";
import type { WhyAlive } from "../../electron/contract/why-alive";

/** One cut of a what-if, with what a chip calls it. */
export interface PlannedCut {
  readonly cut: Cut;
  readonly text: string;
}

/** Holds at its entry only: at any other the program is shown as it was. */
export interface WhatIfPlan {
  readonly entry: EntryIndex;
  readonly cuts: readonly PlannedCut[];
}

/** Which way to an object is wanted: the so-many-th, and not through what is ignored. */
export interface WayWish {
  readonly node: NodeId;
  readonly skip: number;
  readonly ignored: readonly IgnoredHolder[];
}

export interface IgnoredHolder {
  readonly id: NodeId | NameId;
  readonly text: string;
}

/** The newest answer to each question; each says what it is the answer to. */
export interface InspectionAnswers {
  readonly edge?: { readonly id: string; readonly value: EdgeFacts | undefined };
  readonly way?: { readonly node: NodeId; readonly value: WhyAlive | undefined };
  readonly whatIf?: { readonly plan: WhatIfPlan; readonly value: WhatIf };
  /** By cycle. */
  readonly cuts?: ReadonlyMap<string, CycleCut>;
  readonly types?: TypeTable;
}

export interface InspectionState {
  readonly whatIf: WhatIfPlan | undefined;
  readonly way: WayWish | undefined;
  readonly answers: InspectionAnswers;
}

export type InspectionAction =
  /** Undefined: leave the what-if. `text` is what undo calls it. */
  | {
      readonly kind: "cuts-changed";
      readonly cuts: readonly PlannedCut[] | undefined;
      readonly text: string;
    }
  | { readonly kind: "way-wished"; readonly way: WayWish | undefined }
  | { readonly kind: "inspection-answered"; readonly answers: InspectionAnswers };

export const initialInspection: InspectionState = {
  whatIf: undefined,
  way: undefined,
  answers: {},
};
