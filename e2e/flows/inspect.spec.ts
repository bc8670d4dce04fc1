/** The inspector: why something is alive, references, cycles, types, and what would be if references were cut. */
import path from "node:path";
import { AppScreen } from "../support/app-screen";
import { expect, test } from "../support/launch-app";

const script = (name: string): string => path.join(import.meta.dirname, "../scripts", name);

test("an object says why it is alive; cutting its references shows what Python would do", async ({
  app,
  page,
}) => {
  // Many looks in one launch, which is what costs.
  test.slow();
  const screen = new AppScreen(app, page);
  await screen.open(script("cycle.py"));
  await screen.ready();
  const inspector = page.getByTestId("insp-object");
  const way = page.getByTestId("alive-path");
  const outcome = page.getByTestId("what-if-outcome");

  await test.step("the path from a name, the next one, and none that avoids a holder", async () => {
    const { x, y } = screen.node(await screen.goToStep(6), "obj1");
    await page.mouse.click(x, y);
    await expect(way.getByRole("listitem")).toContainText(["Global name obj1", "obj1"]);
    await page.getByTestId("next-path").click();
    await expect(way.getByRole("listitem")).toContainText(["Global name obj2", "obj2", ".ref"]);
    await way.getByRole("button", { name: "Ignore Global name obj2" }).click();
    await expect(way.getByRole("listitem")).toContainText(["Global name obj1", "obj1"]);
    await way.getByRole("button", { name: "Ignore Global name obj1" }).click();
    await expect(way).toContainText("No other path");
    await page.getByTestId("ignored-holders").getByRole("button", { name: "Restore" }).click();
    await expect(way.getByRole("listitem")).toHaveCount(2);
  });

  await test.step("references lead to each other, the count's course to its step", async () => {
    await inspector.getByRole("button", { name: "obj2.ref", exact: true }).first().click();
    await expect(inspector.getByRole("heading", { level: 2 })).toHaveText("MyObject obj2");
    await inspector.getByRole("button", { name: /^Go to step 4/ }).click();
    await screen.settledAt(4);
    await expect(inspector).toContainText("1");
  });

  await test.step("cutting one reference of the garbage would free both at once, not really", async () => {
    await screen.goToStep(8);
    await inspector.getByRole("button", { name: "What if obj1.ref were cut?" }).click();
    await expect(outcome).toContainText("obj2 and obj1, 112 B");
    await expect(page.getByTestId("what-if")).toContainText("Not real");
    await expect(inspector).toContainText("it would be freed at once");
    expect((await screen.state()).nodes.find(({ key }) => key === "obj1")?.state).toBe("freed");
    await screen.goToStep(9);
    await expect(page.getByTestId("what-if")).toBeHidden();
    await screen.goToStep(8);
    await expect(outcome).toBeVisible();
  });

  await test.step("undo takes the cut back, redo cuts again, leaving shows what is", async () => {
    await page.getByTestId("what-if").getByRole("button", { name: /^Undo/ }).click();
    await expect(outcome).toBeHidden();
    await page.keyboard.press("Control+Shift+z");
    await expect(outcome).toBeVisible();
    await page.getByRole("button", { name: "Leave" }).click();
    await expect(page.getByTestId("what-if")).toBeHidden();
    expect(screen.node(await screen.state(), "obj1").state).toBe("unreachable");
  });

  await test.step("the cycle's smallest cut names its line and the weakref that would do", async () => {
    await page.getByRole("tab", { name: /^Cycles/ }).click();
    const cut = page.getByTestId("smallest-cut");
    await expect(cut).toContainText("obj2.ref = weakref.ref(obj1)");
    await cut.getByRole("button", { name: "cycle.py:14" }).click();
    await expect(page.locator(".line-jumped")).toContainText("obj2.ref");
    await cut.getByRole("button", { name: "Try it: what if?" }).click();
    await expect(outcome).toContainText("obj1 and obj2");
  });

  await test.step("the picture of a what-if says so", async () => {
    const file = test.info().outputPath("what-if.svg");
    await screen.answerSaveDialog(file);
    await page.keyboard.press("Control+Shift+e");
    const dialog = page.getByTestId("export-dialog");
    await expect(dialog).toContainText("cycle-step08-what-if");
    await page.keyboard.press("Escape");
  });
});

test("types, groups and the outline show the same objects as the graph", async ({ app, page }) => {
  test.slow();
  const screen = new AppScreen(app, page);
  await screen.open(script("sessions.py"));
  await screen.ready();
  await screen.goToStep(7);

  await test.step("a row of the types finds its objects, opening it puts them together", async () => {
    await page.getByRole("tab", { name: "Types" }).click();
    const row = page.getByTestId("panel-types").getByRole("row", { name: /^Session/ });
    await expect(row.getByRole("gridcell").or(row.getByRole("cell")).nth(1)).toHaveText("2");
    await row.click();
    await expect(row).toHaveAttribute("aria-selected", "true");
    await row.dblclick();
    await expect(page.getByTestId("insp-group")).toContainText("Session × 2");
    await page.keyboard.press("Control+z");
    await expect(page.getByTestId("insp-group")).toBeHidden();
  });

  await test.step("the outline leads to an object and tells its size and references", async () => {
    await page.getByRole("tab", { name: /^Objects/ }).click();
    const hub = page.getByRole("treeitem", { name: /^hub/ }).first();
    await hub.locator(".tree-text").first().click();
    await expect(hub).toHaveAttribute("aria-selected", "true");
    await expect(page.getByTestId("insp-object").getByRole("heading", { level: 2 })).toHaveText(
      "Hub hub",
    );
    expect((await screen.state()).selection).toBe("hub");
  });

  await test.step("several selected objects are summed up", async () => {
    const { x, y } = screen.node(await screen.state(), "list#1");
    await page.keyboard.down("Shift");
    await page.mouse.click(x, y);
    await page.keyboard.up("Shift");
    await expect(page.getByTestId("insp-selection")).toContainText("2 selected");
  });
});
