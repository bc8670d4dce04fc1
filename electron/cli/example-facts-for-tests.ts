/** The recording of a bundled example, asked by line of code instead of by number of step; for tests. */
import type { ReportStep } from "../contract/report";

export interface RecordedExample {
  readonly script: string;
  /** `3.11.7`. */
  readonly python: string;
  readonly steps: readonly ReportStep[];
}

export interface ExampleFacts {
  /** `3.11`. */
  readonly python: string;
  /** State after a line ran at module level, for the `nth` time, or at all: inside a function too. */
  after(code: string, nth?: number): ReportStep;
  during(code: string, nth?: number): ReportStep;
  /** Keys of all objects of a type, in the order they were made. */
  alive(step: ReportStep, type: string): readonly string[];
  /** Names and references that own one count each: `name x`, `hub.listeners`. */
  heldBy(step: ReportStep, key: string): readonly string[];
  /** By this line or by what ran in functions during it. */
  freed(step: ReportStep, by: "refcount" | "collector"): readonly string[];
  refcount(step: ReportStep, key: string): number | undefined;
  state(step: ReportStep, key: string): "reachable" | "unreachable" | undefined;
  /** What the collection of a step returned; none: undefined. */
  returned(step: ReportStep): number | undefined;
}

export function factsOf(recording: RecordedExample): ExampleFacts {
  const pick = (code: string, nth: number, isIt: (step: ReportStep) => boolean): ReportStep => {
    const step = recording.steps.filter((one) => one.code === code && isIt(one))[nth - 1];
    if (step === undefined) throw new Error(`${recording.script}: no step ${nth} of: ${code}`);
    return step;
  };
  const objectOf = (step: ReportStep, key: string) =>
    step.objects.find((object) => object.key === key);
  return {
    python: recording.python.split(".").slice(0, 2).join("."),
    after: (code, nth = 1) => pick(code, nth, ({ inner }) => inner === 0),
    during: (code, nth = 1) => pick(code, nth, ({ inner }) => inner > 0),
    alive: (step, type) =>
      step.objects.filter((object) => object.type === type).map(({ key }) => key),
    heldBy: (step, key) => [
      ...step.names.filter(({ object }) => object === key).map(({ name }) => `name ${name}`),
      ...step.references
        .filter(({ to, label }) => to === key && !label.startsWith("weak"))
        .map(
          ({ from, label }) =>
            `${from}${label.startsWith(".") || label.startsWith("[") ? "" : " "}${label}`,
        ),
    ],
    freed: (step, by) =>
      recording.steps
        .filter((one) => one.step === step.step && one.inner <= (step.inner || Infinity))
        .flatMap((one) => one.freed.filter((object) => object.by === by))
        .map(({ key }) => key),
    refcount: (step, key) => objectOf(step, key)?.refcount,
    state: (step, key) => objectOf(step, key)?.state,
    returned: (step) => step.collections.find(({ trigger }) => trigger === "explicit")?.collected,
  };
}
