/** Places many small things: names in a column, then, level by level away from the names, packed columns of pills or dots. Deterministic and quick. */
import type { NodeId, NodeTier, UnionGraph } from "../../electron/contract/subgraph-view";
import type { Point, Size } from "./geometry";
import { type Block, rankBlocks, type StackSpacing } from "./layout-blocks";
import { asFamilies, type FamilySpacing } from "./layout-families";
import { plainNames } from "./layout-plain";
import { hullPadding } from "./node-size";

interface DenseSpacing extends StackSpacing, FamilySpacing {
  readonly columnGap: number;
  readonly levelGap: number;
}

/** Wider than high, as windows are. */
const ASPECT = 1.7;
const BESIDE_NAMES = 90;
const LEAST_HEIGHT = 420;

/** Undefined while cards are drawn: they have a layout of their own. */
export function denseTier(union: UnionGraph): NodeTier | undefined {
  const small = union.nodes.find((node) => node.tier === "compact" || node.tier === "mark");
  return small?.tier;
}

export function layoutDense(
  union: UnionGraph,
  sizes: ReadonlyMap<string, Size>,
  tier: NodeTier,
): Map<string, Point> {
  const spacing = spacingOf(tier);
  const { levels } = rankBlocks(union, sizes, spacing);
  const levelOf = new Map(
    levels.flatMap((blocks, level) => blocks.map((one) => [one.order, level])),
  );
  const families = asFamilies(levels.flat(), union, spacing);
  const heads = levels.map((_, level) =>
    families.filter((family) => levelOf.get(family.order) === level),
  );
  const names = plainNames(union, sizes);
  const positions = new Map<string, Point>(names.positions);
  const columns = [...heads, classBlocks(union, sizes)].filter((level) => level.length > 0);
  const height = Math.max(LEAST_HEIGHT, names.height, packedHeight(columns.flat(), spacing));
  const referrers = referrersOf(union);
  let left = names.width + BESIDE_NAMES;
  for (const level of columns) {
    const ordered = byReferrers(level, referrers, positions);
    left = pack(ordered, { left, height, spacing }, positions) + spacing.levelGap;
  }
  return positions;
}

function spacingOf(tier: NodeTier): DenseSpacing {
  const padding = hullPadding(tier);
  if (tier === "mark")
    return {
      stackGap: 10,
      stackColumnGap: 10,
      padding,
      gap: 6,
      columnGap: 8,
      beside: 12,
      levelGap: 60,
    };
  return {
    stackGap: 20,
    stackColumnGap: 44,
    padding,
    gap: 12,
    columnGap: 30,
    beside: 26,
    levelGap: 90,
  };
}

/** At which the whole would have the shape of a window if nothing were lost. */
function packedHeight(blocks: readonly Block[], { gap, columnGap }: DenseSpacing): number {
  const area = blocks.reduce(
    (sum, { size }) => sum + (size.width + columnGap) * (size.height + gap),
    0,
  );
  return Math.sqrt(area / ASPECT);
}

function classBlocks(union: UnionGraph, sizes: ReadonlyMap<string, Size>): Block[] {
  return union.nodes
    .filter((node) => node.kind === "class")
    .map(({ id }, order) => {
      const size = sizes.get(id) ?? { width: 0, height: 0 };
      const middle = { x: size.width / 2, y: size.height / 2 };
      return { order, members: [id], size, offsets: new Map([[id, middle]]) };
    });
}

function referrersOf(union: UnionGraph): ReadonlyMap<NodeId, readonly string[]> {
  const referrers = new Map<NodeId, string[]>();
  const add = (to: NodeId, from: string): void => {
    const list = referrers.get(to);
    if (list === undefined) referrers.set(to, [from]);
    else list.push(from);
  };
  for (const name of union.names) for (const target of name.targets) add(target, name.id);
  for (const edge of union.edges) add(edge.to, edge.from);
  return referrers;
}

/** From the left column to the right one, top to bottom, as what refers to them stands; the unreferred last. */
function byReferrers(
  level: readonly Block[],
  referrers: ReadonlyMap<NodeId, readonly string[]>,
  positions: ReadonlyMap<string, Point>,
): readonly Block[] {
  const weight = (block: Block): number => {
    let [sum, count] = [0, 0];
    for (const member of block.members) {
      for (const from of referrers.get(member) ?? []) {
        const place = positions.get(from);
        if (place === undefined) continue;
        // Columns fill one after the other, so that what stands further right comes later.
        sum += place.x * 1000 + place.y;
        count += 1;
      }
    }
    return count === 0 ? Infinity : sum / count;
  };
  const weights = new Map(level.map((block) => [block, weight(block)]));
  const compare = (a: Block, b: Block): number => {
    const [first, second] = [weights.get(a) ?? 0, weights.get(b) ?? 0];
    return first === second ? a.order - b.order : first - second;
  };
  return level.toSorted(compare);
}

/** Answers the right end. */
function pack(
  blocks: readonly Block[],
  frame: { readonly left: number; readonly height: number; readonly spacing: DenseSpacing },
  positions: Map<string, Point>,
): number {
  const { height, spacing } = frame;
  let left = frame.left;
  let top = 0;
  let width = 0;
  for (const block of blocks) {
    if (top > 0 && top + block.size.height > height) {
      left += width + spacing.columnGap;
      top = 0;
      width = 0;
    }
    for (const [id, offset] of block.offsets)
      positions.set(id, { x: left + offset.x, y: top + offset.y });
    top += block.size.height + spacing.gap;
    width = Math.max(width, block.size.width);
  }
  return left + width;
}
