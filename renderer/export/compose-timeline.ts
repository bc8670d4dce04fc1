/** The timeline of a recording as a picture: the chart with its words. */
import type { ExportSettings } from "../../electron/contract/export-settings";
import { themeTokens } from "../graph/theme-tokens";
import { composeDrawing, type Picture, themeOf } from "./compose-picture";
import { type TimelineContent, timelineDrawing } from "./timeline-drawing";

export interface TimelineSource extends TimelineContent {
  /** File name of the script. */
  readonly script: string;
  /** `3.11.7`; undefined when it is not known. */
  readonly python: string | undefined;
}

export function composeTimeline(settings: ExportSettings, source: TimelineSource): Picture {
  const { include } = settings;
  const drawing = timelineDrawing(source, themeTokens(themeOf(settings)), { key: include.legend });
  const caption = captionOf(source);
  return composeDrawing(settings, drawing, {
    below: include.caption ? caption : "",
    title: `Timeline of ${caption}`,
    description: descriptionOf(source),
  });
}

/** `cycle.py, steps 0 to 9, Python 3.11.7`. */
function captionOf({ script, python, steps }: TimelineSource): string {
  const last = steps.at(-1)?.step ?? 0;
  const by = python === undefined ? "" : `, Python ${python}`;
  return `${script}, steps 0 to ${last}${by}`;
}

/** For who cannot see it. */
function descriptionOf({ steps, collections }: TimelineSource): string {
  const most = steps.reduce((greatest, step) => Math.max(greatest, step.inMemory), 0);
  const waiting = steps.filter((step) => step.inMemory > step.reachable);
  const [first, last] = [waiting.at(0), waiting.at(-1)];
  const garbage =
    first === undefined || last === undefined
      ? "Nothing waits for the collector."
      : `Garbage waits from step ${first.step} to step ${last.step}.`;
  return `At most ${most} of the script's objects in memory. ${garbage} Collections: ${collections.length}.`;
}
