/** Everything recorded so far: entries, the states of their objects, names, keys and the union; and any entry's picture rebuilt from them. */
import type { HelloMessage } from "../contract/agent-message";
import { entryIndex, type EntryIndex, type Serial } from "../contract/ids";
import type { StepSummary } from "../contract/session-events";
import { namedObjects } from "../engine/bound-names";
import type { EntryPicture, FreedHow } from "../engine/entry-picture";
import { foldPlumbing, type FoldedGraph } from "../engine/folding";
import { HeapSnapshotBuilder } from "../engine/heap-snapshot-builder";
import { serialOf, type HeapSnapshot } from "../engine/heap-snapshot";
import type { WeakLink } from "../engine/side-references";
import { ReferenceIndexes } from "./reference-indexes";
import { countTypes } from "../engine/type-census";
import { UnionBuilder } from "../engine/union-graph";
import type { EntryRecord } from "./entry-record";
import { ObjectKeys } from "./object-keys";
import { StateHistory, type HeapState } from "./state-history";
import { GenerationHistory } from "./generation-history";
import { TypeHistory } from "./type-history";
import { VersionTable } from "./version-table";

export interface Birth {
  readonly step: number;
  readonly line: number | undefined;
  /** Empty: the script. */
  readonly file: string;
}

/** Text of another file of the person's; undefined when it cannot be read. */
export type SourceOf = (file: string) => string | undefined;

/** Pictures kept ready: stepping to and fro needs the entry, the one it is compared with, and those of the ghosts. */
const PICTURES_KEPT = 16;

export class RecordingBook {
  readonly versions: VersionTable = new VersionTable();
  readonly history: StateHistory = new StateHistory();
  readonly keys: ObjectKeys = new ObjectKeys();
  readonly union: UnionBuilder = new UnionBuilder();
  readonly indexes: ReferenceIndexes = new ReferenceIndexes();
  readonly types: TypeHistory = new TypeHistory();
  readonly generations: GenerationHistory = new GenerationHistory();
  readonly addresses: Map<Serial, number> = new Map();
  readonly births: Map<Serial, Birth> = new Map();
  readonly freedAt: Map<Serial, FreedHow & { readonly entry: EntryIndex }> = new Map();
  readonly #sourceOf: SourceOf;
  /** By file; the script's under ''. */
  readonly #lines = new Map<string, readonly string[]>();
  readonly #records: EntryRecord[] = [];
  /** Entries during which a collection ended. */
  readonly entriesWithCollections: EntryIndex[] = [];
  /** Says what the agent's hello says; before it, nothing is known to be inexact. */
  python: Pick<HelloMessage, "version" | "inexact"> = { version: [3, 9, 0], inexact: [] };
  readonly #pictures = new Map<EntryIndex, EntryPicture>();
  #exit = { stdout: 0, stderr: 0 };

  constructor(scriptText: string, sourceOf: SourceOf) {
    this.#sourceOf = sourceOf;
    this.#lines.set("", linesOf(scriptText));
  }

  get length(): number {
    return this.#records.length;
  }

  codeOf(line: number | undefined, file: string): string {
    if (line === undefined) return "";
    const lines = this.#lines.get(file) ?? linesOf(this.#sourceOf(file) ?? "");
    this.#lines.set(file, lines);
    return (lines[line - 1] ?? "").trim();
  }

  add(record: EntryRecord): void {
    if (record.collections.length > 0) this.entriesWithCollections.push(entryIndex(this.length));
    this.#records.push(record);
  }

  /** Of the entry that is being completed. */
  noteTypes(graph: FoldedGraph): void {
    this.types.note(entryIndex(this.length), countTypes(graph));
  }

  record(entry: EntryIndex): EntryRecord {
    const record = this.#records[entry];
    if (record === undefined)
      throw new Error(
        `The recording has ${this.#records.length} entries, none with number ${entry}`,
      );
    return record;
  }

  summariesFrom(from: EntryIndex): readonly StepSummary[] {
    return this.#records.slice(from).map(({ summary }) => summary);
  }

  get exit(): { readonly stdout: number; readonly stderr: number } {
    return this.#exit;
  }

  noteExit(stdout: number, stderr: number): void {
    this.#exit = { stdout, stderr };
  }

  /** What is written after the last line belongs to it. */
  outputEnd(entry: EntryIndex): { readonly stdout: number; readonly stderr: number } {
    const { stdoutEnd, stderrEnd } = this.record(entry);
    if (entry < this.length - 1) return { stdout: stdoutEnd, stderr: stderrEnd };
    return {
      stdout: Math.max(stdoutEnd, this.#exit.stdout),
      stderr: Math.max(stderrEnd, this.#exit.stderr),
    };
  }

  /** The entry a picture is compared with: the step before for a step, the entry before for an inner step. */
  comparedWith(entry: EntryIndex): EntryIndex | undefined {
    if (this.record(entry).summary.inner > 0) return entry > 0 ? entryIndex(entry - 1) : undefined;
    for (let before = entry - 1; before >= 0; before -= 1) {
      if (this.record(entryIndex(before)).summary.inner === 0) return entryIndex(before);
    }
    return undefined;
  }

  /** What collections up to an entry have put into `gc.garbage`; the script may have taken it out again. */
  garbageUntil(entry: EntryIndex): ReadonlySet<Serial> {
    const found = this.entriesWithCollections
      .filter((at) => at <= entry)
      .flatMap((at) => this.record(at).collections.flatMap(({ inGarbage }) => inGarbage));
    return new Set(found);
  }

  pictureAt(entry: EntryIndex): EntryPicture {
    const known = this.#pictures.get(entry);
    if (known !== undefined) {
      this.#pictures.delete(entry);
      this.#pictures.set(entry, known);
      return known;
    }
    const picture = this.pictureOf(entry, this.history.stateAt(entry));
    this.#pictures.set(entry, picture);
    const [oldest] = this.#pictures.keys();
    if (this.#pictures.size > PICTURES_KEPT && oldest !== undefined) this.#pictures.delete(oldest);
    return picture;
  }

  pictureOf(entry: EntryIndex, state: HeapState): EntryPicture {
    const { summary, names, beside, cycles, how, collecting } = this.record(entry);
    const { step, inner, depth, file, line, code, scope } = summary;
    return {
      entry,
      step,
      inner,
      depth,
      file,
      line,
      code,
      scope,
      how,
      collecting,
      names,
      beside,
      cycles,
      graph: this.foldState(state, namedObjects(names.frames), beside.weak),
    };
  }

  snapshotOf(state: HeapState): HeapSnapshot {
    const builder = new HeapSnapshotBuilder(this.versions.strings);
    for (const object of state.values()) this.versions.addTo(builder, object.version, object);
    return builder.finish();
  }

  foldState(state: HeapState, named: ReadonlySet<Serial>, weak: readonly WeakLink[]): FoldedGraph {
    const snapshot = this.snapshotOf(state);
    return foldPlumbing(snapshot, (node) => named.has(serialOf(snapshot, node)), weak);
  }

  get byteLength(): number {
    return (
      this.versions.byteLength +
      this.history.byteLength +
      this.types.byteLength +
      this.generations.byteLength +
      this.#records.length * 400
    );
  }
}

function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/);
}
