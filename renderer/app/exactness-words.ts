/** What of a run is a prediction, in a few words for the status bar and a sentence for its tooltip. */
import { assertNever } from "../../electron/contract/assert-never";
import type { Inexactness } from "../../electron/contract/agent-message";
import type { Exactness } from "../../electron/contract/session-events";

export interface ExactnessWords {
  readonly short: string;
  readonly long: string;
}

/** `version` of the interpreter, as `3.14.2`. One for each reason, the gravest first. */
export function exactnessWords(exactness: Exactness, version: string): readonly ExactnessWords[] {
  const { inexact, otherTracer } = exactness;
  // Both say the same to a person: the moment of automatic collections.
  const reasons = inexact.includes("counts")
    ? inexact.filter((one) => one !== "free-lists")
    : inexact;
  return [
    ...(otherTracer ? [tracerWords] : []),
    ...reasons.map((reason) => wordsOf(reason, version)),
  ];
}

const tracerWords: ExactnessWords = {
  short: "A debugger is attached",
  long: "Another debugger or tracer runs in this program. It holds references of its own and may move collections, so counts and moments can differ from a run without it.",
};

function wordsOf(reason: Inexactness, version: string): ExactnessWords {
  switch (reason) {
    case "free-threaded":
      return {
        short: "Prediction only: free-threaded Python",
        long: "This Python runs without the global lock: it counts references in several places and its collector visits objects in another order. Refcounts and what a collection will find are predictions.",
      };
    case "incremental":
      return {
        short: `Python ${version} collects in small steps: automatic collections are predictions`,
        long: "Automatic collections of this version look at a part of the heap at a time, and which part cannot be seen from outside. What gc.collect() finds is exact.",
      };
    case "counts":
    case "free-lists":
      return {
        short: "Automatic collections may come at another moment",
        long: "In this Python the recording cannot undo its own part in the collector's counts: an automatic collection may come a few objects earlier or later than without it. What each one finds is exact.",
      };
    default:
      return assertNever(reason, "inexactness");
  }
}
