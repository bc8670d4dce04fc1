/** The name tags of one entry: what every name in a live scope is bound to, and the ghosts of deleted names whose object is still drawn. */
import { ReferentKind } from "../contract/agent-message";
import type { Serial } from "../contract/ids";
import type { NodeId, ViewEdge, ViewName, ViewScope } from "../contract/subgraph-view";
import { nameId, scopeId, viewScope, type Binding, type FrameNames } from "./bound-names";
import { nodeId, type PictureContext } from "./entry-picture";
import { outsideId } from "./outside-nodes";
import { outsideText } from "./view-rows";

export interface NamesView {
  readonly scopes: readonly ViewScope[];
  readonly names: readonly ViewName[];
  readonly edges: readonly ViewEdge[];
}

export interface NamedPlaces {
  readonly isDrawn: (object: Serial) => boolean;
  readonly showsDeleted: boolean;
  /** Where an arrow to the object ends: at itself, or at the group it is drawn in; undefined when it is not drawn. */
  readonly placeOf: (object: Serial) => NodeId | undefined;
}

export function viewNames(context: PictureContext, places: NamedPlaces): NamesView {
  const { isDrawn, showsDeleted, placeOf } = places;
  const { now, before } = context;
  const bound = now.names.frames.flatMap((frame) =>
    frame.bindings
      .filter((binding) => isShown(binding, context.showHidden))
      .map((binding) =>
        boundName(frame, binding, {
          placeOf,
          isNew: isNewBinding(binding, frame, before?.names.frames) && before !== undefined,
          showHidden: context.showHidden,
          keyOf: context.keyOf,
        }),
      ),
  );
  const ghosts = now.names.deleted
    .filter((ghost) => showsDeleted && isDrawn(ghost.object))
    .map((ghost): ViewName => ({
      id: nameId(ghost, ghost.name),
      scope: scopeId(ghost),
      name: ghost.name,
      target: nodeId(ghost.object),
      deleted: { step: ghost.step },
      isNew: false,
    }));
  const names = [...bound, ...ghosts];
  const used = new Set(names.map((name) => name.scope));
  return {
    scopes: now.names.frames.map(viewScope).filter((scope) => used.has(scope.id)),
    names,
    edges: names.flatMap(nameEdge),
  };
}

/** Imported modules, functions and classes are the library's; they are shown with it. */
export function isShown(binding: Binding, showHidden: boolean): boolean {
  return (
    showHidden ||
    binding.referent !== ReferentKind.outside ||
    binding.text.startsWith("object\u001f")
  );
}

function isNewBinding(
  binding: Binding,
  frame: FrameNames,
  before: readonly FrameNames[] | undefined,
): boolean {
  const old = before?.[frame.depth];
  const known =
    old?.scope === frame.scope ? old.bindings.find(({ name }) => name === binding.name) : undefined;
  return known === undefined || known.object !== binding.object;
}

interface NameMarks extends Pick<NamedPlaces, "placeOf"> {
  readonly isNew: boolean;
  readonly showHidden: boolean;
  readonly keyOf: (object: Serial) => string;
}

function boundName(
  frame: FrameNames,
  { name, object, referent, text }: Binding,
  { placeOf, isNew, showHidden, keyOf }: NameMarks,
): ViewName {
  const named = { id: nameId(frame, name), scope: scopeId(frame), name, isNew };
  const target = object === undefined ? undefined : placeOf(object);
  if (target !== undefined) return { ...named, target };
  if (referent === ReferentKind.outside && showHidden) return { ...named, target: outsideId(text) };
  if (object !== undefined) return { ...named, text: keyOf(object) };
  return { ...named, text: referent === ReferentKind.outside ? outsideText(text) : text };
}

function nameEdge(name: ViewName): readonly ViewEdge[] {
  if (name.target === undefined) return [];
  return [
    {
      id: `e:${name.id}:${name.target}:name`,
      from: name.id,
      to: name.target,
      kind: "name",
      label: "",
      inCycle: false,
      isNew: name.isNew,
      ...(name.deleted === undefined ? {} : { deleted: name.deleted }),
    },
  ];
}
