/** Puts the scenes of several steps side by side, everything in the same place in each. */
import { type Rect, unionOf } from "../graph/geometry";
import type { LegendEntry } from "../graph/legend";
import { part } from "../graph/part";
import type { Scene, SceneOwner, ScenePart } from "../graph/scene";
import { type Drawing, type Heading, HEADING_HEIGHT, headingPart } from "./picture-frame";

export interface FilmstripCell {
  readonly scene: Scene;
  readonly step: number;
  readonly heading: Heading | undefined;
}

const PADDING = 18;
const GAP = 16;

/** `cells` must not be empty. */
export function filmstrip(cells: readonly FilmstripCell[], columns: number): Drawing {
  const [first] = cells;
  if (first === undefined) throw new Error("A filmstrip of no steps was asked for.");
  const inner = boundsOfAll(cells.map(({ scene }) => scene));
  const heading = cells.some((cell) => cell.heading !== undefined) ? HEADING_HEIGHT : 0;
  const width = Math.ceil(inner.width) + 2 * PADDING;
  const height = Math.ceil(inner.height) + heading + 2 * PADDING;
  const across = Math.min(columns, cells.length);
  const boxes = cells.map((_, index) => ({
    x: (index % across) * (width + GAP),
    y: Math.floor(index / across) * (height + GAP),
    width,
    height,
  }));
  const placed = cells.flatMap((cell, index) => cellParts(cell, boxes[index] ?? inner, inner));
  return {
    parts: placed,
    owners: new Map(cells.flatMap((cell) => [...ownersIn(cell)])),
    bounds: unionOf(boxes) ?? inner,
    legend: legendOfAll(cells.map(({ scene }) => scene)),
    theme: first.scene.theme,
  };
}

/** So that nothing moves from one to the next. */
export function boundsOfAll(scenes: readonly Pick<Scene, "bounds">[]): Rect {
  return unionOf(scenes.map(({ bounds }) => bounds)) ?? { x: 0, y: 0, width: 1, height: 1 };
}

/** Each entry once, in the order of the first that has it. */
export function legendOfAll(scenes: readonly Pick<Scene, "legend">[]): readonly LegendEntry[] {
  const entries = new Map<string, LegendEntry>();
  for (const { legend } of scenes)
    for (const entry of legend) if (!entries.has(entry.symbol)) entries.set(entry.symbol, entry);
  return [...entries.values()];
}

function cellParts({ scene, step, heading }: FilmstripCell, box: Rect, inner: Rect): ScenePart[] {
  const { theme } = scene;
  const border = part({
    key: `step${step}-cell`,
    owner: `step${step}-cell`,
    layer: "scope",
    bounds: box,
    primitives: [{ kind: "rect", ...box, radius: 10, stroke: { color: theme.line, width: 1 } }],
  });
  const words = { ...box, x: box.x + PADDING, y: box.y + PADDING, width: box.width - 2 * PADDING };
  const title =
    heading === undefined ? [] : [headingPart(`step${step}-heading`, heading, words, scene)];
  const by = {
    x: box.x + PADDING - Math.floor(inner.x),
    y: box.y + box.height - PADDING - Math.ceil(inner.height) - Math.floor(inner.y),
  };
  const moved = scene.parts.map((one) => ({
    ...one,
    key: `step${step}-${one.key}`,
    owner: `step${step}-${one.owner}`,
    shift: by,
    bounds: { ...one.bounds, x: one.bounds.x + by.x, y: one.bounds.y + by.y },
  }));
  return [border, ...title, ...moved];
}

/** The same object is in several steps, and each id may be used once in a file. */
function ownersIn({ scene, step }: FilmstripCell): Map<string, SceneOwner> {
  return new Map(
    [...scene.owners].map(([key, owner]) => [
      `step${step}-${key}`,
      { ...owner, id: `step${step}-${owner.id}` },
    ]),
  );
}
