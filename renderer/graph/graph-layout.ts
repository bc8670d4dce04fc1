/** Places everything once: names | objects by their distance from the names | classes. Pure and deterministic; given positions are kept. */
import type { NodeId, UnionGraph } from "../../electron/contract/subgraph-view";
import type { Point, Size } from "./geometry";
import { type Block, rankBlocks } from "./layout-blocks";
import { denseTier, layoutDense } from "./layout-dense";
import { layoutNames, type NamesColumn, subColumns } from "./layout-names";
import { avoidLines, spread } from "./layout-spread";
import { sproutNew } from "./layout-sprout";
import { unionSizes } from "./node-size";

export type Positions = ReadonlyMap<string, Point>;

const TO_FIRST_COLUMN = 90;
/** A plain card stands further off than a hull, so that "deleted, step 7" fits on the line. */
const TO_FIRST_CARD = 116;
const COLUMN_GAP = 100;
const TO_CLASSES = 103;
const CARD_GAP = 40;
const CLASS_GAP = 44;
const SUB_COLUMN_GAP = 76;

/** Ids of nodes and names are mapped to their middle, ids of scopes to the top left corner of their box. */
export function layoutUnion(union: UnionGraph, fixed: Positions): Map<string, Point> {
  const sizes = unionSizes(union);
  if (fixed.size > 0) return sproutNew(union, sizes, fixed);
  const tier = denseTier(union);
  return tier === undefined ? layoutAll(union, sizes) : layoutDense(union, sizes, tier);
}

function layoutAll(union: UnionGraph, sizes: ReadonlyMap<string, Size>): Map<string, Point> {
  const ranked = rankBlocks(union, sizes);
  const names = layoutNames(union, ranked, sizes);
  const positions = new Map<string, Point>(names.positions);
  let right = names.width;
  ranked.levels.forEach((blocks, level) => {
    if (blocks.length === 0) return;
    const hulls = blocks.some((block) => block.members.length > 1);
    const gap = level > 0 ? COLUMN_GAP : hulls ? TO_FIRST_COLUMN : TO_FIRST_CARD;
    const columns =
      level === 0 ? firstLevel(blocks, names) : laterLevel(blocks, union, names.lines, positions);
    right = placeColumns(columns, right + gap, positions);
  });
  placeClasses(union, sizes, right, positions);
  return positions;
}

type PlacedBlocks = readonly { readonly block: Block; readonly top: number }[];

function firstLevel(blocks: readonly Block[], names: NamesColumn): PlacedBlocks[] {
  const placed = blocks.map((block) => ({
    block,
    ...(names.blocks.get(block) ?? { top: 0, column: 0 }),
  }));
  const across = Math.max(0, ...placed.map((one) => one.column)) + 1;
  return Array.from({ length: across }, (_, column) =>
    placed.filter((one) => one.column === column),
  );
}

/** Blocks stand as near as they can to the height of those that refer to them. */
function laterLevel(
  blocks: readonly Block[],
  union: UnionGraph,
  lines: readonly number[],
  positions: Positions,
): PlacedBlocks[] {
  const heights = referrerHeights(union, positions);
  const wanting = blocks
    .map((block) => ({
      block,
      middle: mean(block.members.flatMap((id) => heights.get(id) ?? [])),
      height: block.size.height,
    }))
    .sort((a, b) => a.middle - b.middle || a.block.order - b.block.order);
  const across = subColumns(blocks);
  return Array.from({ length: across }, (_, column) => {
    const mine = wanting.filter((_one, index) => index % across === column);
    const middles = avoidLines(mine, spread(mine, CARD_GAP), lines, CARD_GAP);
    return mine.map(({ block, height }, index) => ({
      block,
      top: (middles[index] ?? 0) - height / 2,
    }));
  });
}

function referrerHeights(union: UnionGraph, positions: Positions): Map<NodeId, number[]> {
  const heights = new Map<NodeId, number[]>();
  for (const edge of union.edges) {
    const from = positions.get(edge.from);
    if (from === undefined || edge.kind === "class") continue;
    const list = heights.get(edge.to);
    if (list === undefined) heights.set(edge.to, [from.y]);
    else list.push(from.y);
  }
  return heights;
}

function placeColumns(
  columns: readonly PlacedBlocks[],
  left: number,
  positions: Map<string, Point>,
): number {
  let x = left;
  for (const column of columns) {
    if (column.length === 0) continue;
    const width = Math.max(...column.map(({ block }) => block.size.width));
    for (const { block, top } of column) {
      const inset = (width - block.size.width) / 2;
      for (const [id, offset] of block.offsets)
        positions.set(id, { x: x + inset + offset.x, y: top + offset.y });
    }
    x += width + SUB_COLUMN_GAP;
  }
  return x - SUB_COLUMN_GAP;
}

/** At the right, each at the middle of its instances. */
function placeClasses(
  union: UnionGraph,
  sizes: ReadonlyMap<string, Size>,
  right: number,
  positions: Map<string, Point>,
): void {
  const classes = union.nodes.filter((node) => node.kind === "class");
  const instances = new Map<NodeId, number[]>();
  for (const edge of union.edges) {
    const y = edge.kind === "class" ? positions.get(edge.from)?.y : undefined;
    if (y !== undefined) instances.set(edge.to, [...(instances.get(edge.to) ?? []), y].slice(-500));
  }
  for (const name of union.names) {
    const y = positions.get(name.id)?.y ?? 0;
    for (const target of name.targets) if (!instances.has(target)) instances.set(target, [y]);
  }
  const wanting = classes
    .map((node, order) => ({
      id: node.id,
      order,
      size: sizes.get(node.id),
      heights: instances.get(node.id) ?? [],
    }))
    .map((one) => ({ ...one, middle: middleOf(one.heights), height: one.size?.height ?? 0 }))
    .sort((a, b) => a.middle - b.middle || a.order - b.order);
  const widest = Math.max(0, ...wanting.map((one) => one.size?.width ?? 0));
  spread(wanting, CLASS_GAP).forEach((y, index) => {
    const id = wanting[index]?.id;
    if (id !== undefined) positions.set(id, { x: right + TO_CLASSES + widest / 2, y });
  });
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function middleOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : (Math.min(...values) + Math.max(...values)) / 2;
}
