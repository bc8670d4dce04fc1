/** Names and what they are bound to, frame by frame, as the views and the recording know them. */
import type { Serial } from "../contract/ids";
import type { NameId, ScopeId, ViewScope } from "../contract/subgraph-view";

export interface Binding {
  readonly name: string;
  /** Undefined when it is bound to an atom or something outside. */
  readonly object: Serial | undefined;
  /** As `ReferentKind`. */
  readonly referent: number;
  /** Short repr of an atom, `kind\u001fname` of something outside. */
  readonly text: string;
}

export interface FrameNames {
  readonly scope: string;
  /** 0 for the module. */
  readonly depth: number;
  readonly line: number;
  readonly bindings: readonly Binding[];
}

export interface DeletedName {
  readonly scope: string;
  readonly depth: number;
  readonly name: string;
  readonly object: Serial;
  /** The step it was deleted in. */
  readonly step: number;
}

export interface NamesAtEntry {
  readonly frames: readonly FrameNames[];
  readonly deleted: readonly DeletedName[];
}

export const NO_NAMES: NamesAtEntry = { frames: [], deleted: [] };

export function scopeId(scope: { readonly scope: string; readonly depth: number }): ScopeId {
  return `s:${scope.depth}:${scope.scope}`;
}

export function nameId(
  scope: { readonly scope: string; readonly depth: number },
  name: string,
): NameId {
  return `n:${scopeId(scope)}:${name}`;
}

export function viewScope(scope: { readonly scope: string; readonly depth: number }): ViewScope {
  const title = scope.depth === 0 ? "Global names" : `Local names in ${scope.scope}()`;
  return { id: scopeId(scope), title, depth: scope.depth };
}

/** Every object some frame has a name for. */
export function namedObjects(frames: readonly FrameNames[]): ReadonlySet<Serial> {
  const named = new Set<Serial>();
  for (const frame of frames)
    for (const { object } of frame.bindings) if (object !== undefined) named.add(object);
  return named;
}

/** Before 3.11 a frame only knows the plain name of its function. */
export const FINALIZER_SCOPE: RegExp = /(^|\.)__del__$/;

/** The object whose `__del__` runs in the innermost frame: its first local. */
export function finalizedBy(frames: readonly FrameNames[]): Serial | undefined {
  const innermost = frames.at(-1);
  return innermost !== undefined && innermost.depth > 0 && FINALIZER_SCOPE.test(innermost.scope)
    ? innermost.bindings[0]?.object
    : undefined;
}
