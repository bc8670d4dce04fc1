/** Names in a column, objects in a square beside them, in the order they appeared: what is shown when the layout had to be given up. Linear. */
import type { UnionGraph } from "../../electron/contract/subgraph-view";
import type { Positions } from "./graph-layout";
import type { Point, Size } from "./geometry";
import { BOX_SIDE, BOX_TITLE } from "./layout-names";
import { TAG_SPACING, unionSizes } from "./node-size";

const BESIDE_NAMES = 120;
const GAP = 24;
const SCOPE_GAP = 20;

export function layoutPlainly(union: UnionGraph, fixed: Positions): Map<string, Point> {
  const sizes = unionSizes(union);
  const names = plainNames(union, sizes);
  const positions = new Map<string, Point>(names.positions);
  const left = names.width + BESIDE_NAMES;
  const cell = { width: 0, height: 0 };
  for (const { id } of union.nodes) {
    const size = sizes.get(id);
    cell.width = Math.max(cell.width, (size?.width ?? 0) + GAP);
    cell.height = Math.max(cell.height, (size?.height ?? 0) + GAP);
  }
  const square = Math.sqrt((union.nodes.length * cell.height) / Math.max(cell.width, 1));
  const columns = Math.max(1, Math.ceil(square));
  union.nodes.forEach(({ id }, index) => {
    positions.set(id, {
      x: left + ((index % columns) + 0.5) * cell.width,
      y: (Math.floor(index / columns) + 0.5) * cell.height,
    });
  });
  for (const [id, place] of fixed) if (positions.has(id)) positions.set(id, place);
  return positions;
}

/** Every scope's box below the one before, its names one below the other. */
export function plainNames(
  union: UnionGraph,
  sizes: ReadonlyMap<string, Size>,
): {
  readonly positions: ReadonlyMap<string, Point>;
  readonly width: number;
  readonly height: number;
} {
  const positions = new Map<string, Point>();
  const widest = Math.max(92, ...union.names.map((name) => sizes.get(name.id)?.width ?? 0));
  const width = 2 * BOX_SIDE + widest;
  let y = 0;
  for (const scope of union.scopes) {
    const names = union.names.filter((name) => name.scope === scope.id);
    if (names.length === 0) continue;
    positions.set(scope.id, { x: 0, y });
    names.forEach((name, index) =>
      positions.set(name.id, { x: width / 2, y: y + BOX_TITLE + index * TAG_SPACING }),
    );
    y += BOX_TITLE + names.length * TAG_SPACING + SCOPE_GAP;
  }
  return { positions, width, height: y };
}
