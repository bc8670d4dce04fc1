/** Why a saved recording cannot be shown, or not all of it, in plain words. Part of `failure-text.ts`. */
import { assertNever } from "../../electron/contract/assert-never";
import type { Failure } from "../../electron/contract/failure";
import type { SessionEvent } from "../../electron/contract/session-events";
import type { Notice } from "./notice";

type RecordingFailure = Extract<
  Failure,
  { readonly kind: "not-a-recording" | "recording-newer" | "recording-damaged" }
>;

/** `name`: of the file. */
export function recordingText(failure: RecordingFailure, name: string): Notice {
  switch (failure.kind) {
    case "not-a-recording":
      return {
        key: "not-a-recording",
        title: `${name} is not a recording.`,
        body: "It has the name of one, but something else is in it.",
        actions: [{ kind: "open" }, { kind: "close" }],
      };
    case "recording-newer":
      return {
        key: "recording-newer",
        title: `${name} was made by a newer version of this app.`,
        body: "Update Ouroscope to open it; the file stays as it is.",
        actions: [{ kind: "open" }, { kind: "close" }],
      };
    case "recording-damaged":
      return recordingDamaged(failure, name);
    default:
      return assertNever(failure, "failure");
  }
}

function recordingDamaged(
  { path, lastStep }: Extract<RecordingFailure, { readonly kind: "recording-damaged" }>,
  name: string,
): Notice {
  const key = "recording-damaged";
  if (lastStep === undefined)
    return {
      key,
      title: "This recording is damaged.",
      body: `Nothing of ${name} can be read. The file stays as it is.`,
      actions: [{ kind: "open" }, { kind: "close" }],
    };
  return {
    key,
    title: `This recording is damaged after step ${lastStep.toLocaleString("en-US")}.`,
    body:
      lastStep === 0
        ? "Only the state before the first line was read."
        : `Steps 0 to ${lastStep.toLocaleString("en-US")} were read.`,
    actions: [{ kind: "open-readable-part", path }, { kind: "close" }],
  };
}

/** A recording nobody saved, from an earlier start. */
export function unsavedText({
  path,
  script,
  when,
}: Extract<SessionEvent, { kind: "unsaved-found" }>): Notice {
  const date = new Date(when);
  const day = date.toLocaleDateString("en-GB", { day: "numeric", month: "short" });
  const time = date.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  return {
    key: "unsaved-recording",
    calm: true,
    title: `The recording of ${script} was not saved.`,
    body: `It is from ${day}, ${time}, and was kept.`,
    actions: [{ kind: "open-unsaved", path }, { kind: "discard-unsaved" }],
  };
}
