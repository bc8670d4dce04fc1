/** Journey E: the class notebook. Cells run in one program, and steps, graph and time travel go across them. */
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "../support/axe-check";
import { AppScreen } from "../support/app-screen";
import { expect, test } from "../support/launch-app";

const seed = path.resolve("assets/examples/memory_management.ipynb");

const cell = (page: Page, name: string): Locator =>
  page.locator(`[data-testid=cell][data-cell="${name}"]`);

test("E1, E2, B11 the class notebook opens with its text and saved outputs, and its first cells count references", async ({
  app,
  page,
}) => {
  const screen = new AppScreen(app, page);
  await screen.open(seed);
  await screen.ready(/paused-at-end/);
  await expect(page.getByTestId("cell")).toHaveCount(12);
  await expect(page.getByTestId("notebook")).toContainText("Not run here yet");
  await expect(page.getByTestId("notebook").getByRole("heading", { level: 4 }).first()).toHaveText(
    "Reference Counting",
  );
  await expect(cell(page, "In[14]").getByTestId("cell-saved")).toContainText("967");

  await expectAccessible(page, "a notebook");

  await cell(page, "Cell 1").scrollIntoViewIfNeeded();
  await cell(page, "Cell 1").locator(".cm-content").click();
  await screen.press("Shift+Enter");
  await screen.settledAt(3);
  await expect(cell(page, "Cell 1").getByTestId("cell-output")).toHaveText("2\n");
  await expect(cell(page, "In[10]").locator(".cm-content")).toBeFocused();
  const first = await screen.state();
  expect(first.names.map(({ name }) => name)).toEqual(["a"]);
  expect(first.banner).toContain("2 = 1 name + 1 argument.");
  await screen.press("Shift+Enter");
  await screen.settledAt(5);
  const second = await screen.state();
  expect(second.names.map(({ name, target }) => [name, target])).toEqual([
    ["a", "a"],
    ["b", "a"],
  ]);
  await screen.press("Shift+Enter");
  await screen.settledAt(7);
  await expect(screen.output()).toContainText("2");
  expect((await screen.state()).names.map(({ name }) => name)).toEqual(["a"]);

  // And back across the cells.
  expect((await screen.goToStep(2)).names.map(({ name }) => name)).toEqual(["a"]);
  await expectAccessible(page, "a notebook that has run");
});
