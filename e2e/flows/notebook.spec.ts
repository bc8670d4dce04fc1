/** Journey E: the class notebook. Cells run in one program, and steps, graph and time travel go across them. */
import path from "node:path";
import type { Locator, Page } from "@playwright/test";
import { expectAccessible } from "../support/axe-check";
import { AppScreen } from "../support/app-screen";
import { expect, test } from "../support/launch-app";

const seed = path.resolve("assets/examples/memory_management.ipynb");

const cell = (page: Page, name: string): Locator =>
  page.locator(`[data-testid=cell][data-cell="${name}"]`);

async function runCell(page: Page, name: string): Promise<void> {
  await cell(page, name)
    .getByRole("button", { name: `Run ${name}` })
    .click();
  await expect(cell(page, name).getByTestId("cell-state")).toContainText("done");
}

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

test("E4, E5 the cell run to its last line and then run again leaves two pairs, and the collector frees both", async ({
  app,
  page,
}) => {
  const screen = new AppScreen(app, page);
  await screen.open(seed);
  await screen.ready(/paused-at-end/);
  await runCell(page, "In[12]");
  await runCell(page, "In[13]");
  const cycle = cell(page, "In[19]");
  await cycle.scrollIntoViewIfNeeded();
  // Everything but the last line, as somebody does who stops to look.
  await cycle.locator(".cm-lineNumbers .cm-gutterElement", { hasText: /^24$/ }).dblclick();
  await screen.ready(/paused-at-line/);
  await expect(page.getByTestId("status")).toContainText("Paused before line 24 of In[19]");
  await runCell(page, "In[19]");
  await expect(cycle.getByTestId("cell-state")).toContainText("run 2, done");
  const printed = "Object obj1 deleted\nObject obj2 deleted\n";
  await expect(cycle.getByTestId("cell-output")).toContainText(printed + printed);

  await expect(page.getByTestId("status")).toContainText("off (In[13], line 1)");
  const after = await screen.state();
  const before = await screen.goToStep(after.steps - 1);
  const waiting = before.nodes.filter(({ state }) => state === "unreachable");
  expect(waiting.map(({ key }) => key).toSorted()).toEqual([
    "MyObject",
    "obj1",
    "obj1#2",
    "obj2",
    "obj2#2",
  ]);
  const named = await screen.goToStep(after.steps - 5);
  expect(named.banner).toContain("Two pairs named obj1 and obj2.");
  expect(named.banner).toContain("because the collector is off");
});

test("E9 commands of notebook programs are named and skipped, a failed cell says where, and Run again forgets", async ({
  app,
  page,
}) => {
  const screen = new AppScreen(app, page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await screen.drop(path.resolve("e2e/scripts/cut_off.ipynb"));
  await expect(page.getByTestId("toast")).toContainText("it is not valid JSON");
  await screen.drop(path.resolve("e2e/scripts/with_commands.ipynb"));
  await screen.ready(/paused-at-end/);
  await expect(page.getByTestId("cell-broken")).toContainText("Cell 4 of the file is damaged");
  await page.getByRole("button", { name: "Run all" }).click();
  await expect(cell(page, "In[3]").getByTestId("cell-failure")).toHaveText(
    "NameError: name 'missing' is not defined (line 2)",
  );
  await expect(cell(page, "In[3]").locator(".line-failed")).toHaveText("missing");
  await expect(cell(page, "In[1]").getByTestId("error-notebook-magic")).toContainText(
    "%matplotlib (line 1)",
  );
  await expect(cell(page, "In[2]").getByTestId("cell-output")).toHaveText("3\n");
  await expect(cell(page, "In[5]").getByTestId("cell-state")).toHaveCount(0);
  expect((await screen.state()).steps).toBeGreaterThan(3);
  // A step begins the chosen cell.
  await cell(page, "In[1]").locator(".cm-content").click();
  await screen.press("F10");
  await expect(page.getByTestId("status")).toContainText("Paused before line 2 of In[1] run 2");
  await screen.press("Control+Shift+F5");
  await expect(page.getByTestId("notebook")).toContainText("Not run here yet");
  expect((await screen.ready(/paused-at-end/)).steps).toBe(0);
});
