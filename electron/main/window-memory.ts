/** Where the window stood and how its panels were arranged, for each screen; a place that is no longer on a screen is forgotten. */
import path from "node:path";
import type { PanelSizes, WindowLayout } from "../contract/window-layout";
import { isRecord, storedJson, type StoredJson } from "./stored-json";

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface WindowPlace {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

interface ScreenMemory {
  readonly place?: WindowPlace;
  readonly layout?: WindowLayout;
}

export interface WindowMemory {
  /** The screen the window was on last. */
  readonly last: string;
  readonly screens: Readonly<Record<string, ScreenMemory>>;
}

export const windowMemoryFile = (folder: string): StoredJson<WindowMemory> =>
  storedJson(path.join(folder, "window.json"), validMemory);

/** Screens of one size are arranged alike, whatever number the system gives them. */
export const screenKey = ({ width, height }: Rectangle): string => `${width}x${height}`;

/** The place to open the window at, the last one first; undefined: nothing remembered lies on a screen of now. */
export function rememberedPlace(
  memory: WindowMemory,
  workAreas: readonly Rectangle[],
): WindowPlace | undefined {
  const here = workAreas.map(screenKey);
  return [memory.last, ...here]
    .map((key) => memory.screens[key]?.place)
    .find((place) => place !== undefined && workAreas.some((area) => holds(area, place.bounds)));
}

export function withScreen(memory: WindowMemory, key: string, change: ScreenMemory): WindowMemory {
  return {
    last: key,
    screens: { ...memory.screens, [key]: { ...memory.screens[key], ...change } },
  };
}

/** Its title bar can be reached, and most of it be seen. */
function holds(area: Rectangle, bounds: Rectangle): boolean {
  const across = overlap(area.x, area.width, bounds.x, bounds.width);
  const down = overlap(area.y, area.height, bounds.y, bounds.height);
  return across >= bounds.width / 2 && down >= bounds.height / 2 && bounds.y >= area.y - 1;
}

const overlap = (from: number, length: number, other: number, otherLength: number): number =>
  Math.min(from + length, other + otherLength) - Math.max(from, other);

function validMemory(content: unknown): WindowMemory {
  if (!isRecord(content) || !isRecord(content["screens"])) return { last: "", screens: {} };
  const screens = Object.entries(content["screens"]).map(
    ([key, value]) => [key, isRecord(value) ? validScreen(value) : {}] as const,
  );
  return {
    last: typeof content["last"] === "string" ? content["last"] : "",
    screens: Object.fromEntries(screens),
  };
}

function validScreen({ place, layout }: Readonly<Record<string, unknown>>): ScreenMemory {
  const validPlace = isRecord(place) ? placeOf(place) : undefined;
  const validLayout = layoutOf(layout);
  return {
    ...(validPlace === undefined ? {} : { place: validPlace }),
    ...(validLayout === undefined ? {} : { layout: validLayout }),
  };
}

function placeOf({
  bounds,
  maximized,
}: Readonly<Record<string, unknown>>): WindowPlace | undefined {
  if (!isRecord(bounds)) return undefined;
  const { x, y, width, height } = bounds;
  const isWhole = isLength(x) && isLength(y) && isLength(width) && isLength(height);
  return isWhole ? { bounds: { x, y, width, height }, maximized: maximized === true } : undefined;
}

/** A layout as a page or a file says it, or undefined when it is none. */
export function layoutOf(value: unknown): WindowLayout | undefined {
  if (!isRecord(value) || !isRecord(value["sizes"])) return undefined;
  const { leftOpen, bottomOpen, inspectorOpen, legendOpen } = value;
  const sizes = sizesOf(value["sizes"]);
  if (sizes === undefined) return undefined;
  const isOpen = (flag: unknown): boolean => flag !== false;
  return {
    sizes,
    leftOpen: isOpen(leftOpen),
    bottomOpen: isOpen(bottomOpen),
    inspectorOpen: isOpen(inspectorOpen),
    legendOpen: isOpen(legendOpen),
  };
}

function sizesOf(sizes: Readonly<Record<string, unknown>>): PanelSizes | undefined {
  const { left, inspector, bottom, timeline } = sizes;
  const isWhole = isSize(left) && isSize(inspector) && isSize(bottom) && isSize(timeline);
  return isWhole ? { left, inspector, bottom, timeline } : undefined;
}

const isLength = (value: unknown): value is number =>
  typeof value === "number" && Number.isFinite(value) && Math.abs(value) < 100_000;
const isSize = (value: unknown): value is number => isLength(value) && value > 0;
