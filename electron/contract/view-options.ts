/** What a person asked to see of an entry: what is hidden, what is in focus, and how much of it is drawn. */
import type { Insight, NodeId } from "./subgraph-view";

export interface ViewOptions {
  /** Draw modules, builtins and library objects too. */
  readonly showHidden: boolean;
  /** Absent: cards only, and no more of them than can be read. */
  readonly shape?: ViewShape;
}

/** Everything here is about identities, so it holds over all entries. Absent fields ask for nothing. */
export interface ViewShape {
  readonly hiddenObjects?: readonly NodeId[];
  /** As `ViewNode.typeName`. */
  readonly hiddenTypes?: readonly string[];
  readonly focus?: Focus;
  /** Objects with their neighbours, and groups with their biggest members. */
  readonly expanded?: readonly NodeId[];
  /** Objects without what only they lead to. */
  readonly collapsed?: readonly NodeId[];
  /** How objects are put together when there are too many to draw each. */
  readonly groupBy?: GroupBy;
  /** Put them together even if there is room for all. */
  readonly alwaysGroup?: boolean;
  /** Up to 5,000 dots in place of groups. */
  readonly showAnyway?: boolean;
  /** Cards say which generation of the collector an object is in. */
  readonly generations?: boolean;
  /** Objects say what would be freed with them. */
  readonly retained?: boolean;
  /** The attribute dicts of instances are objects of their own, where Python has made them. */
  readonly instanceDicts?: boolean;
  /** Hubs of these kinds are drawn with all their references. */
  readonly shownHubs?: readonly HubKind[];
  /** Single hubs drawn with all their references. */
  readonly shownHubObjects?: readonly NodeId[];
  /** Draw nothing that is gone, or all that ever went; absent: what went in this step. */
  readonly ghosts?: "none" | "all";
  /** Banners of these kinds make room for the next in rank. */
  readonly mutedInsights?: readonly Insight["kind"][];
}

export interface Focus {
  readonly node: NodeId;
  /** References away from it, in both directions. */
  readonly depth: 1 | 2 | 3 | 4;
}

/** `owner`: the name that leads to it first. */
export type GroupBy = "type" | "module" | "owner";

/** `object`: any object with more references in view than can be read. */
export type HubKind = "module" | "builtin" | "class" | "object";
