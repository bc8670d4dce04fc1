/** Goes through the recording for what a build may fail on: garbage, what cannot be collected, what a finalizer brought back. */
import { bytes, entryIndex, type EntryIndex, type Serial } from "../contract/ids";
import type { FindingKind, MemoryFinding, MemoryFindings } from "../contract/memory-finding";
import { expressionOf } from "../engine/cycle-cut";
import type { EntryPicture } from "../engine/entry-picture";
import { garbageGroups, type GarbageGroup } from "../engine/garbage-groups";
import { ObjectFlag, serialOf, typeNameOf } from "../engine/heap-snapshot";
import { isResurrected } from "../engine/object-marks";
import type { Link } from "../engine/reference-index";
import { linkMadeAt, madeIn, nameBoundAt } from "./edge-history";
import type { RecordingBook } from "./recording-book";

/** Each needs a picture of its own, and nobody reads more. */
const FINDINGS_TOLD = 100;
const OBJECTS_TOLD = 20;
const REFERENCES_TOLD = 20;

export function memoryFindings(book: RecordingBook, kinds: readonly FindingKind[]): MemoryFindings {
  const search = new FindingSearch(book, kinds);
  const findings: MemoryFinding[] = [];
  for (let entry = 0; entry < book.length; entry += 1) {
    findings.push(...search.findIn(entryIndex(entry)));
    if (findings.length > FINDINGS_TOLD)
      return { findings: findings.slice(0, FINDINGS_TOLD), isComplete: false };
  }
  return { findings, isComplete: true };
}

class FindingSearch {
  readonly #book: RecordingBook;
  readonly #kinds: readonly FindingKind[];
  readonly #garbage = new Set<Serial>();
  readonly #uncollectable = new Set<Serial>();
  /** Their finalizer ran, and they are not gone yet: false when told of. */
  readonly #finalized = new Map<Serial, boolean>();

  constructor(book: RecordingBook, kinds: readonly FindingKind[]) {
    this.#book = book;
    this.#kinds = kinds;
  }

  findIn(entry: EntryIndex): readonly MemoryFinding[] {
    return this.#kinds.flatMap((kind) => {
      switch (kind) {
        case "garbage":
          return this.#findGarbage(entry);
        case "uncollectable":
          return this.#findUncollectable(entry);
        case "resurrected":
          return this.#findResurrected(entry);
      }
    });
  }

  #findGarbage(entry: EntryIndex): readonly MemoryFinding[] {
    const fresh = new Set<Serial>();
    for (const { object, state } of this.#book.history.changesAt(entry)) {
      if (state === "gone" || (state.flags & ObjectFlag.unreachable) === 0) continue;
      // What its own refcount freed after all did not wait for anybody.
      if (this.#garbage.has(object) || this.#book.freedAt.get(object)?.by === "refcount") continue;
      this.#garbage.add(object);
      fresh.add(object);
    }
    if (fresh.size === 0) return [];
    const picture = this.#book.pictureAt(entry);
    return garbageGroups(picture, (object) => fresh.has(object)).map((group) =>
      this.#finding("garbage", picture, group),
    );
  }

  #findUncollectable(entry: EntryIndex): readonly MemoryFinding[] {
    const fresh = this.#book
      .record(entry)
      .collections.flatMap(({ inGarbage }) => inGarbage)
      .filter((object) => !this.#uncollectable.has(object));
    if (fresh.length === 0) return [];
    for (const object of fresh) this.#uncollectable.add(object);
    const group = { isCycle: false, objects: fresh, members: fresh };
    return [this.#finding("uncollectable", this.#book.pictureAt(entry), group)];
  }

  #findResurrected(entry: EntryIndex): readonly MemoryFinding[] {
    const { history, versions } = this.#book;
    for (const { object, state } of history.changesAt(entry)) {
      if (state === "gone") this.#finalized.delete(object);
      else if ((versions.flagsOf(state.version) & ObjectFlag.finalizerRan) !== 0)
        this.#finalized.set(object, this.#finalized.get(object) ?? true);
    }
    const waiting = [...this.#finalized].filter(([, isWaiting]) => isWaiting);
    if (waiting.length === 0) return [];
    const picture = this.#book.pictureAt(entry);
    const { graph } = picture;
    return waiting.flatMap(([object]) => {
      const node = graph.snapshot.nodeOf.get(object);
      if (node === undefined || !graph.isDrawn(node) || !isResurrected(picture, node)) return [];
      this.#finalized.set(object, false);
      const group = { isCycle: false, objects: [object], members: [object] };
      return [this.#finding("resurrected", picture, group)];
    });
  }

  #finding(kind: FindingKind, picture: EntryPicture, group: GarbageGroup): MemoryFinding {
    const { snapshot } = picture.graph;
    const objects = group.objects.flatMap((object) => {
      const node = snapshot.nodeOf.get(object);
      if (node === undefined) return [];
      const typeName = typeNameOf(snapshot, node);
      const size = bytes(picture.graph.sizeWithParts(node));
      return [{ key: this.#book.keys.keyOf(object), typeName, size }];
    });
    const gone = group.objects.map((object) => this.#book.freedAt.get(object)?.step);
    const goneInStep = gone.reduce<number | undefined>(
      (latest, step) =>
        latest === undefined || step === undefined ? undefined : Math.max(latest, step),
      0,
    );
    return {
      kind,
      isCycle: group.isCycle,
      objects: objects.slice(0, OBJECTS_TOLD),
      objectCount: group.objects.length,
      size: bytes(objects.reduce((sum, { size }) => sum + size, 0)),
      since: madeIn(this.#book, picture.entry),
      ...this.#references(kind, picture, group),
      ...(goneInStep === undefined ? {} : { goneInStep }),
    };
  }

  /** Of garbage those among themselves; else whatever holds them. */
  #references(
    kind: FindingKind,
    picture: EntryPicture,
    { members }: GarbageGroup,
  ): Pick<MemoryFinding, "references" | "referenceCount"> {
    const alive = this.#book.indexes.alive(picture, (object) => this.#book.keys.keyOf(object));
    const { nodeOf } = picture.graph.snapshot;
    const among = new Set(members.flatMap((object) => nodeOf.get(object) ?? []));
    const owns = ({ kind: edge }: Link): boolean => edge !== "weak" && edge !== "class";
    const links = [...among]
      .flatMap((node) =>
        kind === "garbage"
          ? alive.index.linksFrom(node).filter(({ to }) => among.has(to))
          : alive.index.linksTo(node),
      )
      .filter(owns);
    const names = kind === "garbage" ? [] : this.#namesOf(picture, members);
    const told = links.slice(0, REFERENCES_TOLD - Math.min(names.length, REFERENCES_TOLD));
    return {
      references: [
        ...names.slice(0, REFERENCES_TOLD),
        ...told.map((link) => {
          const made = linkMadeAt(this.#book, picture, link);
          return {
            expression: expressionOf(alive, link),
            to: this.#book.keys.keyOf(serialOf(picture.graph.snapshot, link.to)),
            ...(made === undefined ? {} : { made }),
          };
        }),
      ],
      referenceCount: names.length + links.length,
    };
  }

  #namesOf(picture: EntryPicture, members: readonly Serial[]): MemoryFinding["references"] {
    return picture.names.frames.flatMap((frame) =>
      frame.bindings.flatMap((binding) => {
        const { object, name } = binding;
        if (object === undefined || !members.includes(object)) return [];
        const made = nameBoundAt(this.#book, picture.entry, { kind: "name", frame, binding });
        return [{ expression: name, to: this.#book.keys.keyOf(object), made }];
      }),
    );
  }
}
