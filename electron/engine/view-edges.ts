/** The arrows between drawn objects: parallel references are one arrow with all their labels, removed ones stay for one step. */
import type { NodeIndex, Serial } from "../contract/ids";
import type { ViewEdge } from "../contract/subgraph-view";
import { nodeId } from "./entry-picture";
import type { FoldedGraph, Slot } from "./folding";
import { NO_NODE } from "./heap-snapshot";

export interface Arrow {
  readonly id: string;
  readonly from: Serial;
  readonly to: Serial;
  readonly kind: Slot["kind"];
  readonly label: string;
}

const LABELS_SHOWN = 3;

/** The arrows that leave one drawn object. */
export function arrowsFrom(graph: FoldedGraph, node: NodeIndex): readonly Arrow[] {
  const parallel = new Map<string, { readonly slot: Slot; readonly labels: string[] }>();
  for (const slot of graph.slotsOf(node)) {
    if (slot.target === NO_NODE) continue;
    const place = `${slot.target}:${slot.kind}`;
    const known = parallel.get(place);
    if (known === undefined) parallel.set(place, { slot, labels: [slot.label] });
    else known.labels.push(slot.label);
  }
  const from = graph.snapshot.nodes.serial[node];
  return [...parallel.values()].map(({ slot, labels }) => {
    const to = graph.snapshot.nodes.serial[slot.target];
    const { kind } = slot;
    return {
      id: `e:${nodeId(from)}:${nodeId(to)}:${kind}`,
      from,
      to,
      kind,
      label: kind === "class" ? "" : mergedLabel(labels),
    };
  });
}

/** `.ref`, or `×3 (.a, .b, [0])`. */
export function mergedLabel(labels: readonly string[]): string {
  const [only] = labels;
  if (labels.length === 1 && only !== undefined) return edgeLabel(only);
  // The collector visits lists from their end; read them from their start.
  const ordered = labels
    .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .map(edgeLabel);
  const shown = ordered.slice(0, LABELS_SHOWN);
  return `×${labels.length} (${shown.join(", ")}${ordered.length > LABELS_SHOWN ? ", …" : ""})`;
}

function edgeLabel(label: string): string {
  return label.startsWith("local ") ? label.slice("local ".length) : label;
}

export interface ArrowMarks {
  /** Cycle of each member, by serial. */
  readonly cycleOf: ReadonlyMap<Serial, string>;
  readonly isNew: boolean;
  readonly deletedStep: number | undefined;
}

export function viewEdge(arrow: Arrow, { cycleOf, isNew, deletedStep }: ArrowMarks): ViewEdge {
  const cycle = cycleOf.get(arrow.from);
  return {
    id: arrow.id,
    from: nodeId(arrow.from),
    to: nodeId(arrow.to),
    kind: arrow.kind,
    label: arrow.label,
    inCycle: cycle !== undefined && cycle === cycleOf.get(arrow.to) && arrow.kind !== "class",
    isNew,
    ...(deletedStep === undefined ? {} : { deleted: { step: deletedStep } }),
  };
}
