/** Finds places for what is new without moving anything that is already there: beside its first referrer, in the nearest free slot. */
import type { NodeId, UnionGraph } from "../../electron/contract/subgraph-view";
import { type Point, type Rect, rectAround, type Size } from "./geometry";
import { BOX_TITLE } from "./layout-names";
import { CARD_HEAD, CARD_WIDTH, cardHeight, formOf, MOST_ROWS, TAG_SPACING } from "./node-size";

const MARGIN = 36;
/** Between pills. */
const SMALL_MARGIN = 10;
const BESIDE_NAME = 300;
const BESIDE_GAP = 130;
const BESIDE_CARD = CARD_WIDTH + BESIDE_GAP;
const CLASS_BESIDE_NAME = 574;
const CLASS_ABOVE_NAME = 150;
/** Room for the names a scope may still get before the next one starts. */
const SCOPE_GAP = 60 + 8 * TAG_SPACING;
const FIRST_SCOPE: Point = { x: 0, y: 0 };
const TAG_MIDDLE = 74;
/** Cards may gain rows later: their place is kept as if they had all of them. */
const TALLEST: Size = { width: CARD_WIDTH, height: cardHeight(MOST_ROWS) };
const MOST_COLUMNS = 60;

export function sproutNew(
  union: UnionGraph,
  sizes: ReadonlyMap<string, Size>,
  fixed: ReadonlyMap<string, Point>,
): Map<string, Point> {
  const positions = new Map<string, Point>();
  for (const { id } of [...union.nodes, ...union.names, ...union.scopes]) {
    const place = fixed.get(id);
    if (place !== undefined) positions.set(id, place);
  }
  sproutNames(union, positions);
  sproutNodes(union, sizes, positions);
  return positions;
}

function sproutNames(union: UnionGraph, positions: Map<string, Point>): void {
  const scopes = [...union.scopes].sort((a, b) => a.depth - b.depth);
  for (const scope of scopes) {
    const names = union.names.filter((name) => name.scope === scope.id);
    if (names.length === 0) continue;
    const box = positions.get(scope.id) ?? nextScope(union, positions, scope.depth);
    positions.set(scope.id, box);
    const placed = names.flatMap((name) => positions.get(name.id) ?? []);
    const x = placed[0]?.x ?? box.x + TAG_MIDDLE;
    let y = Math.max(box.y + BOX_TITLE - TAG_SPACING, ...placed.map((place) => place.y));
    let column = x;
    for (const name of names) {
      if (positions.has(name.id)) continue;
      y += TAG_SPACING;
      if (hitsOtherBox(union, positions, scope.id, y)) {
        column -= 2 * TAG_MIDDLE;
        y = box.y + BOX_TITLE;
      }
      positions.set(name.id, { x: column, y });
    }
  }
}

/** A call's box takes the place of another of the same depth: they never run at the same time. */
function nextScope(union: UnionGraph, positions: ReadonlyMap<string, Point>, depth: number): Point {
  for (const scope of union.scopes) {
    const box = positions.get(scope.id);
    if (box !== undefined && scope.depth === depth) return box;
  }
  const tags = union.names.flatMap((name) => positions.get(name.id) ?? []);
  if (tags.length === 0) return FIRST_SCOPE;
  const boxes = union.scopes.flatMap((scope) => positions.get(scope.id) ?? []);
  const left = Math.min(...boxes.map((box) => box.x));
  return {
    x: Number.isFinite(left) ? left : 0,
    y: Math.max(...tags.map((tag) => tag.y)) + SCOPE_GAP,
  };
}

function hitsOtherBox(
  union: UnionGraph,
  positions: ReadonlyMap<string, Point>,
  scope: string,
  y: number,
): boolean {
  const own = positions.get(scope);
  const depth = union.scopes.find((one) => one.id === scope)?.depth;
  return union.scopes.some((other) => {
    const box = positions.get(other.id);
    return (
      other.depth !== depth &&
      box !== undefined &&
      own !== undefined &&
      box.y > own.y &&
      y + TAG_SPACING > box.y
    );
  });
}

