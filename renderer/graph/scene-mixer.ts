/** The picture at one moment between two steps: the two still pictures mixed as the storyboard says, with what moves on top. */
import { finalizerChip, motionParts, rollPart } from "./scene-motion";
import { polyline, startOf } from "./curves";
import { linePrimitives } from "./edge-face";
import { sameValue } from "../../electron/contract/same-value";
import { LAYERS, type ScenePart } from "./scene";
import type { BuiltScene } from "./scene-builder";
import {
  easeIn,
  easeInOut,
  share,
  type Span,
  type Storyboard,
  type TimedChange,
} from "./storyboard";

export interface Mixer {
  at(time: number): readonly ScenePart[];
}

type Roll = Extract<TimedChange, { kind: "roll" }>;
type Slide = Extract<TimedChange, { kind: "slide" }>;
type Chip = Extract<TimedChange, { kind: "chip" }>;

export function mixScenes(previous: BuiltScene, next: BuiltScene, story: Storyboard): Mixer {
  const before = new Map(previous.parts.map((part) => [part.key, part]));
  const after = new Map(next.parts.map((part) => [part.key, part]));
  const plan = planOf(story);
  const keys = LAYERS.flatMap((layer) => mergeOrders(keysIn(previous, layer), keysIn(next, layer)));
  const same = new Set(keys.filter((key) => sameDrawing(before.get(key), after.get(key))));
  const mixed = (key: string, time: number): ScenePart[] => {
    const was = before.get(key);
    const will = after.get(key);
    const slide = will === undefined ? undefined : plan.slides.get(will.owner);
    if (will !== undefined && slide !== undefined) return [slid(will, slide, time)];
    const rolls = plan.rolls.get(key);
    if (same.has(key) && will !== undefined && rolls === undefined) return [will];
    const mix = easeInOut(share(plan.fades.get(key) ?? story.rest, time));
    if (rolls !== undefined) return rolled({ was, will, rolls, mix, time, scene: previous });
    const moved = movedLine({ key, was, will, mix, time, plan, previous, next });
    if (moved !== undefined) return moved;
    const hidden = plan.relabels.get(key);
    return [
      ...faded(was, 1 - (hidden === undefined ? mix : easeInOut(share(hidden, time)))),
      ...faded(will, mix),
    ];
  };
  return {
    at(time) {
      const chip = (key: string): ScenePart[] => {
        const change = plan.chips.get(key);
        return change === undefined ? [] : finalizerChip(change, time, previous);
      };
      return [
        ...keys.flatMap((key) => [...chip(key), ...mixed(key, time)]),
        ...motionParts({ previous, next, story, time }),
      ];
    },
  };
}

interface Plan {
  readonly fades: ReadonlyMap<string, Span>;
  /** In the order they happen. */
  readonly rolls: ReadonlyMap<string, readonly Roll[]>;
  readonly chips: ReadonlyMap<string, Chip>;
  /** When the label of a hull has given way to a passing one. */
  readonly relabels: ReadonlyMap<string, Span>;
  readonly retracts: ReadonlyMap<string, Span>;
  readonly extends: ReadonlyMap<string, Span>;
  /** By owner. */
  readonly slides: ReadonlyMap<string, Slide>;
}

/** Later changes of the same part win. */
function planOf(story: Storyboard): Plan {
  const fades = new Map<string, Span>();
  const rolls = new Map<string, Roll[]>();
  const slides = new Map<string, Slide>();
  const chips = new Map<string, Chip>();
  const relabels = new Map<string, Span>();
  const retracts = new Map<string, Span>();
  const extending = new Map<string, Span>();
  for (const change of story.changes) {
    if (change.kind === "crossfade") for (const key of change.keys) fades.set(key, change);
    if (change.kind === "slide") slides.set(change.owner, change);
    if (change.kind === "roll") {
      const key = `${change.node}/badge`;
      rolls.set(key, [...(rolls.get(key) ?? []), change]);
    }
    if (change.kind === "chip") chips.set(`${change.node}/badge`, change);
    if (change.kind === "retract") retracts.set(`${change.edge}/line`, change);
    if (change.kind === "extend") extending.set(`${change.edge}/line`, change);
    if (change.kind === "relabel")
      relabels.set(`${change.cycle}/label`, { from: change.from, to: change.from + 140 });
  }
  return { fades, rolls, chips, relabels, retracts, extends: extending, slides };
}

