/** Everything the inspector says about one object at one entry. */
import { bytes, type NodeIndex, type Serial } from "../contract/ids";
import type { Holder, ObjectDetail } from "../contract/object-detail";
import { nameId } from "./bound-names";
import { nodeId, type EntryPicture, type PictureContext } from "./entry-picture";
import { explainLife } from "./explain-life";
import { NO_NODE, typeNameOf } from "./heap-snapshot";
import { cardTitle, kindOf } from "./node-naming";
import { ledgerOf } from "./reference-ledger";
import { subtractionOf } from "./subtraction";
import { finalizerState, lifeState, shownRefcount } from "./view-nodes";
import { allRows } from "./view-rows";

export interface RefcountPoint {
  readonly step: number;
  readonly refcount: number;
  readonly code: string;
}

export interface Creation {
  readonly step: number;
  readonly line: number | undefined;
  /** Empty: the script. */
  readonly file: string;
}

export interface ObjectPast {
  readonly created: Creation | undefined;
  readonly history: readonly RefcountPoint[];
}

export function inspectObject(
  context: PictureContext,
  object: Serial,
  past: ObjectPast,
): ObjectDetail | undefined {
  const ghost = context.ghosts.find((candidate) => candidate.object === object);
  const picture = ghost?.last ?? context.now;
  const { graph } = picture;
  const node = graph.snapshot.nodeOf.get(object);
  if (node === undefined || !graph.isDrawn(node)) return undefined;
  const cycle = picture.cycles.find(
    ({ members, attached }) => members.includes(object) || attached.includes(object),
  );
  const subtraction = subtractionOf(picture, object, cycle, context.keyOf);
  const weak = holdingObjects(context, picture, { object, isWeak: true });
  const holders = [
    ...holdingObjects(context, picture, { object, isWeak: false }),
    ...holdingNames(context, picture, object),
  ];
  const ledger = ghost === undefined ? ledgerOf(picture, object, context.keyOf) : [];
  const finalizer = finalizerState(graph, node);
  const explanation = explainLife({
    ghost,
    cycle,
    subtraction,
    holders,
    ledger,
    keyOf: context.keyOf,
    state: lifeState(graph, node),
    refcount: shownRefcount(graph.snapshot.nodes.refcount[node]),
  });
  return {
    id: nodeId(object),
    key: context.keyOf(object),
    typeName: typeNameOf(graph.snapshot, node),
    ...nameParts(context, picture, object, node),
    address: context.addressOf(object),
    state: ghost === undefined ? lifeState(graph, node) : "freed",
    ...(ghost === undefined ? {} : { freed: ghost.freed }),
    refcount: ghost === undefined ? shownRefcount(graph.snapshot.nodes.refcount[node]) : 0,
    ledger,
    subtraction,
    ...explanation,
    referencedBy: [...holders, ...weak],
    refersTo: allRows(graph, node, context.keyOf),
    refcountHistory: labelledHistory(past.history),
    size: bytes(graph.snapshot.nodes.size[node]),
    ...(cycle === undefined ? {} : { cycleSize: bytes(cycle.size) }),
    finalizer: ghost !== undefined && finalizer !== "none" ? "ran" : finalizer,
    ...givenParts({
      generation: ghost === undefined ? context.generationOf(object) : undefined,
      created: past.created === undefined ? undefined : placeOf(past.created),
    }),
  };
}

interface OptionalParts {
  readonly generation: ObjectDetail["generation"] | undefined;
  readonly created: ObjectDetail["created"] | undefined;
}

function givenParts({ generation, created }: OptionalParts): Partial<ObjectDetail> {
  return {
    ...(generation === undefined ? {} : { generation }),
    ...(created === undefined ? {} : { created }),
  };
}

function placeOf({ step, line, file }: Creation): ObjectDetail["created"] {
  if (line === undefined) return undefined;
  return file === "" ? { step, line } : { step, line, file };
}

