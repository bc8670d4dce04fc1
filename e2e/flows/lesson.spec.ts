/** A lesson beside the graph: its pages lead through the recording, its questions are answered by this very run. */
import fs from "node:fs";
import path from "node:path";
import { expectAccessible } from "../support/axe-check";
import { AppScreen } from "../support/app-screen";
import { expect, test } from "../support/launch-app";

test("a lesson leads through the steps by keyboard, and the run itself answers its question", async ({
  app,
  page,
}) => {
  const screen = new AppScreen(app, page);
  await page.locator('[data-example="classic-cycle"]').click();
  await screen.ready();
  const lesson = page.getByTestId("insp-lesson");
  await expect(page.getByRole("tab", { name: "Lesson" })).toHaveAttribute("aria-selected", "true");
  await expect(lesson.getByRole("heading")).toHaveText("A cycle that outlives its names");
  await lesson.getByRole("button", { name: "Start" }).click();
  await screen.settledAt(3);
  for (const step of [6, 7, 8]) {
    await screen.press("Alt+PageDown");
    await screen.settledAt(step);
  }
  await expect(lesson.getByRole("heading")).toHaveText("No name at all");
  await expectAccessible(page, "a lesson with a question");

  const python = await page.locator(".python-button").innerText();
  const returned = /3\.(9|10)\./.test(python) ? 4 : 2;
  const field = lesson.getByRole("textbox");
  await field.fill("5");
  await field.press("Enter");
  await expect(lesson.getByRole("status")).toContainText(`It is ${returned} in this run`);
  await field.fill(String(returned));
  await field.press("Enter");
  await expect(lesson.getByRole("status")).toContainText(`Right: ${returned}.`);
  await expect(lesson).toContainText("Up to Python 3.10 that is 4");

  // The person looks elsewhere, at an object and at another step, and finds back.
  await screen.goToStep(4);
  await lesson.getByRole("button", { name: "Go there" }).click();
  await screen.settledAt(8);
  await screen.press("Alt+PageUp");
  await screen.settledAt(7);
  await expect(lesson.getByRole("heading")).toHaveText("One name less");

  // A word of the text that names an object leads to it.
  await screen.press("Alt+PageUp");
  await screen.press("Alt+PageUp");
  await screen.settledAt(3);
  await lesson.getByRole("button", { name: "obj1", exact: true }).first().click();
  await expect(page.getByRole("tab", { name: "Object", exact: true })).toHaveAttribute(
    "aria-selected",
    "true",
  );
});

test("a lesson file with a mistake says where, and the script runs all the same", async ({
  app,
  page,
}, info) => {
  const screen = new AppScreen(app, page);
  const file = info.outputPath("mine.py");
  const beside = info.outputPath("mine.lesson.md");
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, "a = []\nb = a\ndel b\n");
  fs.writeFileSync(beside, "# Mine\n\n## A list\n\nat: a = ()\n");
  await screen.open(file);
  await screen.ready();
  const lesson = page.getByTestId("insp-lesson");
  await expect(lesson).toContainText("line 5 of mine.lesson.md");
  await expect(lesson).toContainText("The script has no line: a = ()");
  expect((await screen.state()).steps).toBe(3);

  fs.writeFileSync(beside, "# Mine\n\n## A list\n\nat: a = []\n");
  await screen.press("Control+Shift+F5");
  await expect(lesson.getByRole("heading")).toHaveText("Mine");
});
