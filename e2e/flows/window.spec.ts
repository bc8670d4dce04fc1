/** The window itself: panels that are sized, collapsed and remembered, small windows, settings, presentation, and a size for every eye. */
import fs from "node:fs";
import path from "node:path";
import type { ElectronApplication, Locator, Page } from "@playwright/test";
import { expect, test } from "../support/launch-app";
import { AppScreen } from "../support/app-screen";

const script = (name: string): string => path.resolve("e2e/scripts", name);

async function resize(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [wide, high]) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(wide ?? 0, high ?? 0),
    [width, height],
  );
}

const divider = (page: Page, name: string): Locator => page.getByRole("separator", { name });
const sizeOf = async (page: Page, name: string): Promise<number> =>
  Number(await divider(page, name).getAttribute("aria-valuenow"));

test("panels are sized with the keyboard and the mouse, collapse, and are remembered", async ({
  app,
  page,
  relaunch,
}) => {
  test.slow();
  const screen = new AppScreen(app, page);
  await resize(app, 1440, 900);
  await screen.open(script("cycle.py"));
  await screen.ready();

  await test.step("arrow keys move a divider, and never beyond what leaves the canvas its room", async () => {
    const left = divider(page, "Width of the script panel");
    await left.focus();
    await screen.press("ArrowRight");
    await expect(left).toHaveAttribute("aria-valuenow", "352");
    await screen.press("End");
    const most = await sizeOf(page, "Width of the script panel");
    expect(most).toBe(Number(await left.getAttribute("aria-valuemax")));
    const canvas = await page.getByRole("main").boundingBox();
    expect(canvas?.width).toBeGreaterThanOrEqual(420);
    await screen.press("Home");
    await expect(left).toHaveAttribute("aria-valuenow", "220");
  });

  await test.step("a divider is dragged", async () => {
    const box = await divider(page, "Height of the timeline").boundingBox();
    if (box === null) throw new Error("The timeline has no divider.");
    await page.mouse.move(box.x + 200, box.y + 4);
    await page.mouse.down();
    await page.mouse.move(box.x + 200, box.y - 36, { steps: 4 });
    await page.mouse.up();
    expect(await sizeOf(page, "Height of the timeline")).toBe(198);
  });

  await test.step("a double click and the keys collapse, and bring back", async () => {
    await divider(page, "Width of the inspector").dblclick({ position: { x: 4, y: 300 } });
    await expect(page.getByRole("complementary", { name: "Inspector" })).toHaveCount(0);
    await screen.press("Control+Alt+b");
    await expect(page.getByRole("complementary", { name: "Inspector" })).toBeVisible();
    await screen.press("Control+b");
    await expect(page.getByTestId("panel-script")).toBeHidden();
    await screen.press("Control+b");
    await screen.press("Control+j");
    await expect(screen.output()).toBeHidden();
  });

  await test.step("all of it is there after a restart", async () => {
    // What is remembered is written when the divider rests.
    await expect
      .poll(() => screen.windowLayout())
      .toMatchObject({ sizes: { left: 220, timeline: 198 }, bottomOpen: false });
    const again = await relaunch();
    const after = new AppScreen(again.app, again.page);
    await after.open(script("cycle.py"));
    await after.ready();
    expect(await sizeOf(again.page, "Width of the script panel")).toBe(220);
    expect(await sizeOf(again.page, "Height of the timeline")).toBe(198);
    await expect(after.output()).toBeHidden();
  });
});

