/** Any picture that stands still: of the graph, or the timeline of its whole recording. */
import type { ExportSettings } from "../../electron/contract/export-settings";
import { composePicture, type Picture } from "./compose-picture";
import { composeTimeline } from "./compose-timeline";
import type { PictureContent } from "./picture-content";
import type { TimelineContent } from "./timeline-drawing";

/** Of a film: its first step. */
export function composeStill(
  settings: ExportSettings,
  content: PictureContent,
  recording: TimelineContent,
): Picture {
  const { script, python } = content;
  return settings.subject.kind === "timeline"
    ? composeTimeline(settings, { ...recording, script, python })
    : composePicture(settings, content);
}
