/** Lays out the scope boxes in column 0 and, opposite the tags, the blocks the names lead to. */
import type { NameId, NodeId, UnionGraph } from "../../electron/contract/subgraph-view";
import type { Point, Size } from "./geometry";
import type { Block, RankedBlocks } from "./layout-blocks";
import { TAG_SPACING } from "./node-size";

export interface NamesColumn {
  /** Tags (middle), scopes (top left corner of the box). */
  readonly positions: ReadonlyMap<string, Point>;
  /** Tops of the blocks of the first level and the sub-column each stands in. */
  readonly blocks: ReadonlyMap<Block, { readonly top: number; readonly column: number }>;
  /** Heights at which a name's line runs to the class column: nothing may stand there. */
  readonly lines: readonly number[];
  readonly width: number;
}

export const BOX_SIDE = 28;
export const BOX_TITLE = 54;
export const BOX_BOTTOM = 30;
const BOX_LEAST = 148;
const BOX_GAP = 26;
const BLOCK_INSET = 22;
const BLOCK_GAP = 40;
const BELOW_BLOCKS = 41;
/** Columns of the first level start to split when they would be taller than this. */
const COMFORTABLE_HEIGHT = 1400;
const BRICKED_HEIGHT = 5600;

type UnionName = UnionGraph["names"][number];

interface Cursor {
  tag: number;
  block: number;
}

export function layoutNames(
  union: UnionGraph,
  ranked: RankedBlocks,
  sizes: ReadonlyMap<string, Size>,
): NamesColumn {
  const widest = Math.max(0, ...union.names.map((name) => sizes.get(name.id)?.width ?? 0));
  const width = Math.max(BOX_LEAST, Math.ceil(widest + 2 * BOX_SIDE));
  const column = new ColumnInProgress(ranked, width / 2, namedColumns(ranked.levels[0] ?? []));
  const depths = [...new Set(union.scopes.map((scope) => scope.depth))].sort((a, b) => a - b);
  for (const depth of depths) {
    const scopes = union.scopes.filter((scope) => scope.depth === depth);
    column.addDepth(
      scopes.map((scope) => {
        const names = union.names.filter((name) => name.scope === scope.id);
        return { id: scope.id, names: sorted(names, union, ranked), count: names.length };
      }),
    );
  }
  column.addUnnamed();
  return { positions: column.positions, blocks: column.blocks, lines: column.lines, width };
}

interface ScopeToPlace {
  readonly id: string;
  readonly names: SortedNames;
  readonly count: number;
}

interface SortedNames {
  readonly toBlocks: ReadonlyMap<Block, readonly UnionName[]>;
  readonly toClasses: readonly UnionName[];
  readonly toElsewhere: readonly UnionName[];
}

function sorted(names: readonly UnionName[], union: UnionGraph, ranked: RankedBlocks): SortedNames {
  const classes = new Set(
    union.nodes.filter((node) => node.kind === "class").map((node) => node.id),
  );
  const opposite = new Set(ranked.levels[0]);
  const toBlocks = new Map<Block, UnionName[]>();
  const toClasses: UnionName[] = [];
  const toElsewhere: UnionName[] = [];
  for (const name of names) {
    const target = name.targets.find((id) => ranked.blockOf.has(id));
    const block = target === undefined ? undefined : ranked.blockOf.get(target);
    if (block !== undefined && opposite.has(block))
      toBlocks.set(block, [...(toBlocks.get(block) ?? []), name]);
    else if (block === undefined && name.targets.some((id) => classes.has(id)))
      toClasses.push(name);
    else toElsewhere.push(name);
  }
  return { toBlocks, toClasses, toElsewhere };
}

/** How many blocks of the first level stand side by side, so that the picture is not a mile high. */
export function subColumns(blocks: readonly Block[]): number {
  const total = blocks.reduce((sum, block) => sum + block.size.height + BLOCK_GAP, 0);
  return Math.max(1, Math.ceil(total / Math.max(COMFORTABLE_HEIGHT, Math.sqrt(total * 240))));
}

/** Two columns can be laid like bricks; only from this height on there are more. */
function namedColumns(blocks: readonly Block[]): number {
  const total = blocks.reduce((sum, block) => sum + block.size.height + BLOCK_GAP, 0);
  return total <= COMFORTABLE_HEIGHT
    ? 1
    : total <= BRICKED_HEIGHT
      ? 2
      : Math.max(2, subColumns(blocks));
}

class ColumnInProgress {
  readonly positions = new Map<string, Point>();
  readonly blocks = new Map<Block, { top: number; column: number }>();
  readonly lines: number[] = [];
  private readonly ranked: RankedBlocks;
  private readonly middle: number;
  private readonly across: number;
  private boxTop = 0;
  private readonly cursor: Cursor = { tag: 0, block: BLOCK_INSET };

  constructor(ranked: RankedBlocks, middle: number, across: number) {
    this.ranked = ranked;
    this.middle = middle;
    this.across = across;
  }

  /** Only one call of a depth runs at a time: their boxes share a place, unless a call owns objects of its own. */
  addDepth(scopes: readonly ScopeToPlace[]): void {
    const shared = this.boxTop;
    let bottom = shared;
    for (const scope of scopes.filter((one) => one.count > 0)) {
      const owns = [...scope.names.toBlocks.keys()].some((block) => !this.blocks.has(block));
      this.boxTop = owns ? Math.max(shared, this.cursor.block - BLOCK_INSET) : shared;
      this.addScope(scope);
      bottom = Math.max(bottom, this.boxTop);
    }
    this.boxTop = bottom;
    this.cursor.block = Math.max(this.cursor.block, bottom + BLOCK_INSET);
  }

