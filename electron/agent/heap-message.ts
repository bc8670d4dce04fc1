/** The columns of a `heap` frame -> HeapMessage, after checking that all counts fit each other. */
import {
  NONE,
  type EdgeDescription,
  type FrameState,
  type HeapMessage,
  type ObjectDescription,
} from "../contract/agent-message";
import type { ColumnReader } from "./column-reader";
import { WireError } from "./wire-format";

const insideCollectionFlag = 1;
const collectorOnFlag = 2;
const importedFlag = 4;
const otherTracerFlag = 8;
const frozenFlag = 16;
const thawedFlag = 32;

/** Bits of column 13. */
const described = {
  isClass: 1,
  isFunction: 2,
  hasFinalizer: 4,
  isPlainDict: 8,
  isModule: 16,
  finalizerRan: 32,
} as const;

export function decodeHeap(read: ColumnReader): HeapMessage {
  const [flags = 0, trackedTotal = 0, trackedRows = 0, bornFrom = 0] = read.u32s(0, 4);
  const address = read.u64s(1);
  const objects = address.length;
  const edgeCount = read.u32s(4, objects);
  const [oldestEnd = 0, middleEnd = 0] = read.u32s(6, 2);
  demand(trackedRows <= objects, "trackedRows is past the last object");
  demand(bornFrom <= trackedRows, "bornFrom is past the tracked objects");
  demand(oldestEnd <= middleEnd && middleEnd <= trackedRows, "the generations do not nest");
  return {
    kind: "heap",
    insideCollection: (flags & insideCollectionFlag) !== 0,
    collectorOn: (flags & collectorOnFlag) !== 0,
    imported: (flags & importedFlag) !== 0,
    otherTracer: (flags & otherTracerFlag) !== 0,
    permanentGeneration:
      (flags & frozenFlag) !== 0 ? "grew" : (flags & thawedFlag) !== 0 ? "emptied" : undefined,
    trackedTotal,
    trackedRows,
    bornFrom,
    address,
    typeAddress: read.u64s(2, objects),
    refcount: read.u32s(3, objects),
    edgeCount,
    edgeTarget: read.u64s(5, total(edgeCount)),
    oldestEnd,
    middleEnd,
    borrowed: read.u64s(7),
    types: decodeTypes(read, 8),
    descriptions: decodeDescriptions(read),
    frames: decodeFrames(read),
    weakReferences: decodeWeakReferences(read),
    holdingFrames: decodeHoldingFrames(read),
  };
}

export function decodeTypes(read: ColumnReader, first: number): HeapMessage["types"] {
  const addresses = read.u64s(first);
  const modules = read.texts(first + 1, addresses.length);
  const qualnames = read.texts(first + 2, addresses.length);
  return Array.from(addresses, (address, index) => ({
    address,
    module: modules[index] ?? "",
    qualname: qualnames[index] ?? "",
  }));
}

function decodeDescriptions(read: ColumnReader): readonly ObjectDescription[] {
  const addresses = read.u64s(11);
  const count = addresses.length;
  const sizes = read.u32s(12, count);
  const flags = read.u32s(13, count);
  const lengths = read.u32s(14, count);
  const titles = read.texts(15, count);
  const edgeCounts = read.u32s(16, count);
  const edges = decodeEdges(read, total(edgeCounts));
  let firstEdge = 0;
  return Array.from(addresses, (address, index) => {
    const bits = flags[index] ?? 0;
    const edgesEnd = firstEdge + (edgeCounts[index] ?? 0);
    const own = edges.slice(firstEdge, edgesEnd);
    firstEdge = edgesEnd;
    return {
      address,
      size: numberOrNone(sizes[index]),
      isClass: (bits & described.isClass) !== 0,
      isFunction: (bits & described.isFunction) !== 0,
      hasFinalizer: (bits & described.hasFinalizer) !== 0,
      isPlainDict: (bits & described.isPlainDict) !== 0,
      isModule: (bits & described.isModule) !== 0,
      finalizerRan: (bits & described.finalizerRan) !== 0,
      length: numberOrNone(lengths[index]),
      title: titles[index] ?? "",
      edges: own,
    };
  });
}

function decodeEdges(read: ColumnReader, count: number): readonly EdgeDescription[] {
  const labels = read.texts(17, count);
  const referents = read.u8s(18, count);
  const texts = read.texts(19, count);
  return labels.map((label, index) => ({
    label,
    referent: referentOf(referents[index]),
    text: texts[index] ?? "",
  }));
}

function decodeFrames(read: ColumnReader): readonly FrameState[] {
  const scopes = read.texts(20);
  const lines = read.u32s(21, scopes.length);
  const nameCounts = read.u32s(22, scopes.length);
  const files = read.texts(27, scopes.length);
  const nameTotal = total(nameCounts);
  const names = read.texts(23, nameTotal);
  const addresses = read.u64s(24, nameTotal);
  const referents = read.u8s(25, nameTotal);
  const texts = read.texts(26, nameTotal);
  let firstName = 0;
  return scopes.map((scope, index) => {
    const namesEnd = firstName + (nameCounts[index] ?? 0);
    const from = firstName;
    firstName = namesEnd;
    return {
      scope,
      line: lines[index] ?? 0,
      file: files[index] ?? "",
      names: names.slice(from, namesEnd).map((name, offset) => ({
        name,
        address: addresses[from + offset] ?? 0,
        // The bit above the kind says that the name owns no count, which the ledger finds from the totals.
        referent: referentOf((referents[from + offset] ?? 0) & 3),
        text: texts[from + offset] ?? "",
      })),
    };
  });
}

function decodeWeakReferences(read: ColumnReader): HeapMessage["weakReferences"] {
  const holders = read.u64s(28);
  const referents = read.u64s(29, holders.length);
  return Array.from(holders, (holder, index) => ({ holder, referent: referents[index] ?? 0 }));
}

function decodeHoldingFrames(read: ColumnReader): HeapMessage["holdingFrames"] {
  const scopes = read.texts(30);
  const files = read.texts(31, scopes.length);
  const threads = read.u32s(32, scopes.length);
  const libraries = read.u8s(33, scopes.length);
  const counts = read.u32s(34, scopes.length);
  const names = read.texts(35, total(counts));
  const addresses = read.u64s(36, names.length);
  let first = 0;
  return scopes.map((scope, index) => {
    const from = first;
    first += counts[index] ?? 0;
    const held = names.slice(from, first);
    return {
      scope,
      file: files[index] ?? "",
      thread: threads[index] ?? 0,
      isLibrary: libraries[index] === 1,
      held: held.map((name, offset) => ({ name, address: addresses[from + offset] ?? 0 })),
    };
  });
}

function referentOf(value: number | undefined): 0 | 1 | 2 {
  if (value === 0 || value === 1 || value === 2) return value;
  throw new WireError(`A referent of heap has kind ${value}.`);
}

function numberOrNone(value: number | undefined): number | undefined {
  return value === NONE ? undefined : value;
}

function total(counts: Uint32Array): number {
  let sum = 0;
  for (const count of counts) sum += count;
  return sum;
}

function demand(holds: boolean, complaint: string): void {
  if (!holds) throw new WireError(`In heap, ${complaint}.`);
}
