/** Whose each of an object's counts is: the items add up to its refcount, and what nobody in sight owns is said too. */
import { edgeIndex, rowAfter, type NodeIndex, type Serial } from "../contract/ids";
import type { LedgerItem } from "../contract/object-detail";
import { fileName, nameId } from "./bound-names";
import { nodeId, type EntryPicture } from "./entry-picture";
import { hasFlag, IMMORTAL, NO_NODE, ObjectFlag, typeNameOf } from "./heap-snapshot";
import { counted } from "./node-naming";
import { findSeenReferences, type NameReference, type SeenReferences } from "./seen-references";
import type { HeldReference } from "./side-references";
import { mergedLabel } from "./view-edges";

export function ledgerOf(
  picture: EntryPicture,
  object: Serial,
  keyOf: (object: Serial) => string,
): readonly LedgerItem[] {
  const { snapshot } = picture.graph;
  const node = snapshot.nodeOf.get(object);
  if (node === undefined) return [];
  const seen = findSeenReferences(picture);
  const items = [
    ...seen.namesOf(object).map(nameItem),
    ...referenceItems(picture, node, { seen, keyOf }),
    ...heldItems(seen.heldOf(object)),
  ];
  const refcount = snapshot.nodes.refcount[node];
  const unseen = refcount === IMMORTAL ? 0 : unseenCount(refcount, seen.countOf(object));
  return unseen === 0 ? items : [...items, { kind: "unseen", text: UNSEEN, count: unseen }];
}

const UNSEEN = "C code or a library, out of sight here";

export function unseenCount(refcount: number, seen: number): number {
  return Math.max(0, refcount - seen);
}

function nameItem({ frame, binding }: NameReference): LedgerItem {
  const where = frame.depth === 0 ? "" : ` in ${frame.scope}()`;
  return {
    kind: "name",
    text: `${binding.name}${where}`,
    count: 1,
    from: nameId(frame, binding.name),
  };
}

interface Naming {
  readonly seen: SeenReferences;
  readonly keyOf: (object: Serial) => string;
}

/** Instances of a class beyond so many are only counted. */
const INSTANCES_SPELLED = 3;

function referenceItems(
  picture: EntryPicture,
  node: NodeIndex,
  { seen, keyOf }: Naming,
): readonly LedgerItem[] {
  const { graph } = picture;
  const object = graph.snapshot.nodes.serial[node];
  const byOwner = countByOwner(picture, node);
  // Borrowed slots are edges too, of generators that own no count.
  let surplus = [...byOwner.values()].reduce((sum, count) => sum + count, 0) - seen.edgesOf(object);
  const items: LedgerItem[] = [];
  const instances: LedgerItem[] = [];
  for (const [owner, edges] of byOwner) {
    const borrowed = Math.min(surplus, borrowedFrom(picture, owner, node));
    surplus -= borrowed;
    const count = edges - borrowed;
    if (count <= 0) continue;
    const item = referenceItem(picture, { owner, node, count, keyOf });
    (item.text.startsWith(CLASS_OF) ? instances : items).push(item);
  }
  if (instances.length <= INSTANCES_SPELLED) return [...items, ...instances];
  const count = instances.reduce((sum, item) => sum + item.count, 0);
  const text = `${CLASS_OF}${counted(instances.length, "object")}`;
  return [...items, { kind: "reference", text, count }];
}

const CLASS_OF = "class of ";

/** Edges to the object by the drawn object they belong to; `NO_NODE` for plumbing that belongs to nothing drawn. */
function countByOwner({ graph }: EntryPicture, node: NodeIndex): ReadonlyMap<NodeIndex, number> {
  const { edges, nodes, nodeOf } = graph.snapshot;
  const counts = new Map<NodeIndex, number>();
  for (const holder of nodeOf.values()) {
    const end = nodes.firstEdge[rowAfter(holder)];
    for (let edge = edgeIndex(nodes.firstEdge[holder]); edge < end; edge = rowAfter(edge)) {
      if (edges.target[edge] !== node) continue;
      const owner = graph.ownerOf(holder);
      counts.set(owner, (counts.get(owner) ?? 0) + 1);
    }
  }
  return counts;
}

function borrowedFrom({ graph }: EntryPicture, owner: NodeIndex, node: NodeIndex): number {
  if (owner === NO_NODE) return 0;
  return graph.slotsOf(owner).filter(({ target, label }) => target === node && isOnStack(label))
    .length;
}

function isOnStack(label: string): boolean {
  return label.endsWith("on its stack");
}

interface Reference {
  readonly owner: NodeIndex;
  readonly node: NodeIndex;
  readonly count: number;
  readonly keyOf: (object: Serial) => string;
}

function referenceItem(
  { graph }: EntryPicture,
  { owner, node, count, keyOf }: Reference,
): LedgerItem {
  const { snapshot } = graph;
  if (owner === NO_NODE) return { kind: "reference", text: "Python's own bookkeeping", count };
  const holder = snapshot.nodes.serial[owner];
  const from = nodeId(holder);
  const slots = graph
    .slotsOf(owner)
    .filter(({ target, kind }) => target === node && kind !== "weak");
  const labels = slots
    .filter(({ kind }) => kind !== "class")
    .map(({ label }) => label)
    // A borrowed slot of a generator's stack is listed, but is no reference of its own.
    .toSorted((a, b) => Number(isOnStack(a)) - Number(isOnStack(b)))
    .slice(0, count);
  if (labels.length === 0) {
    const isInstance = slots.length > 0 && hasFlag(snapshot, node, ObjectFlag.class);
    const text =
      isInstance && owner !== node
        ? `${CLASS_OF}${keyOf(holder)}`
        : owner === node
          ? `its own parts (${typeNameOf(snapshot, node) === "type" ? "mro, descriptors" : "plumbing"})`
          : `parts of ${keyOf(holder)}`;
    return { kind: "reference", text, count, from };
  }
  const label = mergedLabel(labels);
  const text = /^[.[{]/.test(label) ? `${keyOf(holder)}${label}` : `${keyOf(holder)} ${label}`;
  return { kind: "reference", text, count, from };
}

function heldItems(held: readonly HeldReference[]): readonly LedgerItem[] {
  const items = new Map<string, LedgerItem>();
  for (const reference of held) {
    const text = heldText(reference);
    const kind = reference.name === "" ? "temporary" : "frame";
    items.set(text, { kind, text, count: (items.get(text)?.count ?? 0) + 1 });
  }
  return [...items.values()];
}

/** `running call in make()`, `key in sorted_by() of sorting.py`, with the thread where it is not the main one. */
function heldText({ scope, file, thread, isLibrary, name }: HeldReference): string {
  const call = scope === "<module>" ? (file === "" ? "the script" : fileName(file)) : `${scope}()`;
  const library = isLibrary && scope !== "<module>" ? ` of ${fileName(file)}` : "";
  const what = name === "" ? "running call" : name;
  return `${what} in ${call}${library}${thread === 0 ? "" : `, thread ${thread}`}`;
}
