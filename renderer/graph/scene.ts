/** The picture as a flat, ordered display list: what the screen painter, the PNG and the SVG writer all draw, and nothing else does. */
import type { Point, Rect } from "./geometry";
import type { LegendEntry } from "./legend";
import type { ThemeTokens } from "./theme-tokens";

export interface Stroke {
  readonly color: string;
  readonly width: number;
  readonly dash?: readonly number[];
  /** Round caps turn a 0.1 long dash into a dot. */
  readonly cap?: "butt" | "round";
}

/** 45 degree lines, 9 apart, in phase everywhere. */
export interface Hatch {
  readonly color: string;
  readonly opacity: number;
}

export interface Font {
  readonly family: "sans" | "mono";
  readonly size: number;
  readonly weight: number;
}

export interface RectPrimitive extends Rect {
  readonly kind: "rect";
  readonly radius: number;
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly hatch?: Hatch;
  readonly stroke?: Stroke;
  readonly opacity?: number;
}

export interface PathPrimitive {
  readonly kind: "path";
  /** SVG path data. */
  readonly d: string;
  /** Where the hatching of a path may be. */
  readonly hatchBox?: Rect;
  readonly fill?: string;
  readonly fillOpacity?: number;
  readonly hatch?: Hatch;
  readonly stroke?: Stroke;
  readonly opacity?: number;
}

export interface TextPrimitive {
  readonly kind: "text";
  readonly x: number;
  /** The baseline. */
  readonly y: number;
  readonly text: string;
  readonly font: Font;
  readonly fill: string;
  readonly align: "start" | "middle" | "end";
  readonly opacity?: number;
}

export type Primitive = RectPrimitive | PathPrimitive | TextPrimitive;

/** Drawn in this order, first at the bottom. */
export type Layer = "scope" | "hull" | "edge" | "label" | "tag" | "card" | "hull-label" | "motion";
export const LAYERS: readonly Layer[] = [
  "scope",
  "hull",
  "edge",
  "label",
  "tag",
  "card",
  "hull-label",
  "motion",
];

/** Primitives that appear, change and disappear together. */
export interface ScenePart {
  /** Stable over steps: `o1/face`, `o1/badge`, `e:o1:o2:reference/line`. */
  readonly key: string;
  /** The node, name, edge, cycle or scope it belongs to. */
  readonly owner: string;
  readonly layer: Layer;
  readonly bounds: Rect;
  /** Where in its bounds it is, for long lines. */
  readonly reach?: readonly Rect[];
  readonly primitives: readonly Primitive[];
  readonly opacity: number;
  /** How far from its place it is drawn, while it moves; `bounds` is where it is drawn. */
  readonly shift?: Point;
}

/** What a group of parts is called in an exported picture. */
export interface SceneOwner {
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

export interface Scene {
  readonly parts: readonly ScenePart[];
  readonly owners: ReadonlyMap<string, SceneOwner>;
  readonly bounds: Rect;
  readonly legend: readonly LegendEntry[];
  readonly theme: ThemeTokens;
}