/** `MyObject obj1`, or `MyObject, formerly obj1` when no name is left. */
function nameParts(
  context: PictureContext,
  picture: EntryPicture,
  object: Serial,
  node: NodeIndex,
): Pick<ObjectDetail, "title" | "boundTo" | "formerly"> {
  const { snapshot } = picture.graph;
  const kind = kindOf(snapshot, node);
  const boundTo = namesOf(context.now, object);
  const typeName = typeNameOf(snapshot, node);
  const key = context.keyOf(object);
  const last = context.now.names.deleted.findLast((ghost) => ghost.object === object)?.name;
  const hasName = !key.startsWith(`${typeName}#`);
  const formerly =
    boundTo.length > 0 ? undefined : (last ?? (context.wasNamed(object) ? key : undefined));
  const named =
    kind === "class" || kind === "function" || kind === "generator"
      ? cardTitle(snapshot, node)
      : hasName
        ? `${typeName} ${boundTo[0] ?? key}`
        : key;
  if (formerly === undefined) return { title: named, boundTo };
  return { title: `${typeName}, formerly ${formerly}`, boundTo, formerly };
}

function namesOf({ names }: EntryPicture, object: Serial): readonly string[] {
  return names.frames.flatMap(({ bindings }) =>
    bindings.filter((binding) => binding.object === object).map(({ name }) => name),
  );
}

function holdingObjects(
  context: PictureContext,
  { graph }: EntryPicture,
  { object, isWeak }: { readonly object: Serial; readonly isWeak: boolean },
): readonly Holder[] {
  const { serial } = graph.snapshot.nodes;
  return graph.drawn.flatMap((holder) =>
    graph
      .slotsOf(holder)
      .filter(
        ({ target, kind }) =>
          target !== NO_NODE &&
          serial[target] === object &&
          kind !== "class" &&
          (kind === "weak") === isWeak,
      )
      .map(({ label, kind }): Holder => {
        const typeName = typeNameOf(graph.snapshot, holder);
        return {
          expression: `${context.keyOf(serial[holder])}${/^[.[{]/.test(label) ? label : ` ${label}`}`,
          remark: typeName,
          from: nodeId(serial[holder]),
          edge: `e:${nodeId(serial[holder])}:${nodeId(object)}:${kind}`,
          label,
          gone: false,
          ...(isWeak ? { weak: true } : {}),
        };
      }),
  );
}

/** Names, then the ghosts of names. */
function holdingNames(
  context: PictureContext,
  { names }: EntryPicture,
  object: Serial,
): readonly Holder[] {
  const bound = names.frames.flatMap((frame) =>
    frame.bindings
      .filter((binding) => binding.object === object)
      .map(({ name }): Holder => {
        const remark = frame.depth === 0 ? "name" : `local name in ${frame.scope}()`;
        const from = nameId(frame, name);
        const edge = `e:${from}:${nodeId(object)}:name`;
        return { expression: name, remark, from, edge, gone: false };
      }),
  );
  const deleted = context.now.names.deleted
    .filter((ghost) => ghost.object === object)
    .map((ghost): Holder => ({
      expression: ghost.name,
      remark: `name, deleted at step ${ghost.step}`,
      from: nameId(ghost, ghost.name),
      gone: true,
    }));
  return [...bound, ...deleted];
}

const LABEL_LENGTH = 18;

/** Where the count changed, and the last point: the entry looked at. */
function labelledHistory(points: readonly RefcountPoint[]): ObjectDetail["refcountHistory"] {
  const last = points.length - 1;
  return points
    .map((point, place) => {
      const label =
        place === last && place > 0
          ? point.refcount === 0
            ? "freed"
            : "now"
          : place === 0
            ? "created"
            : codeLabel(point.code);
      return { step: point.step, refcount: point.refcount, label, place };
    })
    .filter(
      ({ place, refcount }) =>
        place === 0 || place === last || refcount !== points[place - 1].refcount,
    )
    .map(({ step, refcount, label }) => ({ step, refcount, label }));
}

/** `obj2.ref = obj1` -> `.ref set`. */
function codeLabel(code: string): string {
  const attribute = /^[\w.[\]'"]+\.(\w+)\s*=[^=]/.exec(code)?.[1];
  const label = attribute === undefined ? code : `.${attribute} set`;
  return label.length <= LABEL_LENGTH ? label : `${label.slice(0, LABEL_LENGTH - 1)}…`;
}
