/** Finds the heap's edges and the names that a person's cuts mean. */
import type { EdgeIndex, Serial } from "../contract/ids";
import type { Cut } from "../contract/what-if";
import { nameId, type Binding, type FrameNames } from "./bound-names";
import { idOf } from "./path-roots";
import type { EntryPicture } from "./entry-picture";
import { serialOfId } from "./object-ids";
import { mergedLabel } from "./view-edges";

export interface ResolvedCuts {
  readonly edges: ReadonlySet<EdgeIndex>;
  readonly names: readonly CutName[];
  readonly unknown: readonly Cut[];
}

export interface CutName {
  readonly frame: FrameNames;
  readonly binding: Binding;
  readonly object: Serial;
}

export function resolveCuts(picture: EntryPicture, cuts: readonly Cut[]): ResolvedCuts {
  const edges = new Set<EdgeIndex>();
  const names: CutName[] = [];
  const unknown: Cut[] = [];
  for (const cut of cuts) {
    const name = nameOfCut(picture, cut);
    const found = cut.kind === "reference" ? edgesOf(picture, cut) : [];
    if (name !== undefined && !names.some(({ binding }) => binding === name.binding))
      names.push(name);
    for (const edge of found) edges.add(edge);
    if (name === undefined && found.length === 0) unknown.push(cut);
  }
  return { edges, names, unknown };
}

/** `e:<from>:<to>:<kind>`; a name's edge means the name. */
const EDGE = /^e:(.+):(o\d+):(\w+)$/;

function nameOfCut({ names }: EntryPicture, cut: Cut): CutName | undefined {
  const wanted = cut.kind === "name" ? cut.name : EDGE.exec(cut.edge)?.[1];
  for (const frame of names.frames) {
    for (const binding of frame.bindings) {
      const { object, name } = binding;
      if (object !== undefined && nameId(frame, name) === wanted) return { frame, binding, object };
    }
  }
  return undefined;
}

function edgesOf(
  picture: EntryPicture,
  { edge: id, label }: Extract<Cut, { kind: "reference" }>,
): readonly EdgeIndex[] {
  const { graph } = picture;
  const [, from = "", to, kind] = EDGE.exec(id) ?? [];
  const holder = serialOfId(from);
  const node = holder === undefined ? undefined : graph.snapshot.nodeOf.get(holder);
  if (node === undefined) return [];
  return graph
    .slotsOf(node)
    .filter(
      (slot) =>
        slot.edge !== undefined &&
        slot.kind === kind &&
        idOf(picture, slot.target) === to &&
        (label === undefined || slot.label === label || mergedLabel([slot.label]) === label),
    )
    .flatMap(({ edge }) => (edge === undefined ? [] : [edge]));
}
