/** Explains the number `sys.getrefcount` prints: one more than the count, because its own argument refers to the object too. */
import type { Insight } from "../contract/subgraph-view";
import type { PictureContext } from "./entry-picture";
import { typeNameOf } from "./heap-snapshot";
import { counted } from "./node-naming";

export function getrefcountInsight({ now, before }: PictureContext): Insight | undefined {
  const name = /\bgetrefcount\(\s*(\w+)\s*\)/.exec(now.code)?.[1];
  // Inside a function newer Pythons borrow the argument, so the sum is only certain at module level.
  if (name === undefined || now.depth !== 0 || now.how === "raised" || before === undefined)
    return undefined;
  const bound = now.names.frames[0]?.bindings.find((binding) => binding.name === name)?.object;
  const node = bound === undefined ? undefined : now.graph.snapshot.nodeOf.get(bound);
  if (bound === undefined || node === undefined) return undefined;
  const refcount = now.graph.snapshot.nodes.refcount[node];
  const names = now.names.frames
    .flatMap((frame) => frame.bindings)
    .filter((binding) => binding.object === bound).length;
  const others = refcount - names;
  const sum = [
    counted(names, "name"),
    ...(others > 0 ? [counted(others, "other reference")] : []),
    "1 argument",
  ].join(" + ");
  return {
    kind: "getrefcount",
    tone: "neutral",
    title: `${refcount + 1} = ${sum}.`,
    body: `While getrefcount runs, its own argument also points to the ${typeNameOf(now.graph.snapshot, node)}.`,
  };
}
