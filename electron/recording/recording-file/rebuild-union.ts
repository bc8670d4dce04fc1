/** Makes the union of a recording's entries anew, for a file whose own is lost. */
import { entryIndex } from "../../contract/ids";
import { namedObjects, type FrameNames } from "../../engine/bound-names";
import { nodeId } from "../../engine/entry-picture";
import type { WeakLink } from "../../engine/side-references";
import type { RecordingBook } from "../recording-book";

export function rebuildUnion(book: RecordingBook): void {
  const state = book.history.stateAt(entryIndex(0));
  let frames: readonly FrameNames[] | undefined;
  let weak: readonly WeakLink[] | undefined;
  const isChanged = (): boolean => true;
  for (let entry = 0; entry < book.length; entry += 1) {
    const { names, beside, cycles } = book.record(entryIndex(entry));
    const isReshaped = entry === 0 || book.history.advance(state, entryIndex(entry));
    if (isReshaped || names.frames !== frames || beside.weak !== weak) {
      const graph = book.foldState(state, namedObjects(names.frames), beside.weak);
      book.union.addGraph(graph, names.frames, isChanged);
      book.union.addNames(names.frames);
    }
    for (const { id, members } of cycles) book.union.addCycle(id, members.map(nodeId));
    frames = names.frames;
    weak = beside.weak;
  }
}
