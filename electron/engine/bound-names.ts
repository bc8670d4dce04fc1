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

/** What tells one scope from another. */
export interface ScopePlace {
  readonly scope: string;
  /** Empty: the script. */
  readonly file: string;
  /** 0 for the module. */
  readonly depth: number;
}

export interface FrameNames extends ScopePlace {
  readonly line: number;
  readonly bindings: readonly Binding[];
}

export interface DeletedName extends ScopePlace {
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

export function scopeId(place: ScopePlace): ScopeId {
  const module = place.depth > 0 && place.scope === MODULE_SCOPE ? ` ${place.file}` : "";
  return `s:${place.depth}:${place.scope}${module}`;
}

export function nameId(place: ScopePlace, name: string): NameId {
  return `n:${scopeId(place)}:${name}`;
}

export function viewScope(place: ScopePlace): ViewScope {
  return { id: scopeId(place), title: scopeTitle(place), depth: place.depth };
}

const MODULE_SCOPE = "<module>";

/** Another file's module runs in a frame of its own while it is imported. */
function scopeTitle({ scope, file, depth }: ScopePlace): string {
  if (depth === 0) return "Global names";
  return scope === MODULE_SCOPE ? `Names of ${fileName(file)}` : `Local names in ${scope}()`;
}

/** Last part of a path, whichever way its slashes lean. */
export function fileName(path: string): string {
  return path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
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
