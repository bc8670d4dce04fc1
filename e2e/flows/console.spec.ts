/** The line at a pause: code that runs in the program as a recorded step. */
import type { Locator, Page } from "@playwright/test";
import path from "node:path";
import { expect, test } from "../support/launch-app";
import { AppScreen, refcounts } from "../support/app-screen";

const script = (name: string): string => path.resolve("e2e/scripts", name);
const line = (page: Page): Locator => page.getByTestId("console");

async function heldAtEnd(
  app: ConstructorParameters<typeof AppScreen>[0],
  page: Page,
  name: string,
): Promise<AppScreen> {
  const screen = new AppScreen(app, page);
  await screen.open(script(name));
  await screen.ready(/paused-at-end/);
  await screen.press("Control+End");
  return screen;
}

async function run(page: Page, code: string): Promise<void> {
  await line(page).fill(code);
  await line(page).press("Enter");
}

test("code at the paused end is a step like any other: echoed, recorded, shown, and the next one follows", async ({
  app,
  page,
}) => {
  const screen = await heldAtEnd(app, page, "counts_squares.py");
  const { steps } = await screen.state();
  await run(page, "len(seen)");
  await screen.settledAt(steps + 1);
  await expect(screen.output()).toContainText(">>> len(seen)");
  await expect(screen.output().getByText("5", { exact: true })).toBeVisible();
  await run(page, "del seen[0]");
  const state = await screen.settledAt(steps + 2);
  expect(state.phase).toBe("paused-at-end");
  expect(refcounts(state, "seen")).not.toBe("-");
  await expect(line(page)).toBeFocused();
  await line(page).press("ArrowUp");
  await expect(line(page)).toHaveValue("del seen[0]");
  await line(page).press("ArrowUp");
  await expect(line(page)).toHaveValue("len(seen)");
});

test("an error of the person's is printed, and the program stays paused", async ({ app, page }) => {
  const screen = await heldAtEnd(app, page, "counts_squares.py");
  const { steps } = await screen.state();
  await run(page, "1 / 0");
  await screen.settledAt(steps + 1);
  await expect(screen.output()).toContainText("ZeroDivisionError: division by zero");
  await expect(screen.output()).not.toContainText("heap_agent");
  await run(page, "print('still here')");
  await screen.settledAt(steps + 2);
  await expect(screen.output()).toContainText("still here");
});

test("deleting the last name of a cycle and collecting it works as in the script", async ({
  app,
  page,
}) => {
  const screen = await heldAtEnd(app, page, "counts_squares.py");
  const { steps } = await screen.state();
  await run(page, "square.append(square); del seen, square, one, n");
  await screen.settledAt(steps + 1);
  await run(page, "import gc");
  await screen.settledAt(steps + 2);
  await run(page, "gc.collect()");
  await screen.settledAt(steps + 3);
  await page.getByRole("tab", { name: /Collections/ }).click();
  await expect(
    page.getByRole("grid", { name: "Collections" }).getByRole("row").last(),
  ).toContainText("script");
});

test("the line says why it is off: in the past, while the script runs, and when it has ended", async ({
  app,
  page,
}) => {
  const screen = await heldAtEnd(app, page, "counts_squares.py");
  await screen.press("Control+Home");
  await expect(line(page)).toHaveAttribute("placeholder", /Return to the last step/);
  await expect(line(page)).toHaveAttribute("aria-disabled", "true");
  await screen.open(script("raises.py"));
  await screen.ready(/ended/);
  await expect(line(page)).toHaveAttribute("placeholder", /The script has ended/);
});

test("code that never ends is interrupted by Stop, and the program stays paused", async ({
  app,
  page,
}) => {
  const screen = await heldAtEnd(app, page, "counts_squares.py");
  await run(page, "while True: pass");
  await expect.poll(async () => (await screen.state()).phase).toBe("running");
  await screen.press("Shift+F5");
  await screen.ready(/paused-at-end/);
  await expect(screen.output()).toContainText("KeyboardInterrupt");
});
