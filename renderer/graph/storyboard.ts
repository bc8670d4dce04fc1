/** An animation as data: what changes when, what is said when. The player only plays it; the same storyboard could make a film. */
import type { NodeId } from "../../electron/contract/subgraph-view";

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
  | { readonly kind: "relabel"; readonly cycle: string; readonly text: string };

export interface Announcement {
  readonly at: number;
  readonly text: string;
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

export function easeInOut(x: number): number {
  return x * x * (3 - 2 * x);
}

export function easeIn(x: number): number {
  return x * x;
}
