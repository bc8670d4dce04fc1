/** Journey A: open a script and explore its object graph. */
import AxeBuilder from "@axe-core/playwright";
import path from "node:path";
import { expect, test } from "../support/launch-app";
import { AppScreen } from "../support/app-screen";

const script = (name: string): string => path.resolve("e2e/scripts", name);

test("A1 the first screen offers to open a script, six first examples, and nothing in the way", async ({
  app,
  page,
}) => {
  const screen = new AppScreen(app, page);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "See what your Python script keeps in memory",
  );
  await expect(page.getByTestId("example-card")).toHaveCount(6);
  await expect(page.getByRole("button", { name: "Open script…" })).toBeFocused();
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const axe = await new AxeBuilder({ page: screen.page }).setLegacyMode().analyze();
  expect(axe.violations.filter((v) => v.impact === "serious" || v.impact === "critical")).toEqual(
    [],
  );
});

test("the other examples stand in groups that the arrow keys turn, and each can be opened", async ({
  app,
  page,
}) => {
  const screen = new AppScreen(app, page);
  const groups = page.getByRole("tablist", { name: "Groups of examples" });
  await groups.getByRole("tab", { name: "First steps" }).focus();
  await screen.press("ArrowRight");
  await expect(groups.getByRole("tab", { name: "Good habits" })).toBeFocused();
  await expect(page.getByTestId("example-card")).toHaveCount(5);
  await screen.press("ArrowRight");
  await expect(page.getByTestId("example-card")).toHaveCount(8);
  const card = page.locator('[data-example="closure-holds"]');
  await card.focus();
  await screen.press("Enter");
  await screen.ready();
  await expect(page.getByTestId("title")).toContainText("closure_holds.py");
});

test("A2 Ctrl+O opens the script, runs it and records nine steps", async ({ app, page }) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("cycle.py"));
  await screen.ready();
  await expect(page.getByTestId("title")).toContainText("cycle.py");
  await expect(page.getByTestId("panel-script").locator(".cm-line")).toHaveCount(19);
  const state = await screen.state();
  expect(state.steps).toBe(9);
});

test("A2 an opened script is among the recent files after a restart", async ({
  app,
  page,
  relaunch,
}) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("cycle.py"));
  await screen.ready();
  const again = await relaunch();
  await expect(again.page.getByTestId("recent-file")).toHaveCount(1);
  await expect(again.page.getByTestId("recent-file")).toContainText("cycle.py");
});

test("A3 a dropped script opens; a dropped text file is refused in plain words", async ({
  app,
  page,
}) => {
  const screen = new AppScreen(app, page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await screen.drop(path.resolve("e2e/scripts/not_a_script.txt"));
  await expect(page.getByTestId("toast")).toContainText("Only .py");
  await screen.drop(script("cycle.py"));
  const state = await screen.ready();
  expect(state.steps).toBe(9);
});

test.describe("with a file on the command line", () => {
  test.use({ appArguments: [script("cycle.py")] });
  test("A3 a script given on the command line opens at once", async ({ app, page }) => {
    const state = await new AppScreen(app, page).ready();
    expect(state.steps).toBe(9);
  });
});

test.describe("with arguments for the script", () => {
  test.use({ appArguments: [script("prints_arguments.py"), "--", "one", "two words"] });
  test("arguments come from the command line and can be changed in the window", async ({
    app,
    page,
  }) => {
    const screen = new AppScreen(app, page);
    await screen.ready();
    await screen.press("Control+End");
    await expect(screen.output()).toContainText("['one', 'two words']");
    await page.getByRole("menuitem", { name: "Run" }).click();
    await page.getByRole("menuitem", { name: "Arguments…" }).click();
    await page.getByLabel("Arguments of the script; Enter").fill("--verbose 'a b'");
    await screen.press("Enter");
    await expect.poll(async () => (await screen.state()).phase).toMatch(/paused-at-end/);
    await screen.press("Control+End");
    await expect(screen.output()).toContainText("['--verbose', 'a b']");
  });
});

test("A4 step 6 shows both objects, the class, three names and a quiet cycle", async ({
  app,
  page,
}) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("cycle.py"));
  await screen.ready();
  const state = await screen.goToStep(6);
  expect(state.nodes.map((n) => n.key).toSorted()).toEqual(["MyObject", "obj1", "obj2"]);
  expect(state.names.map((n) => n.name).toSorted()).toEqual(["MyObject", "obj1", "obj2"]);
  expect(screen.node(state, "obj1").refcount).toBe(2);
  expect(screen.node(state, "obj2").refcount).toBe(2);
  expect(state.hulls).toHaveLength(1);
  expect(state.hulls[0]).toMatchObject({
    state: "reachable",
    label: "Cycle 1, reachable from 2 names",
  });
  const chip = await page.getByTestId("object-count").innerText();
  const [shown, total] = [...chip.matchAll(/[\d,]+/g)].map((m) => Number(m[0].replaceAll(",", "")));
  expect(shown).toBe(3);
  expect(total).toBeGreaterThan(4000);
});

test("A5 clicking an object explains it and leads to the line that made it", async ({
  app,
  page,
}) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("cycle.py"));
  await screen.ready();
  const state = await screen.goToStep(6);
  const obj1 = screen.node(state, "obj1");
  await page.mouse.click(obj1.x, obj1.y);
  const inspector = page.getByTestId("insp-object");
  await expect(inspector.getByRole("heading", { level: 2 })).toHaveText("MyObject obj1");
  await expect(inspector).toContainText("obj2.ref");
  await expect(inspector).toContainText("name = 'obj1'");
  const created = inspector.getByRole("button", { name: "cycle.py:11" });
  await created.click();
  await expect(page.getByTestId("panel-script").locator(".cm-line.line-jumped")).toContainText(
    'obj1 = MyObject("obj1")',
  );
});

test("A6 the arrow keys follow references and go back to the holder", async ({ app, page }) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("cycle.py"));
  await screen.ready();
  await screen.goToStep(6);
  const graph = page.getByTestId("graph");
  await graph.focus();
  const active = async (): Promise<string> => {
    const id = await graph.getAttribute("aria-activedescendant");
    return id === null ? "" : page.locator(`[id="${id}"]`).innerText();
  };
  await screen.press("Home");
  await screen.goToStep(6);
  await graph.focus();
  await screen.press("ArrowDown");
  await expect.poll(active).toContain("obj1");
  await screen.press("ArrowRight");
  await expect.poll(active).toContain("MyObject, obj1, refcount 2");
  await screen.press("ArrowRight");
  await expect.poll(active).toContain("MyObject, obj2, refcount 2");
  await screen.press("ArrowLeft");
  await expect.poll(active).toContain("MyObject, obj1, refcount 2");
  await screen.press("Enter");
  expect((await screen.state()).selection).toBe("obj1");
});

test("A7 the outline mirrors the picture and stays folded as it was", async ({ app, page }) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("cycle.py"));
  await screen.ready();
  await screen.goToStep(6);
  await page.getByRole("tab", { name: /Objects/ }).click();
  const tree = page.getByTestId("panel-objects").getByRole("tree");
  const obj1 = tree.getByRole("treeitem", { name: /^obj1/ }).first();
  await expect(obj1).toContainText("ref");
  await obj1.press("ArrowLeft");
  await expect(obj1).toHaveAttribute("aria-expanded", "false");
  await screen.press("F10");
  await screen.press(",");
  await screen.settledAt(6);
  await expect(tree.getByRole("treeitem", { name: /^obj1/ }).first()).toHaveAttribute(
    "aria-expanded",
    "false",
  );
});
