/** Which steps of a recording are wanted: `last`, `all`, `6` or `6..9`; read before the recording is there, applied after. */
import type { StepSummary } from "../contract/session-events";

export type StepChoice =
  | { readonly kind: "last" }
  | { readonly kind: "all" }
  | { readonly kind: "range"; readonly from: number; readonly to: number };

/** A sentence when it cannot be read. A film without a word about steps is of all of them. */
export function readStepChoice(text: string | undefined, isFilm: boolean): StepChoice | string {
  if (text === undefined) return isFilm ? { kind: "all" } : { kind: "last" };
  if (text === "last" || text === "all") return { kind: text };
  const range = /^(\d{1,9})(?:\.\.(\d{1,9}))?$/.exec(text);
  if (range === null)
    return `"--steps" is last, all, a step such as 8, or a range such as 6..9, not "${text}".`;
  const from = Number(range[1]);
  const to = range[2] === undefined ? from : Number(range[2]);
  return from <= to ? { kind: "range", from, to } : `"--steps ${text}" ends before it begins.`;
}

/** Only lines of the module itself are steps; a sentence when some are not in the recording. Never empty. */
export function chosenSteps(
  steps: readonly StepSummary[],
  choice: StepChoice,
): readonly StepSummary[] | string {
  const outer = steps.filter(({ inner }) => inner === 0);
  const last = outer.at(-1);
  if (last === undefined) return "Nothing was recorded: no line of the script ran.";
  switch (choice.kind) {
    case "last":
      return [last];
    case "all":
      return outer;
    case "range": {
      const { from, to } = choice;
      if (to > last.step)
        return `The recording has the steps 0 to ${last.step}: there is no step ${to} in it.`;
      return outer.filter(({ step }) => step >= from && step <= to);
    }
  }
}
