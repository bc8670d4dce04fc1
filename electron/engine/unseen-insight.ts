/** Says it aloud when the picture does not account for every reference of something new. */
import type { Insight } from "../contract/subgraph-view";
import type { PictureContext } from "./entry-picture";
import { IMMORTAL } from "./heap-snapshot";
import { isData, kindOf } from "./node-naming";
import { unseenCount } from "./reference-ledger";
import { findSeenReferences } from "./seen-references";
import { refcountAt } from "./view-nodes";

export function unseenInsight({ now, before, keyOf }: PictureContext): Insight | undefined {
  // While a call runs, its own temporaries come and go.
  if (now.depth > 0 || now.collecting || before === undefined) return undefined;
  const { snapshot, drawn } = now.graph;
  const changed = drawn.filter((node) => {
    const refcount = snapshot.nodes.refcount[node];
    const kind = kindOf(snapshot, node);
    const isThing = isData(kind) && kind !== "generator" && kind !== "other";
    return (
      isThing &&
      refcount !== IMMORTAL &&
      refcountAt(before, snapshot.nodes.serial[node]) !== refcount
    );
  });
  if (changed.length === 0) return undefined;
  const seen = findSeenReferences(now);
  for (const node of changed) {
    const object = snapshot.nodes.serial[node];
    const refcount = snapshot.nodes.refcount[node];
    const unseen = unseenCount(refcount, seen.countOf(object));
    if (unseen === 0) continue;
    return {
      kind: "unexplained",
      tone: "neutral",
      title: `${unseen} of ${refcount} references ${unseen === 1 ? "is" : "are"} not visible here.`,
      body: `C code or a running call also holds ${keyOf(object)}.`,
    };
  }
  return undefined;
}
