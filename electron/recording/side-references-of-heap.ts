/** Reads from a heap what is no edge: weak references, what frames hold, borrowed slots. Parts equal to the heap before are shared with it. */
import type { HeapMessage } from "../contract/agent-message";
import type { Serial } from "../contract/ids";
import type { HeldReference, SideReferences, WeakLink } from "../engine/side-references";

export function readSideReferences(
  heap: HeapMessage,
  serialAt: (address: number) => Serial | undefined,
  before: SideReferences,
): SideReferences {
  const weak = sameOr(before.weak, readWeak(heap, serialAt), isSameLink);
  const held = sameOr(before.held, readHeld(heap, serialAt), isSameHeld);
  const borrowed = sameOr(
    before.borrowed,
    Array.from(heap.borrowed, serialAt).filter((object) => object !== undefined),
    (a, b) => a === b,
  );
  return weak === before.weak && held === before.held && borrowed === before.borrowed
    ? before
    : { weak, held, borrowed };
}

function readWeak(
  { weakReferences }: HeapMessage,
  serialAt: (address: number) => Serial | undefined,
): readonly WeakLink[] {
  return weakReferences.flatMap((link): readonly WeakLink[] => {
    const holder = serialAt(link.holder);
    const referent = serialAt(link.referent);
    return holder === undefined || referent === undefined ? [] : [{ holder, referent }];
  });
}

function readHeld(
  { holdingFrames }: HeapMessage,
  serialAt: (address: number) => Serial | undefined,
): readonly HeldReference[] {
  return holdingFrames.flatMap(({ held, scope, file, thread, isLibrary }) =>
    held.flatMap(({ name, address }): readonly HeldReference[] => {
      const object = serialAt(address);
      return object === undefined ? [] : [{ scope, file, thread, isLibrary, name, object }];
    }),
  );
}

function isSameLink(a: WeakLink, b: WeakLink): boolean {
  return a.holder === b.holder && a.referent === b.referent;
}

function isSameHeld(a: HeldReference, b: HeldReference): boolean {
  return (
    a.object === b.object &&
    a.name === b.name &&
    a.scope === b.scope &&
    a.file === b.file &&
    a.thread === b.thread &&
    a.isLibrary === b.isLibrary
  );
}

function sameOr<Value>(
  before: readonly Value[],
  now: readonly Value[],
  isSame: (a: Value, b: Value) => boolean,
): readonly Value[] {
  const unchanged =
    before.length === now.length &&
    now.every((value, place) => {
      const old = before[place];
      return old !== undefined && isSame(old, value);
    });
  return unchanged ? before : now;
}
