/**
 * Append-only table of what objects looked like: one row per object and appearance, its edges in rows of their own.
 * A recording's states name rows of it, so an object that does not change costs nothing.
 */
import { NONE, type ObjectDescription } from "../contract/agent-message";
import {
  bytes,
  edgeIndex,
  row,
  rowAfter,
  serial,
  type EdgeIndex,
  type RowOf,
  type Serial,
  type StringIndex,
} from "../contract/ids";
import { GrowableColumn } from "../engine/growable-column";
import type { HeapSnapshotBuilder } from "../engine/heap-snapshot-builder";
import { ObjectFlag } from "../engine/heap-snapshot";
import { StringTable } from "../engine/string-table";

export type VersionIndex = RowOf<"versions">;

/** Values of a big container are shown as the first few and the last; of what lies between only the objects are kept. */
const VALUES_KEPT = 24;
/** No object: an atom or something outside. */
const NO_SERIAL: Serial = serial(NONE);

export interface NewVersion {
  readonly serial: Serial;
  readonly typeName: StringIndex;
  readonly ownType: boolean;
  readonly description: ObjectDescription;
  /** Serials of the referents, parallel to the description's edges; undefined for what is no object of the heap. */
  readonly targets: readonly (Serial | undefined)[];
}

/** One version with its texts, as a file keeps it. */
export interface Appearance {
  readonly serial: Serial;
  readonly typeName: string;
  readonly title: string;
  readonly size: number;
  /** Bits of ObjectFlag. */
  readonly flags: number;
  /** `NONE` when the object is not a container. */
  readonly containerLength: number;
  readonly edges: readonly {
    readonly target: Serial | undefined;
    readonly label: string;
    readonly referent: number;
    readonly text: string;
  }[];
}

export class VersionTable {
  readonly strings: StringTable = new StringTable();
  readonly #serial = new GrowableColumn<VersionIndex, Serial>("u32");
  readonly #typeName = new GrowableColumn<VersionIndex, StringIndex>("u32");
  readonly #title = new GrowableColumn<VersionIndex, StringIndex>("u32");
  readonly #size = new GrowableColumn<VersionIndex, number>("u32");
  readonly #flags = new GrowableColumn<VersionIndex, number>("u32");
  readonly #containerLength = new GrowableColumn<VersionIndex, number>("u32");
  readonly #firstEdge = new GrowableColumn<VersionIndex, EdgeIndex>("u32");
  readonly #target = new GrowableColumn<EdgeIndex, Serial>("u32", 256);
  readonly #label = new GrowableColumn<EdgeIndex, StringIndex>("u32", 256);
  readonly #referent = new GrowableColumn<EdgeIndex, number>("u8", 256);
  readonly #text = new GrowableColumn<EdgeIndex, StringIndex>("u32", 256);

