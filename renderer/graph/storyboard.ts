/** An animation as data: what changes when, what is said when. The player only plays it; the same storyboard could make a film. */
import type { NodeId } from "../../electron/contract/subgraph-view";
import type { Point } from "./geometry";

/** Milliseconds from the key press at normal speed. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export type TimedChange = Span & Motion;

export type Motion =
  /** Parts of the scene fade from how they were to how they will be. */
  | { readonly kind: "crossfade"; readonly keys: readonly string[] }
  /** The line of an edge shrinks back to where it starts. */
  | { readonly kind: "retract"; readonly edge: string }
  | { readonly kind: "extend"; readonly edge: string }
  | {
      readonly kind: "roll";
      readonly node: NodeId;
      readonly before: string;
      readonly after: string;
    }
  /** A soft wave along edges, in order: what keeps the last object alive. */
  | { readonly kind: "pulse"; readonly edges: readonly string[]; readonly arrives: NodeId }
  /** The same wave, finding no way out of the box of names. */
  | { readonly kind: "search"; readonly scope: string }
  | { readonly kind: "note"; readonly node: NodeId; readonly text: string }
  | { readonly kind: "chip"; readonly node: NodeId; readonly text: string; readonly gone: Span }
  | { readonly kind: "relabel"; readonly cycle: string; readonly text: string }
  /** Its parts come from `by` away. */
  | { readonly kind: "slide"; readonly owner: string; readonly by: Point }
  /** The box of a running call and the line from it to its argument. */
  | {
      readonly kind: "call";
      readonly call: string;
      readonly text: string;
      readonly argument: NodeId;
      readonly label: string;
      readonly appears: Span;
      readonly reaches: Span;
      readonly leaves: Span;
    };

export interface Announcement {
  readonly at: number;
  readonly text: string;
  /** Left out for who wants to hear less: counts and calls. */
  readonly minor?: true;
}

export interface Storyboard {
  readonly duration: number;
  readonly changes: readonly TimedChange[];
  /** For everything that differs and is not mentioned. */
  readonly rest: Span;
  readonly announcements: readonly Announcement[];
}

/** The whole picture at once: for going back, for jumps, and when motion is unwanted. */
export function crossfade(duration: number, announcements: readonly Announcement[]): Storyboard {
  return { duration, changes: [], rest: { from: 0, to: duration }, announcements };
}

export function share(span: Span, time: number): number {
  if (span.to <= span.from) return time >= span.to ? 1 : 0;
  return Math.min(Math.max((time - span.from) / (span.to - span.from), 0), 1);
}

/** cubic-bezier(.4, 0, .2, 1): its x is 1.2 t (1 - t)^2 + 0.6 t^2 (1 - t) + t^3, its y is 3 t^2 (1 - t) + t^3. */
export function easeInOut(x: number): number {
  if (x <= 0 || x >= 1) return Math.min(Math.max(x, 0), 1);
  let [low, high] = [0, 1];
  for (let halving = 0; halving < 20; halving += 1) {
    const t = (low + high) / 2;
    if (1.2 * t * (1 - t) ** 2 + 0.6 * t * t * (1 - t) + t ** 3 < x) low = t;
    else high = t;
  }
  const t = (low + high) / 2;
  return 3 * t * t * (1 - t) + t ** 3;
}

export function easeIn(x: number): number {
  return x * x;
}
