/** What exists only while something moves: rolling numbers, the pulse, the collector's sums, finalizer chips, passing hull labels. */
import { callParts } from "./call-face";
import { badgeFace, type Badge, BADGE_FONT, chipPart } from "./card-badge";
import { pointAlong } from "./curves";
import { centreOf, grow, type Point, type Rect } from "./geometry";
import { hullLabelPart } from "./hulls";
import { around, label, part } from "./part";
import type { Font, Primitive, ScenePart } from "./scene";
import type { BuiltScene } from "./scene-builder";
import { easeInOut, share, type Storyboard, type TimedChange } from "./storyboard";

export interface Instant {
  readonly previous: BuiltScene;
  readonly next: BuiltScene;
  readonly story: Storyboard;
  readonly time: number;
}

const WAVE = 12;
const ROLL_WAY = 9;
const SUM_FONT: Font = { family: "sans", size: 11.5, weight: 640 };

export function motionParts(instant: Instant): ScenePart[] {
  return instant.story.changes.flatMap((change) => motionPart(change, instant));
}

function motionPart(change: TimedChange, { previous, next, time }: Instant): ScenePart[] {
  const turned = share(change, time);
  switch (change.kind) {
    case "crossfade":
    case "retract":
    case "extend":
    case "roll":
    case "chip":
    case "slide":
      return [];
    case "call":
      return callParts(change, time, next);
    case "pulse":
      return turned <= 0 || turned >= 1 ? [] : pulse(change, turned, next);
    case "search":
      return turned <= 0 || turned >= 1 ? [] : search(change.scope, turned, next);
    case "note":
      return turned <= 0 || turned >= 1
        ? []
        : sum(change.node, change.text, { turned, scene: previous });
    case "relabel":
      return turned <= 0 ? [] : relabel(change, time, previous);
  }
}

function badgeOf(scene: BuiltScene, id: string): Badge | undefined {
  const rect = scene.rects.get(id);
  if (rect === undefined) return undefined;
  const node = { id, state: "reachable", refcount: 0, unseen: 0, tracked: true } as const;
  return { node, corner: { x: rect.x + rect.width - 4, y: rect.y + 1 }, theme: scene.theme };
}

/** The old number leaves upwards while the new one comes from below. */
export function rollPart(
  roll: Extract<TimedChange, { kind: "roll" }>,
  turned: number,
  scene: BuiltScene,
): ScenePart | undefined {
  const badge = badgeOf(scene, roll.node);
  if (badge === undefined) return undefined;
  const wider = roll.before.length > roll.after.length ? roll.before : roll.after;
  const box = badgeFace(badge, wider).filter((primitive) => primitive.kind !== "text");
  const number = (text: string, offset: number, opacity: number): Primitive => ({
    ...label(text, badge.corner.x, badge.corner.y + 0.5 + offset, {
      font: BADGE_FONT,
      fill: scene.theme.text,
      align: "middle",
    }),
    opacity,
  });
  const numbers = [
    number(roll.before, -ROLL_WAY * turned, Math.max(0, 1 - 1.6 * turned)),
    number(roll.after, ROLL_WAY * (1 - turned), Math.max(0, 1.6 * turned - 0.6)),
  ];
  const bounds = grow({ ...badge.corner, width: 0, height: 0 }, 60);
  return part({
    key: `${roll.node}/badge`,
    owner: roll.node,
    layer: "card",
    bounds,
    primitives: [...box, ...numbers],
  });
}

function pulse(
  change: Extract<TimedChange, { kind: "pulse" }>,
  turned: number,
  scene: BuiltScene,
): ScenePart[] {
  const track = change.edges.flatMap((edge) => scene.routes.get(edge)?.route.track ?? []);
  const moving = Math.min(turned / 0.8, 1);
  const parts =
    track.length < 2
      ? []
      : [wave(pointAlong(track, easeInOut(moving)), 1 - Math.max(0, turned - 0.8) / 0.2, scene)];
  const rect = scene.rects.get(change.arrives);
  if (rect === undefined || turned < 0.7) return parts;
  const glow = Math.sin(((turned - 0.7) / 0.3) * Math.PI);
  const ring: Primitive = {
    kind: "rect",
    ...grow(rect, 5),
    radius: 15,
    stroke: { color: scene.theme.accent, width: 4 },
    opacity: 0.45 * glow,
  };
  return [...parts, motion("pulse-ring", grow(rect, 12), [ring])];
}

