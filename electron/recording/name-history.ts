/** What every name was bound to at every entry, and which deleted names still linger as ghosts. Unchanged parts are shared between entries. */
import type { FrameState } from "../contract/agent-message";
import type { Serial } from "../contract/ids";
import type { Binding, DeletedName, FrameNames, NamesAtEntry } from "../engine/bound-names";

/** Frames as the agent sent them, with objects known by serial; parts equal to `previous` are taken from it. */
export function readFrames(
  frames: readonly FrameState[],
  serialAt: (address: number) => Serial | undefined,
  previous: readonly FrameNames[],
): readonly FrameNames[] {
  const read = frames.map((frame, depth) => {
    const before = frameLike(previous, frame, depth);
    const bindings = readBindings(frame, serialAt, before?.bindings ?? []);
    return before?.line === frame.line && before.bindings === bindings
      ? before
      : { scope: frame.scope, file: frame.file, depth, line: frame.line, bindings };
  });
  return read.length === previous.length && read.every((frame, depth) => frame === previous[depth])
    ? previous
    : read;
}

function frameLike(
  frames: readonly FrameNames[],
  { scope, file }: Pick<FrameNames, "scope" | "file">,
  depth: number,
): FrameNames | undefined {
  const frame = frames[depth];
  return frame?.scope === scope && frame.file === file ? frame : undefined;
}

function readBindings(
  frame: FrameState,
  serialAt: (address: number) => Serial | undefined,
  previous: readonly Binding[],
): readonly Binding[] {
  const bindings = frame.names.map((named, place) => {
    const object = serialAt(named.address);
    const before = previous[place];
    const same =
      before?.name === named.name &&
      before.object === object &&
      before.text === named.text &&
      before.referent === named.referent;
    return same ? before : { name: named.name, object, referent: named.referent, text: named.text };
  });
  return bindings.length === previous.length &&
    bindings.every((binding, place) => binding === previous[place])
    ? previous
    : bindings;
}

/** The ghosts after an entry: names that vanished from a scope that is still there join, names that are back and objects long gone leave. */
export function deletedNames(
  before: NamesAtEntry,
  frames: readonly FrameNames[],
  step: number,
  isForgotten: (object: Serial) => boolean,
): readonly DeletedName[] {
  if (frames === before.frames && before.deleted.length === 0) return before.deleted;
  const isBound = (depth: number, name: string): boolean =>
    frames[depth]?.bindings.some((binding) => binding.name === name) ?? false;
  const kept = before.deleted.filter(
    (ghost) =>
      frameLike(frames, ghost, ghost.depth) !== undefined &&
      !isBound(ghost.depth, ghost.name) &&
      !isForgotten(ghost.object),
  );
  const added: DeletedName[] = [];
  for (const frame of before.frames) {
    if (frameLike(frames, frame, frame.depth) === undefined) continue;
    for (const { name, object } of frame.bindings) {
      if (object !== undefined && !isBound(frame.depth, name))
        added.push({
          scope: frame.scope,
          file: frame.file,
          depth: frame.depth,
          name,
          object,
          step,
        });
    }
  }
  if (added.length === 0 && kept.length === before.deleted.length) return before.deleted;
  return [...kept, ...added];
}
