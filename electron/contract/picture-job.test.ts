import { expect, test } from "vitest";
import { FIRST_SETTINGS } from "./export-settings";
import { pictureJobOf, pictureQuestionOf } from "./picture-job";

test("a job is settings and an entry, and nothing else passes for one", () => {
  const job = { settings: FIRST_SETTINGS, entry: 8 };
  expect(pictureJobOf({ ...job, more: 1 })).toEqual(job);
  for (const wrong of [
    undefined,
    "draw",
    { settings: FIRST_SETTINGS },
    { ...job, entry: -1 },
    { ...job, entry: 1.5 },
    { ...job, settings: { ...FIRST_SETTINGS, format: "exe" } },
  ])
    expect(pictureJobOf(wrong)).toBeUndefined();
});

test("the hidden page can ask for the recording, the union and the view of an entry", () => {
  expect(pictureQuestionOf({ kind: "union", path: "/etc" })).toEqual({ kind: "union" });
  expect(pictureQuestionOf({ kind: "view", entry: 3 })).toEqual({ kind: "view", entry: 3 });
  for (const wrong of [null, { kind: "view" }, { kind: "run" }, { kind: "view", entry: "3" }])
    expect(pictureQuestionOf(wrong)).toBeUndefined();
});
