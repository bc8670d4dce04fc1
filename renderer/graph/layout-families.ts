/** Puts what only one thing refers to beside that thing, so that in a dense picture most lines are short. */
import type { NodeId, UnionGraph } from "../../electron/contract/subgraph-view";
import type { Point } from "./geometry";
import type { Block } from "./layout-blocks";

/** With more of its own, something is a container: its elements fill columns of their own. */
const MOST_OWN = 6;
const DEEPEST = 6;

export interface FamilySpacing {
  /** Between a thing and what it alone refers to. */
  readonly beside: number;
  readonly gap: number;
}

/** Blocks with what belongs to them alone at their right, as blocks again; in the order of their heads. */
export function asFamilies(
  blocks: readonly Block[],
  union: UnionGraph,
  spacing: FamilySpacing,
): readonly Block[] {
  const own = ownBlocks(blocks, union);
  const adopted = new Set([...own.values()].flat());
  const built = new Set<Block>();
  const familyOf = (head: Block, depth: number): Block => {
    built.add(head);
    const members = depth < DEEPEST ? (own.get(head) ?? []).filter((one) => !built.has(one)) : [];
    return joined(
      head,
      members.map((one) => familyOf(one, depth + 1)),
      spacing,
    );
  };
  const heads = blocks.filter((block) => !adopted.has(block)).map((head) => familyOf(head, 0));
  // What belongs only to itself in a ring, or hangs deeper than anybody looks.
  const rest = blocks.filter((block) => !built.has(block)).map((head) => familyOf(head, DEEPEST));
  return [...heads, ...rest];
}

function ownBlocks(blocks: readonly Block[], union: UnionGraph): ReadonlyMap<Block, Block[]> {
  const named = new Set(union.names.flatMap((name) => name.targets));
  const own = new Map<Block, Block[]>();
  for (const [block, head] of onlyHolders(blocks, union)) {
    if (head === undefined || block.members.some((member) => named.has(member))) continue;
    own.set(head, [...(own.get(head) ?? []), block].slice(0, MOST_OWN + 1));
  }
  for (const [head, children] of own) if (children.length > MOST_OWN) own.delete(head);
  return own;
}

/** The one block that refers to each; undefined when several do. */
function onlyHolders(
  blocks: readonly Block[],
  union: UnionGraph,
): ReadonlyMap<Block, Block | undefined> {
  const blockOf = new Map<NodeId, Block>();
  for (const block of blocks) for (const member of block.members) blockOf.set(member, block);
  const holders = new Map<Block, Block | undefined>();
  for (const { from, to, kind } of union.edges) {
    const [source, target] = [blockOf.get(from), blockOf.get(to)];
    const outside = source === undefined || target === undefined || source === target;
    if (kind === "class" || outside) continue;
    const known = holders.has(target) ? holders.get(target) : source;
    holders.set(target, known === source ? source : undefined);
  }
  return holders;
}

function joined(head: Block, members: readonly Block[], { beside, gap }: FamilySpacing): Block {
  if (members.length === 0) return head;
  const offsets = new Map<NodeId, Point>(head.offsets);
  let top = 0;
  let width = 0;
  for (const block of members) {
    for (const [id, { x, y }] of block.offsets)
      offsets.set(id, { x: head.size.width + beside + x, y: top + y });
    top += block.size.height + gap;
    width = Math.max(width, block.size.width);
  }
  return {
    order: head.order,
    members: [...head.members, ...members.flatMap((block) => block.members)],
    size: {
      width: head.size.width + beside + width,
      height: Math.max(head.size.height, top - gap),
    },
    offsets,
  };
}
