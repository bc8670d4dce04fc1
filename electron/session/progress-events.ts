/** What the engine has recorded, as the window hears of it: the steps, then what they printed, then their collections. */
import { bytes } from "../contract/ids";
import type { OutputChunk, SessionEvent } from "../contract/session-events";
import type { Progress, RecordedProgress } from "./engine-protocol";
import type { LiveOutput } from "./live-output";

export function progressEvents(
  session: number,
  progress: Progress,
  output: LiveOutput,
): readonly SessionEvent[] {
  const { steps, outputEnds } = progress;
  const chunks = steps.flatMap((step, index) => {
    const end = outputEnds[index];
    return end ? output.upTo(step.entry, end) : [];
  });
  return progressOf(session, progress, chunks);
}

/** `chunks`: what the steps printed. */
export function progressOf(
  session: number,
  { steps, collections, unionVersion, ...progress }: RecordedProgress,
  chunks: readonly OutputChunk[],
): readonly SessionEvent[] {
  const recordedBytes = bytes(progress.recordedBytes);
  const recorded = { kind: "steps-recorded", session, steps, unionVersion, recordedBytes } as const;
  const written = { kind: "output-written", session, chunks } as const;
  const seen = { kind: "collections-seen", session, collections } as const;
  return [
    ...(steps.length > 0 ? [recorded] : []),
    ...(chunks.length > 0 ? [written] : []),
    ...(collections.length > 0 ? [seen] : []),
  ];
}
