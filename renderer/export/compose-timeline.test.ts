// @vitest-environment happy-dom
import { expect, test } from "vitest";
import { type ExportSettings, FIRST_SETTINGS } from "../../electron/contract/export-settings";
import { entryIndex } from "../../electron/contract/ids";
import { stepsFrom } from "../test-support/recording-samples";
import { composeTimeline } from "./compose-timeline";
import { writeSvg } from "./svg-writer";

/** Two objects from step 4 on; from step 8 on nobody can reach them; step 9 frees them. */
const counts = [0, 0, 0, 1, 2, 2, 2, 2, 2, 0];
const steps = stepsFrom("0 1 2 3 4 5 6 7 8 9").map((step, at) => ({
  ...step,
  inMemory: counts[at] ?? 0,
  reachable: at === 8 ? 0 : (counts[at] ?? 0),
}));
const source = {
  steps,
  collections: [{ entry: entryIndex(9), trigger: "explicit", freed: 2 }] as const,
  script: "cycle.py",
  python: "3.11.7",
};

function svgOf(change: Partial<ExportSettings> = {}): Document {
  const settings = { ...FIRST_SETTINGS, subject: { kind: "timeline" }, ...change } as const;
  const svg = writeSvg(composeTimeline(settings, source));
  return new DOMParser().parseFromString(svg, "image/svg+xml");
}

function textsOf(document: Document): string[] {
  return [...document.querySelectorAll("text")].map((text) => text.textContent);
}

test("the chart says what is in memory, what is reachable, what is garbage, and when the collector ran", () => {
  const document = svgOf();
  for (const id of ["in-memory", "reachable", "garbage", "collections", "steps"])
    expect(document.getElementById(`timeline-${id}`)).not.toBeNull();
  const texts = textsOf(document);
  for (const word of ["garbage", "gc", "start", "In memory", "Reachable from a name"])
    expect(texts).toContain(word);
  expect(texts).toContain("cycle.py, steps 0 to 9, Python 3.11.7");
  expect(document.querySelector("desc")?.textContent).toContain(
    "Garbage waits from step 8 to step 8.",
  );
});

test("without legend and caption only the chart is left", () => {
  const texts = textsOf(
    svgOf({ include: { legend: false, caption: false, stepNumber: false, codeLine: false } }),
  );
  expect(texts).not.toContain("In memory");
  expect(texts.join(" ")).not.toContain("cycle.py");
  expect(texts).toContain("garbage");
});

test("a recording of thousands of steps is no wider than a page", () => {
  const many = stepsFrom(Array.from({ length: 5000 }, (_, index) => index).join(" "));
  const picture = composeTimeline(
    { ...FIRST_SETTINGS, subject: { kind: "timeline" } },
    { ...source, steps: many },
  );
  expect(picture.frame.width).toBeLessThan(1500);
  expect(writeSvg(picture).length).toBeLessThan(60_000);
});