test("a small window, a presentation and 200 % lose nothing", async ({ app, page }) => {
  test.slow();
  const screen = new AppScreen(app, page);
  await screen.open(script("cycle.py"));
  await screen.ready();

  await test.step("1024x700: the inspector is a drawer that selecting opens and Esc closes", async () => {
    await resize(app, 1024, 700);
    const inspector = page.getByRole("complementary", { name: "Inspector" });
    await expect(inspector).toHaveCount(0);
    expect(await sizeOf(page, "Width of the script panel")).toBe(300);
    expect(await sizeOf(page, "Height of the timeline")).toBe(118);
    const state = await screen.goToStep(8);
    const { x, y } = screen.node(state, "obj1");
    await page.mouse.click(x, y);
    await expect(inspector).toBeVisible();
    await screen.press("Escape");
    await expect(inspector).toHaveCount(0);
    await expect(page.getByTestId("legend")).toHaveCount(0);
    await page.getByRole("button", { name: "Legend" }).click();
    await expect(page.getByTestId("legend")).toBeVisible();
    await page.getByRole("button", { name: "Legend" }).click();
    await page.getByRole("menuitem", { name: "Run" }).click();
    await expect(page.getByRole("menuitem", { name: /Python 3/ }).first()).toBeVisible();
    await screen.press("Escape");
    await screen.press("Escape");
  });

  await test.step("F8 leaves the picture and the time, in large letters", async () => {
    await resize(app, 1440, 900);
    await screen.press("F8");
    await expect(page.getByTestId("panel-script")).toBeHidden();
    await expect(page.getByTestId("status")).toHaveCount(0);
    const smallest = await page
      .getByTestId("timeline")
      .locator("text, .row, .code-of-step")
      .evaluateAll((elements) =>
        Math.min(
          ...elements.map(
            (element) =>
              Number.parseFloat(getComputedStyle(element).fontSize) * element.currentCSSZoom,
          ),
        ),
      );
    expect(smallest).toBeGreaterThanOrEqual(16);
    await screen.press(",");
    await screen.settledAt(7);
    await screen.press("F8");
    await expect(page.getByTestId("status")).toBeVisible();
  });

  await test.step("Ctrl+= to 200 % in the smallest window: the left panel is a drawer, the window scrolls", async () => {
    await resize(app, 1024, 700);
    for (let press = 0; press < 5; press += 1) await screen.press("Control+=");
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(512);
    await expect(page.getByTestId("panel-script")).toBeHidden();
    await screen.press("Control+b");
    await expect(page.getByTestId("panel-script")).toBeVisible();
    await screen.press("Escape");
    await expect(page.getByTestId("panel-script")).toBeHidden();
    await page.getByTestId("timeline").scrollIntoViewIfNeeded();
    await expect(page.getByRole("slider", { name: "Step" })).toBeInViewport();
    await screen.press("Control+0");
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(1024);
  });
});

test("settings count at once, are checked, and survive; a damaged file is kept aside", async ({
  page,
  app,
  relaunch,
}, info) => {
  test.slow();
  const screen = new AppScreen(app, page);
  await expect(page.getByTestId("example-card").first()).toBeVisible();
  await screen.press("Control+,");
  const dialog = page.getByRole("dialog", { name: "Settings" });
  await dialog.getByRole("radio", { name: "Dark" }).check({ force: true });
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await dialog.getByRole("radio", { name: "To the end" }).check({ force: true });
  const steps = dialog.getByLabel("Ask after").first();
  await steps.fill("none");
  await expect(dialog).toContainText("A whole number from 1 to 10,000,000; 10,000 is kept.");
  await steps.fill("300");
  await steps.press("Enter");
  await expect
    .poll(() => screen.settings())
    .toMatchObject({ theme: "dark", ghostSteps: "all", maxSteps: 300 });
  await screen.press("Escape");
  await expect(dialog).toHaveCount(0);

  const file = info.outputPath("profile", "settings.json");
  fs.writeFileSync(file, '{"theme": "dark", "maxSteps": "many"}');
  const again = await relaunch();
  await expect(again.page.getByTestId("toast")).toContainText(
    "One setting had a value that cannot be (maxSteps); the old file is kept.",
  );
  await expect(again.page.locator("html")).toHaveAttribute("data-theme", "dark");
  expect(fs.readFileSync(info.outputPath("profile", "settings.damaged.json"), "utf8")).toContain(
    "many",
  );
});

test("the timeline zooms and pans by key, and marks collections", async ({ app, page }) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("cycle.py"));
  await screen.ready();
  await expect(page.getByTestId("collection-marks")).toContainText("gc");
  const slider = page.getByRole("slider", { name: "Step" });
  await slider.focus();
  await screen.press("End");
  await screen.settledAt(9);
  await expect(slider).toHaveAttribute(
    "aria-valuetext",
    /^Step 9 of 9, gc\.collect\(\), 0 in memory, 0 reachable$/,
  );
  const ticks = page.getByTestId("timeline").locator("svg circle");
  const all = await ticks.count();
  await screen.press("w");
  await expect.poll(() => ticks.count()).toBeLessThan(all);
  const labels = page.getByTestId("timeline").locator(".tick-label");
  await expect(labels.filter({ hasText: "start" })).toHaveCount(0);
  for (let press = 0; press < 4; press += 1) await screen.press("a");
  await expect(labels.filter({ hasText: "start" })).toHaveCount(1);
  await screen.press("s");
  await screen.press("s");
  await expect.poll(() => ticks.count()).toBe(all);
});
