/** Answers questions about one entry: its picture, one object of it, its cycles. Gathers what the engine's builders need; concludes nothing itself. */
import {
  bytes,
  entryIndex,
  serial,
  type Bytes,
  type EntryIndex,
  type Serial,
} from "../contract/ids";
import type { CycleSummary, ObjectDetail } from "../contract/object-detail";
import type { ViewOptions } from "../contract/view-options";
import type { LineNote, NodeId, SubgraphView } from "../contract/subgraph-view";
import {
  nodeId,
  type CollectionRecord,
  type EntryPicture,
  type Ghost,
  type PictureContext,
} from "../engine/entry-picture";
import { typeNameOf } from "../engine/heap-snapshot";
import { ghostsWithDicts, keysWithDicts, withInstanceDicts } from "../engine/instance-dicts";
import { CARD_LIMIT } from "../engine/choose-objects";
import { inspectObject, type RefcountPoint } from "../engine/object-inspector";
import { cycleLabel } from "../engine/view-cycles";
import { viewNotes } from "../engine/view-notes";
import { pictureFound } from "./picture-found";
import type { RecordingBook } from "./recording-book";
import { withSums } from "./substeps-answer";
import { drawShaped, showsOutside } from "./shaped-answers";

/** Each death needs the picture just before it; of a step with more deaths than this the latest are shown. */
const DEATHS_SHOWN = 24;

/** A note is read together with the ones just before it: what `del obj1` did explains what `del obj2` does. */
const EARLIER_STEPS_NOTED = 2;

/** Each needs a picture of its own: of a call with more lines the last ones are noted, and among many objects none. */
const CALLED_LINES_NOTED = 12;

export function viewAt(book: RecordingBook, entry: EntryIndex, options: ViewOptions): SubgraphView {
  const context = contextFor(book, entry, options);
  const view = drawShaped(book, context, options);
  return {
    ...view,
    collections: withSums(book, entry, view),
    notes: notesAround(book, entry, view.notes),
  };
}

/** Own notes first, then those of the lines it called, latest first, then those of the steps before; a line has one. */
function notesAround(
  book: RecordingBook,
  entry: EntryIndex,
  own: readonly LineNote[],
): readonly LineNote[] {
  const notes: LineNote[] = [];
  const taken = new Set<string>();
  for (const note of [...own, ...calledNotes(book, entry), ...earlierNotes(book, entry)]) {
    const place = `${note.file ?? ""}:${note.line}`;
    if (taken.has(place)) continue;
    taken.add(place);
    notes.push(note);
  }
  return notes;
}

function calledNotes(book: RecordingBook, entry: EntryIndex): readonly LineNote[] {
  const { step, inner } = book.record(entry).summary;
  if (inner > 0 || book.pictureAt(entry).graph.drawn.length > CARD_LIMIT) return [];
  const notes: LineNote[] = [];
  for (let called = entry - 1; called > entry - CALLED_LINES_NOTED; called -= 1) {
    if (called < 1 || book.record(entryIndex(called)).summary.step !== step) break;
    notes.push(...viewNotes(contextAt(book, entryIndex(called), false)));
  }
  return notes;
}

function earlierNotes(book: RecordingBook, entry: EntryIndex): readonly LineNote[] {
  const notes: LineNote[] = [];
  let earlier = book.comparedWith(entry);
  for (let back = 0; back < EARLIER_STEPS_NOTED && earlier !== undefined; back += 1) {
    notes.push(...viewNotes(contextAt(book, earlier, false)));
    earlier = book.comparedWith(earlier);
  }
  return notes;
}

/** As a person asked for it. */
export function contextFor(
  book: RecordingBook,
  entry: EntryIndex,
  options: ViewOptions,
): PictureContext {
  const context = contextAt(book, entry, showsOutside(options));
  return options.shape?.instanceDicts === true ? withDictsDrawn(context) : context;
}

function withDictsDrawn(context: PictureContext): PictureContext {
  const { now, before, ghosts, olderGhosts } = context;
  const plain = new Set([now, ...(before === undefined ? [] : [before])]);
  for (const { last } of ghosts) plain.add(last);
  return {
    ...context,
    keyOf: keysWithDicts([...plain], context.keyOf),
    now: withInstanceDicts(now),
    before: before === undefined ? undefined : withInstanceDicts(before),
    ghosts: ghostsWithDicts(ghosts),
    olderGhosts: () => ghostsWithDicts(olderGhosts()),
  };
}

/** The picture in which an object is drawn: an attribute dict only in the one with dicts. */
export function pictureDrawing(picture: EntryPicture, object: Serial | undefined): EntryPicture {
  const node = object === undefined ? undefined : picture.graph.snapshot.nodeOf.get(object);
  return node === undefined || picture.graph.isDrawn(node) ? picture : withInstanceDicts(picture);
}

