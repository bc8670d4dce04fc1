/** What the command line and the hidden window that draws for it say to each other. Plain JSON over the channel between two processes. */
import { type ExportSettings, exportSettingsOf } from "./export-settings";
import type { EntryIndex } from "./ids";
import type { CollectionSummary } from "./object-detail";
import type { StepSummary } from "./session-events";
import type { SubgraphView, UnionGraph } from "./subgraph-view";

/** The word on the command line of a process that is to draw and nothing else. */
export const PICTURE_WINDOW = "--picture-window";

/** What pictures say about the recording besides its graph. */
export interface PictureRecording {
  /** File name of the script. */
  readonly script: string;
  /** `3.11.7`. */
  readonly python: string;
  readonly steps: readonly StepSummary[];
  readonly collections: readonly CollectionSummary[];
}

export interface PictureJob {
  readonly settings: ExportSettings;
  /** Which one is drawn, where the settings name none. */
  readonly entry: EntryIndex;
}

export type PictureQuestion =
  | { readonly kind: "recording" }
  | { readonly kind: "union" }
  | { readonly kind: "view"; readonly entry: EntryIndex };

export interface PictureAnswers {
  readonly recording: PictureRecording;
  readonly union: UnionGraph;
  readonly view: SubgraphView;
}

export type ToPictureWindow =
  | { readonly kind: "draw"; readonly job: PictureJob }
  | {
      readonly kind: "answer";
      readonly id: number;
      readonly value: PictureAnswers[PictureQuestion["kind"]];
    };

export type FromPictureWindow =
  /** The page listens. */
  | { readonly kind: "ready" }
  | { readonly kind: "ask"; readonly id: number; readonly question: PictureQuestion }
  | { readonly kind: "progress"; readonly progress: PictureProgress }
  /** The whole file. */
  | { readonly kind: "drawn"; readonly base64: string }
  | { readonly kind: "failed"; readonly reason: string };

export interface PictureProgress {
  /** Frames. */
  readonly done: number;
  readonly of: number;
}

/** Undefined for anything else. */
export function pictureJobOf(value: unknown): PictureJob | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const settings = "settings" in value ? exportSettingsOf(value.settings) : undefined;
  const entry = "entry" in value ? value.entry : undefined;
  return settings === undefined || !isEntry(entry) ? undefined : { settings, entry };
}

export function pictureQuestionOf(value: unknown): PictureQuestion | undefined {
  if (typeof value !== "object" || value === null || !("kind" in value)) return undefined;
  switch (value.kind) {
    case "recording":
    case "union":
      return { kind: value.kind };
    case "view":
      return "entry" in value && isEntry(value.entry)
        ? { kind: "view", entry: value.entry }
        : undefined;
    default:
      return undefined;
  }
}

function isEntry(value: unknown): value is EntryIndex {
  return typeof value === "number" && Number.isInteger(value) && value >= 0;
}