/** From the names to the border of their box, and no further. */
function search(scope: string, turned: number, scene: BuiltScene): ScenePart[] {
  const box = scene.parts.find((one) => one.key === `${scope}/box`)?.bounds;
  if (box === undefined) return [];
  const from = centreOf(box);
  const at = { x: from.x + (box.width / 2) * easeInOut(Math.min(turned * 1.4, 1)), y: from.y };
  return [wave(at, 1 - turned, scene)];
}

function wave(at: Point, strength: number, scene: BuiltScene): ScenePart {
  const disc = (radius: number, opacity: number): Primitive => ({
    kind: "rect",
    x: at.x - radius,
    y: at.y - radius,
    width: 2 * radius,
    height: 2 * radius,
    radius,
    fill: scene.theme.accent,
    opacity: opacity * strength,
  });
  const bounds = grow({ ...at, width: 0, height: 0 }, WAVE + 2);
  return motion("pulse", bounds, [
    disc(WAVE, 0.14),
    disc(WAVE * 0.66, 0.24),
    disc(WAVE * 0.34, 0.7),
  ]);
}

function sum(
  node: string,
  text: string,
  { turned, scene }: { turned: number; scene: BuiltScene },
): ScenePart[] {
  const badge = badgeOf(scene, node);
  if (badge === undefined) return [];
  const shown = Math.min(1, turned * 5, (1 - turned) * 5);
  const y = badge.corner.y - 24;
  const words = label(text, badge.corner.x, y, {
    font: SUM_FONT,
    fill: scene.theme.alarmText,
    align: "middle",
  });
  const rect: Rect = { x: badge.corner.x - 38, y: y - 10, width: 76, height: 20 };
  const plate: Primitive = {
    kind: "rect",
    ...rect,
    radius: 10,
    fill: scene.theme.canvas,
    stroke: { color: scene.theme.alarm, width: 1.2 },
  };
  return [{ ...motion(`${node}/sum`, around([rect], 2), [plate, words]), opacity: shown }];
}

/** Stands beneath the badge, so it is drawn with the card and not on top of everything. */
export function finalizerChip(
  change: Extract<TimedChange, { kind: "chip" }>,
  time: number,
  scene: BuiltScene,
): ScenePart[] {
  const badge = badgeOf(scene, change.node);
  const opacity = Math.min(easeInOut(share(change, time)), 1 - easeInOut(share(change.gone, time)));
  return badge === undefined || opacity <= 0
    ? []
    : [{ ...chipPart(badge, change.text, "finalizer"), opacity }];
}

function relabel(
  change: Extract<TimedChange, { kind: "relabel" }>,
  time: number,
  scene: BuiltScene,
): ScenePart[] {
  const old = scene.parts.find((one) => one.key === `${change.cycle}/label`);
  if (old === undefined) return [];
  const opacity = Math.min(
    easeInOut(share({ from: change.from, to: change.from + 140 }, time)),
    1 - easeInOut(share({ from: change.to, to: change.to + 160 }, time)),
  );
  if (opacity <= 0) return [];
  const passing = hullLabelPart(
    { id: change.cycle, state: "unreachable" },
    change.text,
    centreOf(old.bounds),
    scene.theme,
  );
  return [{ ...passing, layer: "motion", opacity }];
}

function motion(key: string, bounds: Rect, primitives: readonly Primitive[]): ScenePart {
  return part({ key: `motion/${key}`, owner: "motion", layer: "motion", bounds, primitives });
}
