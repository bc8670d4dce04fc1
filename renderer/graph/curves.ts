/** Lines, arcs, curves and rounded corners as SVG path data together with points along them. */
import { between, distance, type Point } from "./geometry";

export interface Curve {
  readonly d: string;
  /** Points along it, close enough to be drawn as it: for labels, hit tests, retraction and the pulse. */
  readonly track: readonly Point[];
  /** Direction at the end, in radians. */
  readonly angle: number;
}

const SAMPLES = 24;

export function line(from: Point, to: Point): Curve {
  return { d: `M${at(from)} L${at(to)}`, track: [from, to], angle: angleOf(from, to) };
}

export function quadratic(from: Point, control: Point, to: Point): Curve {
  // One point for each sample and nothing else: there are thousands of curves.
  const track = sample((t) => {
    const a = (1 - t) * (1 - t);
    const b = 2 * t * (1 - t);
    const c = t * t;
    return { x: a * from.x + b * control.x + c * to.x, y: a * from.y + b * control.y + c * to.y };
  });
  return { d: `M${at(from)} Q${at(control)} ${at(to)}`, track, angle: angleOf(control, to) };
}

// oxlint-disable-next-line max-params -- a cubic curve has four points
export function cubic(from: Point, first: Point, second: Point, to: Point): Curve {
  const track = sample((t) => {
    const u = 1 - t;
    const a = u * u * u;
    const b = 3 * t * u * u;
    const c = 3 * t * t * u;
    const d = t * t * t;
    return {
      x: a * from.x + b * first.x + c * second.x + d * to.x,
      y: a * from.y + b * first.y + c * second.y + d * to.y,
    };
  });
  return {
    d: `M${at(from)} C${at(first)} ${at(second)} ${at(to)}`,
    track,
    angle: angleOf(second, to),
  };
}

/** Straight stretches with rounded corners. */
export function corners(points: readonly Point[], radius: number): Curve {
  const first = points[0] ?? { x: 0, y: 0 };
  let d = `M${at(first)}`;
  const track: Point[] = [first];
  points.slice(1).forEach((point, index) => {
    const before = points[index] ?? point;
    const after = points[index + 2];
    if (after === undefined) {
      d += ` L${at(point)}`;
      track.push(point);
      return;
    }
    const room = Math.min(radius, distance(before, point) / 2, distance(point, after) / 2);
    const enter = between(point, before, room / Math.max(distance(before, point), 1));
    const leave = between(point, after, room / Math.max(distance(point, after), 1));
    d += ` L${at(enter)} Q${at(point)} ${at(leave)}`;
    track.push(enter, between(between(enter, point, 0.5), between(point, leave, 0.5), 0.5), leave);
  });
  return { d, track, angle: angleOf(points.at(-2) ?? first, points.at(-1) ?? first) };
}

/** The first `share` of a track, by length. */
export function startOf(track: readonly Point[], share: number): Point[] {
  let left = lengthOf(track) * Math.min(Math.max(share, 0), 1);
  const kept = track.slice(0, 1);
  for (let index = 1; index < track.length; index += 1) {
    const from = track[index - 1];
    const to = track[index];
    if (from === undefined || to === undefined) break;
    const step = distance(from, to);
    if (step >= left) {
      kept.push(between(from, to, step === 0 ? 0 : left / step));
      break;
    }
    kept.push(to);
    left -= step;
  }
  return kept;
}

export function pointAlong(track: readonly Point[], share: number): Point {
  let left = lengthOf(track) * Math.min(Math.max(share, 0), 1);
  let before = track[0] ?? { x: 0, y: 0 };
  for (const point of track) {
    const step = distance(before, point);
    if (step >= left) return between(before, point, step === 0 ? 0 : left / step);
    left -= step;
    before = point;
  }
  return before;
}

export function lengthOf(track: readonly Point[]): number {
  let length = 0;
  track.forEach((point, index) => {
    const before = track[index - 1];
    if (before !== undefined) length += distance(before, point);
  });
  return length;
}

export function polyline(track: readonly Point[]): string {
  return track.map((point, index) => `${index === 0 ? "M" : "L"}${at(point)}`).join(" ");
}

export function angleOf(from: Point, to: Point): number {
  return Math.atan2(to.y - from.y, to.x - from.x);
}

export function backwards(tip: Point, angle: number, by: number): Point {
  return { x: tip.x - Math.cos(angle) * by, y: tip.y - Math.sin(angle) * by };
}

export function at(point: Point): string {
  return `${round(point.x)} ${round(point.y)}`;
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function sample(point: (t: number) => Point): Point[] {
  return Array.from({ length: SAMPLES + 1 }, (_, index) => point(index / SAMPLES));
}
