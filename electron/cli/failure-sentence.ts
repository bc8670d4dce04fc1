/** A failure as a sentence for the terminal. */
import { assertNever } from "../contract/assert-never";
import type { Failure } from "../contract/failure";

export function failureSentence(failure: Failure): string {
  switch (failure.kind) {
    case "no-python":
      return "No Python found. Ouroscope runs your script with your own CPython 3.9 to 3.15; name one with --python.";
    case "python-too-old":
      return `Python ${failure.version} (${failure.path}) is too old. Version 3.9 or newer is needed.`;
    case "python-not-runnable":
      return `${failure.path} cannot be used as Python: ${failure.reason}`;
    case "file-unreadable":
      return `${failure.path} cannot be read: ${failure.reason}`;
    case "notebook-unreadable":
      return `${failure.path} cannot be opened as a notebook: ${failure.reason}.`;
    case "unsupported-file":
      return `${failure.path} is not a Python script.`;
    case "agent-silent":
      return `The program could not be observed. ${failure.detail}`;
    case "wire-damaged":
      return `The connection to the program was damaged: ${failure.detail}`;
    case "lesson-damaged":
      return `${failure.path}, line ${failure.line}: ${failure.reason}`;
    case "save-failed":
      return `${failure.path} could not be saved: ${failure.reason}`;
    case "not-a-recording":
      return `${failure.path} is not a recording of Ouroscope.`;
    case "recording-newer":
      return `${failure.path} was made by a newer version of Ouroscope (format ${failure.version}). Update Ouroscope to open it.`;
    case "recording-damaged":
      return failure.lastStep === undefined
        ? `${failure.path} is damaged, and nothing of it can be read.`
        : `${failure.path} is damaged after step ${failure.lastStep}.`;
    case "settings-damaged":
      return `The settings could not be read; they are kept as ${failure.path}.`;
    default:
      return assertNever(failure, "failure");
  }
}
