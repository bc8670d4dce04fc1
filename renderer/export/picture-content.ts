/** What a picture is made of besides its settings: plain data, from the window or gathered without one. */
import type { StepSummary } from "../../electron/contract/session-events";
import type { NodeId } from "../../electron/contract/subgraph-view";
import type { Rect } from "../graph/geometry";
import type { PlacedGraph, StillView } from "../graph/still-scene";

export interface PictureStep extends StillView {
  readonly step: StepSummary;
}

export interface PictureContent {
  readonly graph: PlacedGraph;
  /** File name of the script. */
  readonly script: string;
  /** `3.11.7`; undefined when it is not known. */
  readonly python: string | undefined;
  /** What "of 9" means. */
  readonly lastStep: number;
  /** One; of a filmstrip or an animation all of it, in order. Never empty. */
  readonly steps: readonly PictureStep[];
  /** Part of the plane that the window shows, and how large; undefined where there is no window. */
  readonly seen?: { readonly area: Rect; readonly zoom: number };
  readonly selection: readonly NodeId[];
  /** What nobody may miss, whatever is included: the picture is not of what is. Empty: it is. */
  readonly warning: string;
}