  private addScope({ id, names: byTarget }: ScopeToPlace): void {
    this.positions.set(id, { x: 0, y: this.boxTop });
    this.cursor.tag = this.boxTop + BOX_TITLE;
    this.cursor.block = Math.max(this.cursor.block, this.boxTop + BLOCK_INSET);
    const fresh = [...byTarget.toBlocks].filter(([block]) => !this.blocks.has(block));
    if (this.across === 2) this.addBricks(fresh);
    else
      for (let from = 0; from < fresh.length; from += this.across)
        this.addRow(fresh.slice(from, from + this.across));
    for (const [block, again] of byTarget.toBlocks)
      if (!fresh.some(([one]) => one === block)) this.addTags(again);
    const belowBlocks =
      fresh.length === 0 ? this.cursor.tag : this.cursor.block - BLOCK_GAP + BELOW_BLOCKS;
    if (byTarget.toClasses.length > 0) this.cursor.tag = Math.max(this.cursor.tag, belowBlocks);
    for (const name of byTarget.toClasses) this.lines.push(this.addTag(name.id));
    this.addTags(byTarget.toElsewhere);
    this.boxTop = this.cursor.tag - TAG_SPACING + BOX_BOTTOM + BOX_GAP;
  }

  /** What no name leads to directly but stands in the first level, below everything. */
  addUnnamed(): void {
    const rest = (this.ranked.levels[0] ?? []).filter((block) => !this.blocks.has(block));
    for (let from = 0; from < rest.length; from += this.across) {
      this.addRow(rest.slice(from, from + this.across).map((block) => [block, []]));
    }
  }

  private addRow(row: readonly (readonly [Block, readonly UnionName[]])[]): void {
    const wanted = row.flatMap(([block, names]) => tagOffsets(block, names));
    const first = wanted[0];
    const top = Math.max(
      this.cursor.block,
      first === undefined ? -Infinity : this.cursor.tag - first.offset,
    );
    let bottom = top;
    row.forEach(([block], column) => {
      this.blocks.set(block, { top, column });
      bottom = Math.max(bottom, top + block.size.height);
    });
    for (const { name, offset } of wanted.sort((a, b) => a.offset - b.offset)) {
      this.cursor.tag = Math.max(this.cursor.tag, top + offset);
      this.addTag(name);
    }
    this.cursor.block = bottom + BLOCK_GAP;
  }

  /** Every other block stands one column further right, opposite the gap between two: all lines from the names stay straight. */
  private addBricks(fresh: readonly (readonly [Block, readonly UnionName[]])[]): void {
    let second = this.cursor.block;
    for (let index = 0; index < fresh.length; index += 1) {
      const first = fresh[index];
      const beside = fresh[index + 1];
      if (first === undefined) return;
      const height = first[0].size.height;
      const bricks =
        beside !== undefined && first[0].members.length === 1 && beside[0].members.length === 1;
      if (bricks) {
        const inset = beside[0].size.height / 2 - BLOCK_GAP / 2;
        this.cursor.block = Math.max(this.cursor.block, second + inset - height);
        this.addRow([first]);
        const top = this.cursor.block - BLOCK_GAP + BLOCK_GAP / 2 - beside[0].size.height / 2;
        second = this.addBeside(beside, top) + BLOCK_GAP;
        index += 1;
      } else {
        this.addRow([first]);
      }
    }
    this.cursor.block = Math.max(this.cursor.block, second);
  }

  /** Stands in the second column; its tags go where they fit. Answers its bottom. */
  private addBeside(
    [block, names]: readonly [Block, readonly UnionName[]],
    wanted: number,
  ): number {
    const offsets = tagOffsets(block, names);
    const top = Math.max(wanted, this.cursor.tag - (offsets[0]?.offset ?? 0));
    this.blocks.set(block, { top, column: 1 });
    for (const { name, offset } of offsets) {
      this.cursor.tag = Math.max(this.cursor.tag, top + offset);
      this.addTag(name);
    }
    // A brick pushed down by its tags pushes what follows in the first column, so that its line keeps a gap.
    this.cursor.block = Math.max(this.cursor.block, top + block.size.height / 2 + BLOCK_GAP / 2);
    return top + block.size.height;
  }

  private addTags(names: readonly UnionName[]): void {
    for (const name of names) this.addTag(name.id);
  }

  private addTag(id: NameId): number {
    const y = this.cursor.tag;
    this.positions.set(id, { x: this.middle, y });
    this.cursor.tag += TAG_SPACING;
    return y;
  }
}

/** Where the tags of a block want to be, from the block's top: opposite the member each names, around it when there are several. */
function tagOffsets(block: Block, names: readonly UnionName[]): { name: NameId; offset: number }[] {
  const byMember = new Map<NodeId, NameId[]>();
  for (const name of names) {
    const member = name.targets.find((id) => block.offsets.has(id)) ?? "";
    byMember.set(member, [...(byMember.get(member) ?? []), name.id]);
  }
  const offsets: { name: NameId; offset: number }[] = [];
  for (const [member, ids] of byMember) {
    const middle = block.offsets.get(member)?.y ?? 0;
    ids.forEach((name, index) =>
      offsets.push({ name, offset: middle + (index - (ids.length - 1) / 2) * TAG_SPACING }),
    );
  }
  return offsets.sort((a, b) => a.offset - b.offset);
}
