/** What lies on the picture and is no part of the step: what is pointed at, picked, marked by a person, or shown while the collector works. */
import type { NodeId } from "../../electron/contract/subgraph-view";

export interface SceneMarks {
  /** Node, name or edge under the pointer. */
  readonly hovered?: string;
  /** A picked edge or cycle. */
  readonly picked?: string;
  /** Selected beside the one the panels speak of. */
  readonly alsoSelected?: ReadonlySet<NodeId>;
  /** Pills and dots opened into cards. */
  readonly expanded?: ReadonlySet<NodeId>;
  /** Ring colour of what a lecturer marked. */
  readonly rings?: ReadonlyMap<NodeId, number>;
  readonly pinned?: ReadonlySet<NodeId>;
  /** Nodes that differ from the picture before, outlined while nothing may move. */
  readonly changed?: ReadonlySet<NodeId>;
  /** The collector's copies of the counts. */
  readonly scratch?: ReadonlyMap<NodeId, string>;
}

export const NO_MARKS: SceneMarks = {};
