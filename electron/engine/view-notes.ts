/** The short notes at the end of the executed line: `obj1 2 → 1`, `now unreachable`, `→ 2`. */
import type { Serial } from "../contract/ids";
import type { LineNote } from "../contract/subgraph-view";
import type { PictureContext } from "./entry-picture";
import { isData, kindOf } from "./node-naming";
import { lifeState, refcountAt } from "./view-nodes";

/** More changes than this are only counted. */
const CHANGES_SPELLED = 2;

export function viewNotes(context: PictureContext): readonly LineNote[] {
  const { line, file } = context.now;
  if (line === undefined || context.notReal === true) return [];
  const place = file === "" ? { line } : { line, file };
  const returned = context.ownCollections
    .filter((collection) => collection.trigger === "explicit")
    .at(-1);
  if (returned !== undefined)
    return [
      { ...place, text: `→ ${returned.collected + returned.uncollectable}`, tone: "neutral" },
    ];
  if (becameUnreachable(context).length > 0)
    return [{ ...place, text: "now unreachable", tone: "alarm" }];
  const counts = shortList(countChanges(context), "counts changed");
  const freed = freedAtOnce(context).map((object) => `${context.keyOf(object)} freed`);
  const text = [...counts, ...shortList(freed, "objects freed")].join(", ");
  if (text === "") return [];
  return [{ ...place, text, tone: "neutral" }];
}

function shortList(notes: readonly string[], summary: string): readonly string[] {
  return notes.length <= CHANGES_SPELLED ? notes : [`${notes.length} ${summary}`];
}

/** Drawn objects that are unreachable now and were reachable, or not there, before. */
export function becameUnreachable({ now, before }: PictureContext): readonly Serial[] {
  const { serial } = now.graph.snapshot.nodes;
  return now.graph.drawn
    .filter((node) => lifeState(now.graph, node) === "unreachable")
    .map((node) => serial[node])
    .filter((object) => {
      const old = before?.graph.snapshot.nodeOf.get(object);
      return (
        old === undefined || before === undefined || lifeState(before.graph, old) === "reachable"
      );
    });
}

/** Objects there before whose last reference went away. */
export function freedAtOnce({ ghosts, before }: PictureContext): readonly Serial[] {
  return ghosts
    .filter(({ object, freed, last }) => {
      const node = last.graph.snapshot.nodeOf.get(object);
      const kind =
        node !== undefined && last.graph.isDrawn(node)
          ? kindOf(last.graph.snapshot, node)
          : "other";
      const isShown = isData(kind) && kind !== "other";
      return (
        isShown &&
        freed.by === "refcount" &&
        before !== undefined &&
        refcountAt(before, object) !== undefined
      );
    })
    .map(({ object }) => object);
}

function countChanges({ now, before, keyOf }: PictureContext): readonly string[] {
  // While the collector works it holds what it found, and so does each finalizer's argument.
  if (before === undefined || now.collecting) return [];
  const { graph } = now;
  return graph.drawn.flatMap((node) => {
    if (!isData(kindOf(graph.snapshot, node))) return [];
    const object = graph.snapshot.nodes.serial[node];
    const was = refcountAt(before, object);
    const is = refcountAt(now, object);
    return was === undefined || was === is ? [] : [`${keyOf(object)} ${was} → ${is}`];
  });
}
