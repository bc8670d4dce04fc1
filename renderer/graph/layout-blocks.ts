/** Groups what must stand together (the members of a cycle) into blocks and ranks the blocks by their distance from the names. */
import type { NodeId, UnionGraph } from "../../electron/contract/subgraph-view";
import type { Point, Size } from "./geometry";
import { HULL_PADDING, type HullPadding } from "./node-size";

/** One card, or a stack of cards with room for the hull around them. */
export interface Block {
  readonly order: number;
  readonly members: readonly NodeId[];
  readonly size: Size;
  /** Centres of the members, from the block's top left corner. */
  readonly offsets: ReadonlyMap<NodeId, Point>;
}

export interface RankedBlocks {
  readonly blocks: readonly Block[];
  readonly blockOf: ReadonlyMap<NodeId, Block>;
  /** `levels[0]` is what names lead to directly. */
  readonly levels: readonly (readonly Block[])[];
}

/** Between stacked members, so that the arcs and their labels fit. */
const STACK_GAP = 92;
const STACK_COLUMN_GAP = 120;
const TALLEST_STACK = 4;

export interface StackSpacing {
  readonly stackGap: number;
  readonly stackColumnGap: number;
  readonly padding: HullPadding;
}

const CARDS: StackSpacing = {
  stackGap: STACK_GAP,
  stackColumnGap: STACK_COLUMN_GAP,
  padding: HULL_PADDING,
};

export function rankBlocks(
  union: UnionGraph,
  sizes: ReadonlyMap<string, Size>,
  spacing: StackSpacing = CARDS,
): RankedBlocks {
  const cards = union.nodes.filter((node) => node.kind !== "class").map((node) => node.id);
  const next = referents(union, new Set(cards));
  const groups = mergeCycles(cards, union.cycles);
  const blocks = groups.map((members, order) =>
    arrange(order, follow(members, next), { sizes, spacing }),
  );
  const blockOf = new Map<NodeId, Block>();
  for (const block of blocks) for (const member of block.members) blockOf.set(member, block);
  return { blocks, blockOf, levels: rank(union, blocks, blockOf, next) };
}

function referents(union: UnionGraph, cards: ReadonlySet<NodeId>): Map<NodeId, NodeId[]> {
  const next = new Map<NodeId, NodeId[]>();
  for (const edge of union.edges) {
    if (edge.kind === "class" || !cards.has(edge.to)) continue;
    const list = next.get(edge.from);
    if (list === undefined) next.set(edge.from, [edge.to]);
    else list.push(edge.to);
  }
  return next;
}

/** Cycles that share a member are one group; the groups keep the order in which their first member appeared. */
function mergeCycles(cards: readonly NodeId[], cycles: UnionGraph["cycles"]): NodeId[][] {
  const parent = new Map<NodeId, NodeId>(cards.map((id) => [id, id]));
  const find = (id: NodeId): NodeId => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root))
      root = up;
    parent.set(id, root);
    return root;
  };
  for (const cycle of cycles) {
    const members = cycle.filter((id) => parent.has(id));
    const first = members[0];
    if (first !== undefined) for (const member of members) parent.set(find(member), find(first));
  }
  const groups = new Map<NodeId, NodeId[]>();
  for (const id of cards) {
    const root = find(id);
    const group = groups.get(root);
    if (group === undefined) groups.set(root, [id]);
    else group.push(id);
  }
  return [...groups.values()];
}

/** Members in the order one reaches them, so that neighbours in the stack refer to each other. */
function follow(
  members: readonly NodeId[],
  next: ReadonlyMap<NodeId, readonly NodeId[]>,
): NodeId[] {
  const wanted = new Set(members);
  const ordered = new Set<NodeId>();
  for (const start of members) {
    const stack = [start];
    for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
      if (ordered.has(id)) continue;
      ordered.add(id);
      const onward = (next.get(id) ?? []).filter((to) => wanted.has(to) && !ordered.has(to));
      stack.push(...onward.reverse());
    }
  }
  return [...ordered];
}