export function contextAt(
  book: RecordingBook,
  entry: EntryIndex,
  showHidden: boolean,
): PictureContext {
  const comparedWith = book.comparedWith(entry);
  const record = book.record(entry);
  const collections: CollectionRecord[] = [];
  for (let next = (comparedWith ?? -1) + 1; next <= entry; next += 1)
    collections.push(...book.record(entryIndex(next)).collections);
  return {
    now: book.pictureAt(entry),
    before: comparedWith === undefined ? undefined : book.pictureAt(comparedWith),
    ghosts: ghostsBetween(book, comparedWith, entry),
    olderGhosts: () =>
      comparedWith === undefined ? [] : ghostsBetween(book, undefined, comparedWith),
    collections,
    ownCollections: record.collections,
    keyOf: (object) => book.keys.keyOf(object),
    addressOf: (object) => book.addresses.get(object) ?? 0,
    wasNamed: (object) => book.keys.isNamed(object),
    isPlaced: (object) => book.union.has(nodeId(object)),
    trackedTotal: record.summary.trackedTotal,
    showHidden,
    python: book.python,
    hadGarbage: book.entriesWithCollections.some(
      (at) => at <= entry && book.record(at).collections.some(({ garbage }) => garbage > 0),
    ),
    inGarbage: book.garbageUntil(entry),
    generationOf: (object) => book.generations.at(object, entry),
    collectorOff: record.summary.collectorOff,
    collectionAhead: isCollectionAhead(book, entry),
  };
}

function ghostsBetween(
  book: RecordingBook,
  from: EntryIndex | undefined,
  to: EntryIndex,
): readonly Ghost[] {
  const ghosts: Ghost[] = [];
  const first = Math.max((from ?? -1) + 1, 1);
  let deaths = 0;
  for (let entry = to as number; entry >= first && deaths < DEATHS_SHOWN; entry -= 1) {
    const { freed, summary } = book.record(entryIndex(entry));
    if (freed.length === 0) continue;
    deaths += 1;
    for (const { object, by } of freed)
      ghosts.push({
        object,
        last: lastPicture(book, entryIndex(entry), object),
        freed: { step: summary.step, by },
      });
  }
  return ghosts;
}

/** The object as it last was. While finalizers run they refer to it too, so a collection's dead are shown as the collection found them. */
function lastPicture(book: RecordingBook, death: EntryIndex, object: Serial): EntryPicture {
  const justBefore = book.pictureAt(entryIndex(death - 1));
  const found = pictureFound(book, death);
  return found.graph.snapshot.nodeOf.has(object) ? found : justBefore;
}

function isCollectionAhead(book: RecordingBook, entry: EntryIndex): boolean {
  for (let next = entry + 1; next < book.length; next += 1) {
    if (book.record(entryIndex(next)).collections.some((collection) => collection.freed.length > 0))
      return true;
  }
  return false;
}

export function cyclesAt(book: RecordingBook, entry: EntryIndex): readonly CycleSummary[] {
  const picture = book.pictureAt(entry);
  const { snapshot } = picture.graph;
  const member = (object: Serial): CycleSummary["members"][number] => {
    const node = snapshot.nodeOf.get(object);
    return {
      id: nodeId(object),
      key: book.keys.keyOf(object),
      typeName: node === undefined ? "" : typeNameOf(snapshot, node),
    };
  };
  return picture.cycles.map((cycle) => ({
    id: cycle.id,
    number: cycle.number,
    members: cycle.members.map(member),
    state: cycle.state,
    label: cycleLabel(picture, cycle),
    size: bytes(cycle.size),
    sinceStep: cycle.sinceStep,
  }));
}

export function inspectAt(
  book: RecordingBook,
  entry: EntryIndex,
  node: NodeId,
): ObjectDetail | undefined {
  if (!/^o\d+$/.test(node)) return undefined;
  const object = serial(Number(node.slice(1)));
  const plain = contextAt(book, entry, false);
  const isFolded = pictureDrawing(plain.now, object) !== plain.now;
  const context = isFolded ? withDictsDrawn(plain) : plain;
  const detail = inspectObject(context, object, {
    created: book.births.get(object),
    history: refcountPoints(book, object, entry),
  });
  const retained = retainedBy(book, context.now, object);
  return detail === undefined || detail.state === "freed" || retained === undefined
    ? detail
    : { ...detail, retained };
}

function retainedBy(book: RecordingBook, picture: EntryPicture, object: Serial): Bytes | undefined {
  const node = picture.graph.snapshot.nodeOf.get(object);
  const alive = book.indexes.alive(picture, (one) => book.keys.keyOf(one));
  return node === undefined ? undefined : book.indexes.retained(alive)?.of(node);
}

/** The counts of one object at the ends of steps, from its first to the entry looked at. */
function refcountPoints(
  book: RecordingBook,
  object: Serial,
  until: EntryIndex,
): readonly RefcountPoint[] {
  const points: RefcountPoint[] = [];
  let current: number | undefined;
  for (let entry = 0; entry <= until; entry += 1) {
    const change = book.history.changeOf(entryIndex(entry), object);
    if (change === "gone") current = 0;
    else if (change !== undefined) current = change.refcount;
    const { summary } = book.record(entryIndex(entry));
    const isEnd = summary.inner === 0 || entry === until;
    if (current === undefined || !isEnd) continue;
    points.push({ step: summary.step, refcount: current, code: summary.code });
    if (change === "gone") break;
  }
  return points;
}
