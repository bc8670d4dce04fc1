/** What the screens look like, and that each can be used without mouse and without sight: one launch, many looks. */
import path from "node:path";
import type { ElectronApplication, Locator, Page } from "@playwright/test";
import { expectAccessible } from "../support/axe-check";
import { AppScreen } from "../support/app-screen";
import { expect, test } from "../support/launch-app";

const script = (name: string): string => path.resolve("e2e/scripts", name);

async function resize(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [wide, high]) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(wide ?? 0, high ?? 0),
    [width, height],
  );
  await expect.poll(() => app.windows()[0]?.evaluate(() => window.innerWidth)).toBe(width);
}

/** What depends on the machine: its Python, its addresses, its number of objects. */
const volatile = (page: Page): readonly Locator[] => [
  page.locator(".python-button"),
  page.getByTestId("object-count"),
  page.getByTestId("status"),
];

async function looksLike(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready);
  // Nothing is under the pointer, and no cursor blinks.
  await page.mouse.move(2, 2);
  // Letters and curves are drawn in software, so another machine may differ by a few edge pixels.
  await expect(page).toHaveScreenshot(`${name}.png`, {
    mask: [...volatile(page)],
    maskColor: "#808080",
    maxDiffPixelRatio: 0.01,
  });
}

test("start, steps, small, presenting and dark screens look as when people last looked, and are accessible", async ({
  app,
  page,
}) => {
  test.slow();
  const screen = new AppScreen(app, page);
  await resize(app, 1440, 900);
  await expect(page.getByTestId("example-card")).toHaveCount(6);
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await looksLike(page, "start");
  await expectAccessible(page, "the start screen");
  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
  await looksLike(page, "start-dark");
  await expectAccessible(page, "the dark start screen");

  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await screen.open(script("cycle.py"));
  await screen.ready();
  for (const step of [6, 9, 8]) {
    await screen.goToStep(step);
    await looksLike(page, `step-${step}`);
  }
  await expectAccessible(page, "step 8");
  await screen.press("Control+,");
  await expect(page.getByRole("dialog", { name: "Settings" })).toBeVisible();
  await expectAccessible(page, "the settings");
  await screen.press("Escape");

  await screen.press("Control+3");
  const frames = page.getByTestId("filmstrip").getByRole("listitem");
  await expect(frames).toHaveCount(10);
  await expect(page.getByTestId("filmstrip").locator("[aria-current=step]")).toContainText(
    "Step 8",
  );
  await expectAccessible(page, "the filmstrip");
  await frames.nth(6).getByRole("button").click();
  await screen.settledAt(6);
  await looksLike(page, "filmstrip");
  await screen.press("Control+1");
  await expect(frames).toHaveCount(0);
  await screen.goToStep(8);

  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
  await looksLike(page, "step-8-dark");
  await expectAccessible(page, "dark step 8");
  await screen.press("Control+,");
  await expectAccessible(page, "the dark settings");
  await screen.press("Escape");

  await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
  await screen.press("F8");
  await looksLike(page, "presenting");
  await screen.press("F8");
  await resize(app, 1024, 700);
  await looksLike(page, "small");
  const { x, y } = screen.node(await screen.state(), "obj1");
  await page.mouse.click(x, y);
  const drawer = await page.getByRole("complementary", { name: "Inspector" }).boundingBox();
  expect(drawer?.width).toBeGreaterThan(300);
  await expectAccessible(page, "the inspector as a drawer");
  await screen.press("Escape");
  await screen.press("Escape");
  await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "active" });
  await looksLike(page, "forced-colors");

  await page.emulateMedia({ reducedMotion: "reduce", forcedColors: "none" });
  await resize(app, 1440, 900);
  await screen.open(script("crowd.py"));
  await screen.ready();
  await screen.press("Control+End");
  await expect.poll(async () => (await screen.state()).nodes.length).toBeGreaterThan(150);
  await expect.poll(async () => (await screen.state()).transitions).toBe(0);
  await looksLike(page, "compact");
  await expectAccessible(page, "the compact view");
});