  append(version: NewVersion): VersionIndex {
    const { description } = version;
    const added: VersionIndex = row(this.#serial.length);
    this.#serial.push(version.serial);
    this.#typeName.push(version.typeName);
    this.#title.push(this.strings.intern(description.title));
    this.#size.push(description.size ?? 0);
    this.#flags.push(flagsOf(description) | (version.ownType ? ObjectFlag.ownType : 0));
    this.#containerLength.push(description.length ?? NONE);
    this.#firstEdge.push(edgeIndex(this.#target.length));
    for (const [place, edge] of description.edges.entries()) {
      const target = version.targets[place];
      // Lists and tuples are traversed from their end, so both ends are kept.
      const isShown = place < VALUES_KEPT || place >= description.edges.length - VALUES_KEPT;
      if (target === undefined && !isShown) continue;
      this.#target.push(target ?? NO_SERIAL);
      this.#label.push(this.strings.intern(edge.label));
      this.#referent.push(edge.referent);
      this.#text.push(this.strings.intern(edge.text));
    }
    return added;
  }

  appearanceOf(version: VersionIndex): Appearance {
    const edges: Appearance["edges"][number][] = [];
    const end = this.#endOf(version);
    for (let edge = this.#firstEdge.at(version); edge < end; edge = rowAfter(edge)) {
      const target = this.#target.at(edge);
      edges.push({
        target: target === NO_SERIAL ? undefined : target,
        label: this.strings.text(this.#label.at(edge)),
        referent: this.#referent.at(edge),
        text: this.strings.text(this.#text.at(edge)),
      });
    }
    return {
      serial: this.#serial.at(version),
      typeName: this.typeNameOf(version),
      title: this.strings.text(this.#title.at(version)),
      size: this.#size.at(version),
      flags: this.#flags.at(version),
      containerLength: this.#containerLength.at(version),
      edges,
    };
  }

  /** Takes back what `appearanceOf` gave. */
  restore(kept: Appearance): VersionIndex {
    const added: VersionIndex = row(this.#serial.length);
    this.#serial.push(kept.serial);
    this.#typeName.push(this.strings.intern(kept.typeName));
    this.#title.push(this.strings.intern(kept.title));
    this.#size.push(kept.size);
    this.#flags.push(kept.flags);
    this.#containerLength.push(kept.containerLength);
    this.#firstEdge.push(edgeIndex(this.#target.length));
    for (const { target, label, referent, text } of kept.edges) {
      this.#target.push(target ?? NO_SERIAL);
      this.#label.push(this.strings.intern(label));
      this.#referent.push(referent);
      this.#text.push(this.strings.intern(text));
    }
    return added;
  }

  serialOf(version: VersionIndex): Serial {
    return this.#serial.at(version);
  }

  sizeOf(version: VersionIndex): number {
    return this.#size.at(version);
  }

  flagsOf(version: VersionIndex): number {
    return this.#flags.at(version);
  }

  typeNameOf(version: VersionIndex): string {
    return this.strings.text(this.#typeName.at(version));
  }

  refersTo(version: VersionIndex, target: Serial, isLabel: (label: string) => boolean): boolean {
    for (
      let edge = this.#firstEdge.at(version);
      edge < this.#endOf(version);
      edge = rowAfter(edge)
    ) {
      if (this.#target.at(edge) === target && isLabel(this.strings.text(this.#label.at(edge))))
        return true;
    }
    return false;
  }

  /** Adds the object as this version shows it; `flags` are its bits that change without a new version. */
  addTo(
    builder: HeapSnapshotBuilder,
    version: VersionIndex,
    state: { readonly refcount: number; readonly flags: number },
  ): void {
    builder.addNode({
      serial: this.#serial.at(version),
      typeName: this.#typeName.at(version),
      title: this.#title.at(version),
      size: bytes(this.#size.at(version)),
      refcount: state.refcount,
      flags: this.#flags.at(version) | state.flags,
      containerLength: this.#containerLength.at(version),
    });
    for (
      let edge = this.#firstEdge.at(version);
      edge < this.#endOf(version);
      edge = rowAfter(edge)
    ) {
      const target = this.#target.at(edge);
      builder.addEdge(
        target === NO_SERIAL ? undefined : target,
        this.#label.at(edge),
        this.#referent.at(edge),
        this.#text.at(edge),
      );
    }
  }

  #endOf(version: VersionIndex): EdgeIndex {
    const next = rowAfter(version);
    return next < this.#firstEdge.length
      ? this.#firstEdge.at(next)
      : edgeIndex(this.#target.length);
  }

  get byteLength(): number {
    const rows = this.#serial.byteLength * 7;
    return rows + this.#target.byteLength * 3 + this.#referent.byteLength + this.strings.byteLength;
  }
}

function flagsOf(description: ObjectDescription): number {
  return (
    (description.isClass ? ObjectFlag.class : 0) |
    (description.isFunction ? ObjectFlag.function : 0) |
    (description.hasFinalizer ? ObjectFlag.finalizer : 0) |
    (description.isPlainDict ? ObjectFlag.plainDict : 0) |
    (description.isModule ? ObjectFlag.module : 0) |
    (description.finalizerRan ? ObjectFlag.finalizerRan : 0)
  );
}