function sproutNodes(
  union: UnionGraph,
  sizes: ReadonlyMap<string, Size>,
  positions: Map<string, Point>,
): void {
  const kinds = new Map(union.nodes.map((node) => [node.id, node.kind]));
  const isSmall = new Set(
    union.nodes.filter((node) => formOf(node) !== "card").map((node) => node.id),
  );
  const slotSize = (id: NodeId): Size =>
    // Only cards may still grow.
    kinds.get(id) === "class" || isSmall.has(id) ? (sizes.get(id) ?? TALLEST) : TALLEST;
  const taken: Rect[] = [];
  for (const node of union.nodes) {
    const place = positions.get(node.id);
    if (place !== undefined) taken.push(rectAround(place, slotSize(node.id)));
  }
  const referrers = firstReferrers(union);
  for (const node of union.nodes) {
    if (positions.has(node.id)) continue;
    const wanted = wantedPlace(
      referrers.get(node.id) ?? [],
      node.kind === "class",
      positions,
      kinds,
    );
    const place = nearestFree(wanted, slotSize(node.id), taken);
    positions.set(node.id, place);
    taken.push(rectAround(place, slotSize(node.id)));
  }
}

function firstReferrers(union: UnionGraph): Map<NodeId, string[]> {
  const referrers = new Map<NodeId, string[]>();
  const add = (to: NodeId, from: string): void => {
    const list = referrers.get(to);
    if (list === undefined) referrers.set(to, [from]);
    else if (list.length < 4) list.push(from);
  };
  for (const name of union.names) for (const target of name.targets) add(target, name.id);
  for (const edge of union.edges) if (edge.kind !== "class") add(edge.to, edge.from);
  return referrers;
}

function wantedPlace(
  referrers: readonly string[],
  isClass: boolean,
  positions: ReadonlyMap<string, Point>,
  kinds: ReadonlyMap<string, string>,
): Point {
  const from = referrers.find((id) => positions.has(id)) ?? "";
  const place = positions.get(from);
  const fromName = !kinds.has(from);
  if (place === undefined)
    return { x: TAG_MIDDLE + (isClass ? CLASS_BESIDE_NAME : BESIDE_NAME), y: BOX_TITLE };
  if (isClass)
    return { x: place.x + CLASS_BESIDE_NAME, y: place.y - (fromName ? CLASS_ABOVE_NAME : 0) };
  return { x: place.x + (fromName ? BESIDE_NAME : BESIDE_CARD), y: place.y };
}

/** The free slot nearest in height in the wanted column, else in the columns right of it. */
function nearestFree(wanted: Point, size: Size, taken: readonly Rect[]): Point {
  let best: { readonly place: Point; readonly cost: number } | undefined;
  for (let column = 0; column < MOST_COLUMNS; column += 1) {
    const x = wanted.x + column * (size.width + BESIDE_GAP);
    if (best !== undefined && best.cost <= x - wanted.x) break;
    const y = nearestFreeHeight({ x, y: wanted.y }, size, taken);
    const cost = x - wanted.x + Math.abs(y - wanted.y);
    if (best === undefined || cost < best.cost) best = { place: { x, y }, cost };
  }
  return best?.place ?? wanted;
}

function nearestFreeHeight(wanted: Point, size: Size, taken: readonly Rect[]): number {
  const margin = size.height < CARD_HEAD ? SMALL_MARGIN : MARGIN;
  const reach = size.width / 2 + margin;
  const need = size.height / 2 + margin;
  const spans = taken
    .filter((rect) => rect.x < wanted.x + reach && rect.x + rect.width > wanted.x - reach)
    .map((rect) => ({ top: rect.y - need, bottom: rect.y + rect.height + need }))
    .sort((a, b) => a.top - b.top);
  let best = wanted.y;
  let run: { top: number; bottom: number } | undefined;
  const consider = (): void => {
    if (run === undefined || wanted.y <= run.top || wanted.y >= run.bottom) return;
    best = wanted.y - run.top < run.bottom - wanted.y ? run.top : run.bottom;
  };
  for (const span of spans) {
    if (run !== undefined && span.top < run.bottom) run.bottom = Math.max(run.bottom, span.bottom);
    else {
      consider();
      run = { ...span };
    }
  }
  consider();
  return best;
}
