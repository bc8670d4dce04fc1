/** Where ways to objects begin: names, locals, modules, and what nothing in the picture accounts for. */
import type { NodeIndex } from "../contract/ids";
import type { NameId, NodeId } from "../contract/subgraph-view";
import type { PathRoot } from "../contract/why-alive";
import { nameId } from "./bound-names";
import { nodeId, type EntryPicture } from "./entry-picture";
import { hasFlag, IMMORTAL, ObjectFlag } from "./heap-snapshot";
import { findSeenReferences } from "./seen-references";

/** A root and the object it holds. */
export interface Root {
  readonly kind: PathRoot["kind"];
  readonly text: string;
  readonly id?: NameId | NodeId;
  readonly holds: NodeIndex;
}

/** Names first, the module's before those of calls; then modules that have no name, and other frames. */
export function visibleRoots(picture: EntryPicture): readonly Root[] {
  const { snapshot } = picture.graph;
  const roots: Root[] = [];
  for (const frame of picture.names.frames) {
    for (const { name, object } of frame.bindings) {
      const holds = object === undefined ? undefined : snapshot.nodeOf.get(object);
      if (holds === undefined) continue;
      const isGlobal = frame.depth === 0;
      roots.push({
        kind: isGlobal ? "name" : "local",
        text: isGlobal ? `Global name ${name}` : `Local name ${name} in ${frame.scope}()`,
        id: nameId(frame, name),
        holds,
      });
    }
  }
  const named = new Set(roots.map(({ holds }) => holds));
  for (const holds of picture.graph.drawn) {
    if (!isModule(picture, holds) || named.has(holds)) continue;
    const title = snapshot.strings.text(snapshot.nodes.title[holds]);
    roots.push({ kind: "module", text: `Module ${title}`, id: idOf(picture, holds), holds });
  }
  return [...roots, ...frameRoots(picture)];
}

/** What running frames hold that is no name of the picture. */
function frameRoots({ graph, beside }: EntryPicture): readonly Root[] {
  return beside.held.flatMap(({ name, scope, object }): readonly Root[] => {
    const holds = graph.snapshot.nodeOf.get(object);
    if (holds === undefined) return [];
    const what = name === "" ? "A running call" : `Variable ${name}`;
    return [{ kind: "frame", text: `${what} in ${scope}()`, holds }];
  });
}

/** Objects with more counts than the picture's names and references make up. */
export function outsideRoots(picture: EntryPicture): readonly Root[] {
  const { snapshot, drawn } = picture.graph;
  const seen = findSeenReferences(picture);
  return drawn
    .filter((node) => {
      const refcount = snapshot.nodes.refcount[node];
      const isGarbage = hasFlag(snapshot, node, ObjectFlag.unreachable);
      return (
        !isGarbage && refcount !== IMMORTAL && refcount > seen.countOf(snapshot.nodes.serial[node])
      );
    })
    .map((holds) => ({ kind: "outside", text: "C code, a library or a running call", holds }));
}

/** A way may begin at a module, but not lead through it: nearly everything would. */
export function isModule({ graph }: EntryPicture, node: NodeIndex): boolean {
  return hasFlag(graph.snapshot, node, ObjectFlag.module);
}

export function idOf({ graph }: EntryPicture, node: NodeIndex): NodeId {
  return nodeId(graph.snapshot.nodes.serial[node]);
}
