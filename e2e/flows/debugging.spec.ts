/** Breakpoints, steps of the live program, run to line, pause, and other files of the person's. */
import AxeBuilder from "@axe-core/playwright";
import type { Locator, Page } from "@playwright/test";
import path from "node:path";
import { expect, test } from "../support/launch-app";
import { AppScreen } from "../support/app-screen";

const script = (name: string): string => path.resolve("e2e/scripts", name);

const gutterLine = (page: Page, line: number): Locator =>
  page.getByTestId("panel-script").locator(".cm-mark-gutter .cm-gutterElement").nth(line);
const breakpoints = (page: Page): Locator =>
  page.getByTestId("panel-script").locator(".cm-mark-gutter .breakpoint");
const codeLine = (page: Page, text: string): Locator =>
  page.getByTestId("panel-script").locator(".cm-line", { hasText: text }).first();
const nextLine = (page: Page): Locator =>
  page.getByTestId("panel-script").locator(".cm-line.line-next");

async function opened(
  app: ConstructorParameters<typeof AppScreen>[0],
  page: Page,
  name: string,
): Promise<AppScreen> {
  const screen = new AppScreen(app, page);
  await screen.open(script(name));
  await screen.ready();
  return screen;
}

test("a click in the gutter sets a breakpoint, the next run pauses there, F5 goes on to the next pass", async ({
  app,
  page,
}) => {
  const screen = await opened(app, page, "counts_squares.py");
  await gutterLine(page, 4).click();
  await expect(breakpoints(page)).toHaveCount(1);
  await screen.press("Control+Shift+F5");
  await screen.ready(/paused-at-line/);
  await expect(page.getByTestId("status")).toContainText("Paused before line 4");
  await expect(nextLine(page)).toHaveText("    seen.append(square)");
  const first = await screen.state();
  await screen.press("F5");
  await expect.poll(async () => (await screen.state()).steps).toBe(first.steps + 3);
  await screen.ready(/paused-at-line/);
  await gutterLine(page, 4).click();
  await expect(breakpoints(page)).toHaveCount(0);
  await screen.press("F5");
  await screen.ready(/paused-at-end/);
  await expect(screen.output()).toContainText("total 5");
  // The person let it run to its end, so that is what the window shows.
  expect((await screen.state()).step).toBe((await screen.state()).steps);
});

test("a condition decides where the program pauses; keys set and change it", async ({
  app,
  page,
}) => {
  const screen = await opened(app, page, "counts_squares.py");
  await codeLine(page, "seen.append").click();
  await screen.press("Shift+F9");
  const field = page.getByLabel("Condition of the breakpoint at line 4");
  await expect(field).toBeFocused();
  await page.keyboard.type("n == 3");
  await screen.press("Enter");
  await expect(page.getByTitle("Breakpoint when n == 3")).toBeVisible();
  await screen.press("Control+Shift+F5");
  await screen.ready(/paused-at-line/);
  await page.getByRole("tab", { name: /Objects/ }).click();
  await expect(page.getByRole("treeitem", { name: /^n 3/ })).toBeVisible();
});

test("breakpoints are remembered after a restart, also those that are off", async ({
  app,
  page,
  relaunch,
}) => {
  const screen = await opened(app, page, "counts_squares.py");
  await codeLine(page, "square = ").click();
  await screen.press("F9");
  await codeLine(page, "square = ").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Breakpoint is on" }).click();
  await expect(breakpoints(page)).toHaveClass(/off/);
  const again = await relaunch();
  const next = new AppScreen(again.app, again.page);
  await next.open(script("counts_squares.py"));
  await expect(again.page.getByTitle("Breakpoint, off")).toBeVisible();
});

test("at the live end F11 steps into another file of the person's, which is shown; Shift+F11 leads back", async ({
  app,
  page,
}) => {
  const screen = await opened(app, page, "visits_shop.py");
  await gutterLine(page, 4).click();
  await screen.press("Control+Shift+F5");
  await screen.ready(/paused-at-line/);
  await screen.press("F11");
  await expect(page.getByRole("tab", { name: "shop.py", exact: true })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expect(nextLine(page)).toHaveText("    till.coins.append(price)");
  await expect(page.getByTestId("status")).toContainText("Paused before line 7 of shop.py");
  await screen.press("F10");
  await expect(nextLine(page)).toHaveText("    total = sum(till.coins)");
  await screen.press("Shift+F11");
  await expect(page.getByRole("tab", { name: "visits_shop.py" })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expect(nextLine(page)).toHaveText("second = shop.sell(till, 4)");
  // The same file from the recording, with a breakpoint of its own.
  await screen.press(",");
  await screen.press("F11");
  await page.getByRole("tab", { name: "shop.py", exact: true }).click();
  await gutterLine(page, 9).click();
  await screen.press("Control+End");
  await screen.press("F5");
  await expect(page.getByTestId("status")).toContainText("Paused before line 9 of shop.py");
});

test("Ctrl+F10 runs to the line with the cursor: in the recording, and then live", async ({
  app,
  page,
}) => {
  const screen = await opened(app, page, "counts_squares.py");
  await screen.press("Control+Home");
  await codeLine(page, "print(").click();
  await screen.press("Control+F10");
  await expect(nextLine(page)).toHaveText('print("total", total)');
  await screen.press("Control+Home");
  await gutterLine(page, 2).click();
  await screen.press("Control+Shift+F5");
  await screen.ready(/paused-at-line/);
  await gutterLine(page, 2).click();
  await codeLine(page, "print(").click();
  await screen.press("Control+F10");
  await expect(page.getByTestId("status")).toContainText("Paused before line 6");
});

test("F6 pauses a running program, which can then be stepped and stopped", async ({
  app,
  page,
}) => {
  const screen = new AppScreen(app, page);
  await screen.changeSettings({ maxSteps: 1_000_000 });
  await screen.open(script("endless.py"));
  await screen.ready(/running/);
  await screen.press("F6");
  await screen.ready(/paused-at-line/);
  const before = await screen.state();
  await screen.press("F10");
  await expect.poll(async () => (await screen.state()).entry).toBe(before.entry + 1);
  await screen.press("Shift+F5");
  await screen.ready(/ended/);
});

test("with breakpoints, a condition and the console the window has no serious accessibility problem", async ({
  app,
  page,
}) => {
  const screen = await opened(app, page, "counts_squares.py");
  await gutterLine(page, 3).click();
  await codeLine(page, "seen.append").click();
  await screen.press("Shift+F9");
  const axe = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(axe.violations.filter((v) => v.impact === "serious" || v.impact === "critical")).toEqual(
    [],
  );
});
