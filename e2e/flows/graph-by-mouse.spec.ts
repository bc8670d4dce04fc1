/** What the mouse does with the graph: hide and show, menus, boxes, groups, the legend; and many objects at once. */
import path from "node:path";
import { expect, test } from "../support/launch-app";
import { AppScreen, type DrawnNode } from "../support/app-screen";

const script = (name: string): string => path.resolve("e2e/scripts", name);

test("the picture is shaped with the mouse, and says what it does not show", async ({
  app,
  page,
}) => {
  test.setTimeout(90_000);
  const screen = new AppScreen(app, page);
  const node = async (key: string): Promise<DrawnNode> => screen.node(await screen.state(), key);
  const keysDrawn = async (): Promise<string[]> =>
    (await screen.state()).nodes.map(({ key }) => key);
  await screen.open(script("cycle.py"));
  await screen.ready();
  await screen.goToStep(6);

  await test.step("A8 modules come and go, and nothing else moves", async () => {
    const before = await node("obj1");
    await page.getByTestId("chip-hidden").click();
    await expect.poll(async () => (await keysDrawn()).length).toBe(4);
    const after = await node("obj1");
    expect(Math.abs(after.x - before.x) + Math.abs(after.y - before.y)).toBeLessThanOrEqual(1);
    await page.getByTestId("chip-hidden").click();
    await expect.poll(async () => (await keysDrawn()).length).toBe(3);
  });

  await test.step("the menu of an object hides it; the chips bring it back", async () => {
    const { x, y } = await node("obj2");
    await page.mouse.click(x, y, { button: "right" });
    await page.getByRole("menuitem", { name: "Hide this object" }).click();
    await expect.poll(keysDrawn).not.toContain("obj2");
    await expect(page.getByTestId("left-out")).toHaveText("1 hidden by you");
    await page.getByRole("button", { name: "Show all again" }).click();
    await expect.poll(keysDrawn).toContain("obj2");
  });

  await test.step("a box with Shift and a click with Ctrl select several", async () => {
    const [one, other] = [await node("obj1"), await node("obj2")];
    await page.mouse.click(one.x, one.y);
    // One selection in the graph, the outline and the editor.
    await expect(page.locator(".line-created")).toContainText("obj1 = MyObject");
    await page.keyboard.down("Control");
    await page.mouse.click(other.x, other.y);
    await page.keyboard.up("Control");
    await expect(page.getByRole("heading", { name: "2 selected" })).toBeVisible();
    await page.keyboard.press("Escape");
    await page.keyboard.down("Shift");
    await page.mouse.move(one.x - 120, one.y - 70);
    await page.mouse.down();
    await page.mouse.move(one.x + 120, other.y + 70, { steps: 4 });
    await page.mouse.up();
    await page.keyboard.up("Shift");
    await expect(page.getByRole("heading", { name: "2 selected" })).toBeVisible();
    await page.keyboard.press("Escape");
  });

  await test.step("a moved object goes back with Ctrl+Z, also behind what was hidden", async () => {
    const { x, y } = await node("obj2");
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 40, y, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => Math.round((await node("obj2")).x - x)).toBe(40);
    await page.keyboard.press("Control+z");
    await expect.poll(async () => Math.round((await node("obj2")).x - x)).toBe(0);
  });

  await test.step("the legend lights a kind until it is clicked again", async () => {
    const entry = page.getByTestId("legend").getByRole("button", { name: "class" });
    await entry.click();
    await expect(entry).toHaveAttribute("aria-pressed", "true");
    await entry.click();
    await expect(entry).toHaveAttribute("aria-pressed", "false");
  });

  await test.step("A9 a group opens into its members", async () => {
    await page.getByRole("button", { name: "Choose what is hidden" }).click();
    await page.getByRole("checkbox", { name: "Group by type" }).check();
    await page.keyboard.press("Escape");
    await expect.poll(keysDrawn).toContain("MyObject × 2");
    const { x, y } = await node("MyObject × 2");
    await page.mouse.dblclick(x, y);
    await expect.poll(keysDrawn).toEqual(expect.arrayContaining(["obj1", "obj2"]));
  });
});