interface Stacking {
  readonly sizes: ReadonlyMap<string, Size>;
  readonly spacing: StackSpacing;
}

function arrange(order: number, members: readonly NodeId[], { sizes, spacing }: Stacking): Block {
  const alone = members.length === 1;
  const padding = alone ? { top: 0, bottom: 0, side: 0 } : spacing.padding;
  const perColumn =
    members.length <= TALLEST_STACK ? members.length : Math.ceil(Math.sqrt(members.length));
  const offsets = new Map<NodeId, Point>();
  let left = padding.side;
  let tallest = 0;
  for (let from = 0; from < members.length; from += perColumn) {
    const slice = members.slice(from, from + perColumn);
    // Every other column runs upwards, so that the last of one and the first of the next are neighbours.
    const column = (from / perColumn) % 2 === 0 ? slice : slice.toReversed();
    const filled = stack(column, { x: left, y: padding.top }, { sizes, spacing }, offsets);
    tallest = Math.max(tallest, filled.height);
    left += filled.width + spacing.stackColumnGap;
  }
  const width = left - spacing.stackColumnGap + padding.side;
  return {
    order,
    members,
    size: { width, height: padding.top + tallest + padding.bottom },
    offsets,
  };
}

// oxlint-disable-next-line max-params -- a column is where, from where, how large and into what
function stack(
  column: readonly NodeId[],
  corner: Point,
  { sizes, spacing }: Stacking,
  offsets: Map<NodeId, Point>,
): Size {
  let y = 0;
  let width = 0;
  for (const id of column) {
    const size = sizes.get(id) ?? { width: 0, height: 0 };
    if (y > 0) y += spacing.stackGap;
    offsets.set(id, { x: corner.x + size.width / 2, y: corner.y + y + size.height / 2 });
    y += size.height;
    width = Math.max(width, size.width);
  }
  return { width, height: y };
}

/** Breadth first from the names; what only a class or nothing leads to starts a search of its own. */
function rank(
  union: UnionGraph,
  blocks: readonly Block[],
  blockOf: ReadonlyMap<NodeId, Block>,
  next: ReadonlyMap<NodeId, readonly NodeId[]>,
): Block[][] {
  const levelOf = new Map<Block, number>();
  const search = (starts: readonly Block[], level: number): void => {
    let frontier = starts.filter((block) => !levelOf.has(block));
    for (let depth = level; frontier.length > 0; depth += 1) {
      for (const block of frontier) levelOf.set(block, depth);
      const onward = new Set<Block>();
      for (const block of frontier)
        for (const to of blockReferents(block, next, blockOf)) if (!levelOf.has(to)) onward.add(to);
      frontier = [...onward];
    }
  };
  const existing = (ids: readonly NodeId[]): Block[] => ids.flatMap((id) => blockOf.get(id) ?? []);
  const lasting = new Set(
    union.scopes.filter((scope) => scope.depth === 0).map((scope) => scope.id),
  );
  const targetsOf = (global: boolean): Block[] =>
    existing(
      union.names
        .filter((name) => lasting.has(name.scope) === global)
        .flatMap((name) => name.targets),
    );
  search([...new Set(targetsOf(true))], 0);
  // The names of a call are gone when it returns: they decide only about what no global name leads to.
  search([...new Set(targetsOf(false))], 0);
  const classes = union.nodes
    .filter((node) => node.kind === "class")
    .flatMap((node) => next.get(node.id) ?? []);
  search(existing(classes), 1);
  for (const block of blocks) search([block], 0);
  const deepest = Math.max(0, ...levelOf.values());
  return Array.from({ length: deepest + 1 }, (_, level) =>
    blocks.filter((block) => levelOf.get(block) === level),
  );
}

function blockReferents(
  block: Block,
  next: ReadonlyMap<NodeId, readonly NodeId[]>,
  blockOf: ReadonlyMap<NodeId, Block>,
): Block[] {
  return block.members.flatMap((member) =>
    (next.get(member) ?? []).flatMap((to) => blockOf.get(to) ?? []),
  );
}
