/** Where every object and name of a view is drawn, and its face there. */
import type { NodeId, ViewName, ViewNode } from "../../electron/contract/subgraph-view";
import type { CardFrame } from "./card-face";
import { type Point, type Rect, rectAround, type Size } from "./geometry";
import { nodeForm, nodeParts, ownSize } from "./node-face";
import type { NodeForm } from "./node-size";
import { remembered } from "./remembered-drawing";
import type { SceneInput } from "./scene-builder";
import { NO_MARKS } from "./scene-marks";
import type { ScenePart } from "./scene";
import { type TagFrame, tagParts } from "./tag-face";

/** Cards, classes and tags that have a place. Cards keep the height of the most rows they ever show, so they do not grow. */
export function placedRects(
  { view, positions, marks }: SceneInput,
  sizes: ReadonlyMap<string, Size>,
): Map<string, Rect> {
  const rects = new Map<string, Rect>();
  for (const node of view.nodes) {
    const place = positions.get(node.id);
    if (place === undefined) continue;
    const expanded = marks?.expanded?.has(node.id) === true;
    const own = ownSize(node, expanded);
    const planned = sizes.get(node.id);
    const isCard = nodeForm(node, expanded) === "card";
    const height = isCard ? Math.max(planned?.height ?? 0, own.height) : own.height;
    rects.set(node.id, rectAround(place, { width: own.width, height }));
  }
  for (const name of view.names) {
    const place: Point | undefined = positions.get(name.id);
    const size = sizes.get(name.id);
    if (place !== undefined && size !== undefined) rects.set(name.id, rectAround(place, size));
  }
  return rects;
}

/** Of all things, or of these only. */
export function faces(
  input: SceneInput,
  rects: ReadonlyMap<string, Rect>,
  only?: ReadonlySet<string>,
): ScenePart[] {
  const { view, theme, focus } = input;
  const largest = Math.max(0, ...view.nodes.map((node) => node.retained ?? 0));
  const isWanted = (id: string): boolean => only === undefined || only.has(id);
  const cards = view.nodes.flatMap((node) => {
    const rect = isWanted(node.id) ? rects.get(node.id) : undefined;
    return rect === undefined ? [] : drawnNode(node, frameOf(node, rect, input, largest));
  });
  const tags = view.names.flatMap((name) => {
    const rect = isWanted(name.id) ? rects.get(name.id) : undefined;
    return rect === undefined ? [] : drawnName(name, { rect, theme, focused: name.id === focus });
  });
  return [...tags, ...opened(cards, input.marks?.expanded)];
}

// oxlint-disable-next-line max-params -- a node, its place, what is asked and the scale of the size bars
function frameOf(
  node: ViewNode,
  rect: Rect,
  { theme, selection, focus, marks = NO_MARKS }: SceneInput,
  largest: number,
): CardFrame & { readonly form: NodeForm } {
  const ring = marks.rings?.get(node.id);
  const scratch = marks.scratch?.get(node.id);
  const has = (ids: ReadonlySet<NodeId> | undefined): boolean => ids?.has(node.id) === true;
  return {
    rect,
    theme,
    form: nodeForm(node, has(marks.expanded)),
    selected: node.id === selection || has(marks.alsoSelected),
    focused: node.id === focus,
    hovered: node.id === marks.hovered,
    pinned: has(marks.pinned),
    changed: has(marks.changed),
    ...(ring === undefined ? {} : { ring }),
    ...(scratch === undefined ? {} : { scratch }),
    ...(node.retained === undefined || largest === 0
      ? {}
      : { sizeShare: Math.log1p(node.retained) / Math.log1p(largest) }),
  };
}

/** Cards opened among pills cover their neighbours. */
function opened(
  cards: readonly ScenePart[],
  expanded: ReadonlySet<NodeId> | undefined,
): readonly ScenePart[] {
  if (expanded === undefined || expanded.size === 0) return cards;
  return [
    ...cards.filter((card) => !expanded.has(card.owner)),
    ...cards.filter((card) => expanded.has(card.owner)),
  ];
}

const drawnNode = remembered((node: ViewNode, frame: CardFrame & { readonly form: NodeForm }) =>
  nodeParts(node, frame),
);

const drawnName = remembered((name: ViewName, frame: TagFrame) => tagParts(name, frame));