function keysIn(scene: BuiltScene, layer: ScenePart["layer"]): string[] {
  return scene.parts.filter((part) => part.layer === layer).map((part) => part.key);
}

/** The next picture's order; what only the previous one had goes after what it stood behind. */
function mergeOrders(previous: readonly string[], next: readonly string[]): string[] {
  const known = new Set(next);
  const following = new Map<string | undefined, string[]>();
  let anchor: string | undefined;
  for (const key of previous) {
    if (known.has(key)) anchor = key;
    else following.set(anchor, [...(following.get(anchor) ?? []), key]);
  }
  return [
    ...(following.get(undefined) ?? []),
    ...next.flatMap((key) => [key, ...(following.get(key) ?? [])]),
  ];
}

function sameDrawing(a: ScenePart | undefined, b: ScenePart | undefined): boolean {
  return a !== undefined && b !== undefined && (a === b || sameValue(a.primitives, b.primitives));
}

function faded(part: ScenePart | undefined, opacity: number): ScenePart[] {
  if (part === undefined || opacity <= 0) return [];
  return [opacity >= 1 ? part : { ...part, opacity: part.opacity * opacity }];
}

function rolled(input: {
  readonly was: ScenePart | undefined;
  readonly will: ScenePart | undefined;
  readonly rolls: readonly Roll[];
  readonly mix: number;
  readonly time: number;
  readonly scene: BuiltScene;
}): ScenePart[] {
  const { was, will, rolls, mix, time, scene } = input;
  const roll = rolls.findLast((one) => one.from < time);
  if (roll === undefined) return faded(was, 1);
  const turned = share(roll, time);
  if (turned === 1 && will !== undefined && roll === rolls.at(-1)) return [will];
  const badge = rollPart(roll, turned, scene);
  return badge === undefined
    ? [...faded(was, 1 - mix), ...faded(will, mix)]
    : faded(badge, will === undefined ? 1 - mix : 1);
}

function movedLine(input: {
  readonly key: string;
  readonly was: ScenePart | undefined;
  readonly will: ScenePart | undefined;
  readonly mix: number;
  readonly time: number;
  readonly plan: Plan;
  readonly previous: BuiltScene;
  readonly next: BuiltScene;
}): ScenePart[] | undefined {
  const { key, was, will, mix, time, plan, previous, next } = input;
  const retract = plan.retracts.get(key);
  if (retract !== undefined && was !== undefined) {
    const left = 1 - easeIn(share(retract, time));
    return [...faded(will, mix), ...(left <= 0.01 ? [] : [partial(was, previous, left)])];
  }
  const extend = plan.extends.get(key);
  if (extend === undefined || will === undefined) return undefined;
  const drawn = easeInOut(share(extend, time));
  const arrived = drawn >= 1 ? will : partial(will, next, drawn);
  return [...faded(was, 1 - easeInOut(share(extend, time))), ...(drawn <= 0.01 ? [] : [arrived])];
}

/** On its way from where it stood; what lies on top of it comes along, lines and hulls do not. */
function slid(part: ScenePart, slide: Slide, time: number): ScenePart {
  const left = 1 - easeInOut(share(slide, time));
  if (left === 0) return part;
  const shift = { x: slide.by.x * left, y: slide.by.y * left };
  const { x, y, width, height } = part.bounds;
  return { ...part, shift, bounds: { x: x + shift.x, y: y + shift.y, width, height } };
}

/** The line of an edge drawn only from its start up to a share of its length, with its arrow there. */
function partial(part: ScenePart, scene: BuiltScene, drawn: number): ScenePart {
  const found = scene.routes.get(part.owner);
  if (found === undefined || drawn >= 1) return part;
  const track = startOf(found.route.track, drawn);
  const [a, b] = [track.at(-2), track.at(-1)];
  const angle =
    a === undefined || b === undefined ? found.route.angle : Math.atan2(b.y - a.y, b.x - a.x);
  const curve = { d: polyline(track), track, angle };
  return { ...part, primitives: linePrimitives(curve, found.look, scene.theme) };
}
