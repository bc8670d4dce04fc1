/** The picture of an entry as it would be after some cuts: without what is freed, with the counts that are left. */
import { nodeIndex, rowAfter, type NodeIndex, type Serial } from "../contract/ids";
import type { EntryPicture } from "./entry-picture";
import { foldPlumbing } from "./folding";
import { HeapSnapshotBuilder } from "./heap-snapshot-builder";
import { hasFlag, NO_NODE, ObjectFlag, type HeapSnapshot } from "./heap-snapshot";
import { namedObjects, type NamesAtEntry } from "./bound-names";
import { cyclesOf, describeCycles } from "./known-cycles";
import type { ResolvedCuts } from "./resolve-cuts";
import type { Simulation } from "./simulate-cuts";

export function pictureAfterCuts(
  picture: EntryPicture,
  cuts: ResolvedCuts,
  simulation: Simulation,
): EntryPicture {
  const names = namesAfter(picture, cuts);
  const named = namedObjects(names.frames);
  const snapshot = snapshotAfter(picture.graph.snapshot, cuts, simulation);
  const graph = foldPlumbing(
    snapshot,
    (node) => named.has(snapshot.nodes.serial[node]),
    picture.beside.weak,
  );
  const numbers = new Map(picture.cycles.map(({ id, number }) => [id, number]));
  const cycles = describeCycles(graph, cyclesOf(graph), {
    numberOf(id) {
      const number = numbers.get(id) ?? Math.max(0, ...numbers.values()) + 1;
      numbers.set(id, number);
      return number;
    },
    isUnreachable: (node) => hasFlag(snapshot, node, ObjectFlag.unreachable),
    step: picture.step,
    before: picture.cycles,
  });
  return { ...picture, names, graph, cycles };
}

function namesAfter({ names, step }: EntryPicture, cuts: ResolvedCuts): NamesAtEntry {
  const cut = new Set(cuts.names.map(({ binding }) => binding));
  return {
    frames: names.frames.map((frame) => ({
      ...frame,
      bindings: frame.bindings.filter((binding) => !cut.has(binding)),
    })),
    deleted: [
      ...names.deleted,
      ...cuts.names.map(({ frame, binding: { name }, object }) => ({
        ...frame,
        name,
        object,
        step,
      })),
    ],
  };
}

function snapshotAfter(
  { nodes, edges, strings }: HeapSnapshot,
  cuts: ResolvedCuts,
  { freed, unreachable, refcount }: Simulation,
): HeapSnapshot {
  const gone = new Set(freed);
  const garbage = new Set(unreachable);
  const builder = new HeapSnapshotBuilder(strings);
  for (let node = nodeIndex(0); node < nodes.length; node = rowAfter(node)) {
    if (gone.has(node)) continue;
    builder.addNode({
      serial: nodes.serial[node],
      typeName: nodes.typeName[node],
      title: nodes.title[node],
      size: nodes.size[node],
      refcount: refcount(node),
      flags: nodes.flags[node] | (garbage.has(node) ? ObjectFlag.unreachable : 0),
      containerLength: nodes.containerLength[node],
    });
    const end = nodes.firstEdge[rowAfter(node)];
    for (let edge = nodes.firstEdge[node]; edge < end; edge = rowAfter(edge)) {
      if (cuts.edges.has(edge)) continue;
      const target = serialIn(nodes, edges.target[edge]);
      builder.addEdge(target, edges.label[edge], edges.referent[edge], edges.text[edge]);
    }
  }
  return builder.finish();
}

function serialIn(nodes: HeapSnapshot["nodes"], node: NodeIndex): Serial | undefined {
  return node === NO_NODE ? undefined : nodes.serial[node];
}
