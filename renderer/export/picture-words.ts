/** The words beside a picture: heading, caption, title and description. */
import type { ExportSettings } from "../../electron/contract/export-settings";
import { stepCode, stepLabel } from "../state/selectors";
import type { PictureContent, PictureStep } from "./picture-content";
import type { Heading } from "./picture-frame";

/** `cycle.py, step 8 of 9: del obj2, Python 3.11.7`; of several, `cycle.py, steps 6 to 9 of 9, Python 3.11.7`. */
export function captionOf({ script, python, lastStep, steps }: PictureContent): string {
  const [first, last] = [steps.at(0), steps.at(-1)];
  const by = python === undefined ? "" : `, Python ${python}`;
  if (first === undefined || last === undefined) return `${script}${by}`;
  if (first === last)
    return `${script}, step ${stepLabel(first.step)} of ${lastStep}: ${stepCode(first.step)}${by}`;
  return `${script}, steps ${first.step.step} to ${last.step.step} of ${lastStep}${by}`;
}

/** What stands below: the warning always, the caption when it is wanted. */
export function wordsBelow(settings: ExportSettings, content: PictureContent): string {
  const caption = settings.include.caption ? captionOf(content) : "";
  return [content.warning, caption].filter((words) => words !== "").join(" ");
}

/** Undefined when neither part of it is wanted. */
export function headingOf(settings: ExportSettings, { step }: PictureStep): Heading | undefined {
  const { stepNumber, codeLine } = settings.include;
  if (!stepNumber && !codeLine) return undefined;
  return {
    step: stepNumber ? `Step ${stepLabel(step)}` : "",
    code: codeLine ? stepCode(step) : "",
  };
}

/** For who cannot see the picture. */
export function descriptionOf({ warning, steps }: PictureContent): string {
  const sentences = steps.map(({ step, view }) => {
    const alive = view.nodes.filter(({ state }) => state !== "freed").length;
    const unreachable = view.nodes.filter(({ state }) => state === "unreachable").length;
    const cycles = view.cycles.map(({ label }) => `${label}.`).join(" ");
    const drawn = `Step ${stepLabel(step)}: ${counted(alive, "object")} drawn, ${unreachable} unreachable, ${counted(view.edges.length, "reference")}.`;
    return cycles === "" ? drawn : `${drawn} ${cycles}`;
  });
  return [warning, ...sentences].filter((words) => words !== "").join(" ");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
