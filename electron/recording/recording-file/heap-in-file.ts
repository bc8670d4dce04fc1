/** The objects and what they refer to, entry by entry, as rows of `nodes` and `edges`, and back. */
import { NONE } from "../../contract/agent-message";
import { entryIndex, serial, type Serial } from "../../contract/ids";
import { ObjectFlag } from "../../engine/heap-snapshot";
import type { RecordingBook } from "../recording-book";
import type { ObjectState } from "../state-history";
import type { Appearance, VersionIndex } from "../version-table";
import { serialOr } from "./entries-in-file";
import { DamagedPart } from "./arrow-batch";
import { rowsBy } from "./rows-by";
import type { ReadTables, SegmentRow, SegmentTables } from "./tables-of-recording";

type Open<Row> = { -readonly [Name in keyof Row]: Row[Name] };

export function heapRows(book: RecordingBook): Pick<SegmentTables, "nodes" | "edges"> {
  const nodes: Open<SegmentRow<"nodes">>[] = [];
  const edges: Open<SegmentRow<"edges">>[] = [];
  const open = new Map<Serial, Open<SegmentRow<"nodes">>>();
  /** The recording's version -> the file's, and its rows of `edges`. */
  const versions = new Map<
    VersionIndex,
    { readonly number: number; readonly edges: readonly Open<SegmentRow<"edges">>[] }
  >();

  function begin(entry: number, object: Serial, state: ObjectState): void {
    const look = book.versions.appearanceOf(state.version);
    const known = versions.get(state.version) ?? {
      number: versions.size,
      edges: look.edges.map(({ target, label, referent, text }) => ({
        version: versions.size,
        from_object: object,
        first_entry: entry,
        last_entry: entry,
        label,
        kind: referent,
        to_object: target,
        text,
      })),
    };
    if (!versions.has(state.version)) edges.push(...known.edges);
    versions.set(state.version, known);
    const node = {
      object,
      first_entry: entry,
      last_entry: entry,
      version: known.number,
      type: look.typeName,
      title: look.title,
      size: look.size,
      refcount: state.refcount === NONE ? undefined : state.refcount,
      tracked: (state.flags & ObjectFlag.tracked) !== 0,
      unreachable: (state.flags & ObjectFlag.unreachable) !== 0,
      length: look.containerLength === NONE ? undefined : look.containerLength,
      flags: look.flags,
    };
    nodes.push(node);
    open.set(object, node);
  }

  for (let entry = 0; entry < book.length; entry += 1) {
    for (const { object, state } of book.history.changesAt(entryIndex(entry))) {
      const before = open.get(object);
      if (before !== undefined) before.last_entry = entry - 1;
      open.delete(object);
      if (state !== "gone") begin(entry, object, state);
    }
  }
  for (const node of open.values()) node.last_entry = book.length - 1;
  const lastOf = new Map<number, number>();
  for (const { version, last_entry } of nodes) lastOf.set(version, last_entry);
  for (const edge of edges) edge.last_entry = lastOf.get(edge.version) ?? edge.first_entry;
  return { nodes, edges };
}

export function readHeap(
  book: RecordingBook,
  { nodes, edges }: Pick<ReadTables, "nodes" | "edges">,
  length: number,
): void {
  const edgesOf = edgesByVersion(edges);
  const versions = new Map<number, VersionIndex>();
  const begins = rowsBy(nodes, ({ first_entry }) => first_entry);
  const ends = rowsBy(nodes, ({ last_entry }) => last_entry + 1);
  for (let entry = 0; entry < length; entry += 1) {
    const changed = (begins.get(entry) ?? []).map((node): ObjectState => {
      const version = versions.get(node.version) ?? restore(node);
      versions.set(node.version, version);
      if (book.versions.serialOf(version) !== serial(node.object))
        throw new DamagedPart("a version of two objects");
      return {
        serial: serial(node.object),
        version,
        refcount: node.refcount ?? NONE,
        flags:
          (node.tracked ? ObjectFlag.tracked : 0) | (node.unreachable ? ObjectFlag.unreachable : 0),
      };
    });
    const still = new Set(changed.map((state) => state.serial));
    const gone = (ends.get(entry) ?? [])
      .map(({ object }) => serial(object))
      .filter((object) => !still.has(object));
    book.history.append(changed, gone);
  }

  function restore(node: SegmentRow<"nodes">): VersionIndex {
    return book.versions.restore({
      serial: serial(node.object),
      typeName: node.type,
      title: node.title,
      size: node.size,
      flags: node.flags,
      containerLength: node.length ?? NONE,
      edges: edgesOf(node.version),
    });
  }
}

/** The edges of a version stand together. */
function edgesByVersion(segments: ReadTables["edges"]): (version: number) => Appearance["edges"] {
  const firsts = new Map<number, { readonly cells: ReadTables["edges"][number]; at: number }>();
  for (const cells of segments) {
    let last: number | undefined;
    for (let at = 0; at < cells.length; at += 1) {
      const version = cells.numberAt("version", at);
      if (version === last) continue;
      if (firsts.has(version)) throw new DamagedPart("a version in two places");
      firsts.set(version, { cells, at });
      last = version;
    }
  }
  return (version) => {
    const first = firsts.get(version);
    const edges: Appearance["edges"][number][] = [];
    if (first === undefined) return edges;
    for (let { at } = first; at < first.cells.length; at += 1) {
      if (first.cells.numberAt("version", at) !== version) break;
      const row = first.cells.row(at);
      const { label, kind: referent, text } = row;
      edges.push({ target: serialOr(row.to_object), label, referent, text });
    }
    return edges;
  };
}

/** The objects in the order they were first seen, with the entry. */
export function firstEntries({ nodes }: Pick<SegmentTables, "nodes">): ReadonlyMap<Serial, number> {
  const first = new Map<Serial, number>();
  for (const { object, first_entry } of nodes)
    if (!first.has(serial(object))) first.set(serial(object), first_entry);
  return first;
}
