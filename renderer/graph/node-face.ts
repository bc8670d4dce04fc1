/** Chooses the face of an object: what it is and how much of it there is room for. */
import type { ViewNode } from "../../electron/contract/subgraph-view";
import { type CardFrame, cardParts } from "./card-face";
import { classParts } from "./class-face";
import { compactParts, markParts } from "./compact-face";
import { groupParts, hubParts, stubParts } from "./group-face";
import { formOf, type NodeForm, nodeSize, type Sized } from "./node-size";
import type { Size } from "./geometry";
import { scalarParts } from "./scalar-face";
import type { ScenePart } from "./scene";

/** `expanded`: a pill or a dot a person opened into its card. */
export function sizedNode(node: ViewNode, expanded: boolean): Sized {
  const { kind, title, rows, tier, group, hub } = node;
  return {
    kind,
    title,
    rows: rows.length,
    ...(tier === undefined || expanded ? {} : { tier }),
    ...(group === undefined ? {} : { group: group.count }),
    ...(hub === undefined ? {} : { hub: true }),
  };
}

export function ownSize(node: ViewNode, expanded: boolean): Size {
  return nodeSize(sizedNode(node, expanded));
}

export function nodeForm(node: ViewNode, expanded: boolean): NodeForm {
  return formOf(sizedNode(node, expanded));
}

export function nodeParts(
  node: ViewNode,
  frame: CardFrame & { readonly form: NodeForm },
): ScenePart[] {
  return [...stubParts(node, frame), ...faceParts(node, frame)];
}

function faceParts(node: ViewNode, frame: CardFrame & { readonly form: NodeForm }): ScenePart[] {
  switch (frame.form) {
    case "card":
      return cardParts(node, frame);
    case "class":
      return classParts(node, frame);
    case "scalar":
      return scalarParts(node, frame);
    case "group":
      return groupParts(node, frame);
    case "hub":
      return hubParts(node, frame);
    case "compact":
      return compactParts(node, frame);
    case "mark":
      return markParts(node, frame);
  }
}
