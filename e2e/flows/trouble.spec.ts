/** Journey A11 and the odd endings: what was recorded stays, and the app says what happened in plain words. */
import path from "node:path";
import { expect, test } from "../support/launch-app";
import { AppScreen } from "../support/app-screen";

const script = (name: string): string => path.resolve("e2e/scripts", name);

test("A11 a script that raises keeps its steps and marks the line", async ({ app, page }) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("raises.py"));
  await screen.ready();
  await expect(page.getByTestId("error-script-raised")).toContainText(
    "ZeroDivisionError at line 3",
  );
  await expect(screen.output()).toContainText("Traceback (most recent call last)");
  await expect(page.getByTestId("panel-script").locator(".line-failed")).toContainText("total / 0");
  expect((await screen.state()).steps).toBe(3);
  const state = await screen.goToStep(2);
  expect(state.nodes.map((n) => n.key)).toEqual(["numbers"]);
});

test("A11 an endless loop stops at the step limit and everything recorded can be explored", async ({
  app,
  page,
}) => {
  const screen = new AppScreen(app, page);
  await screen.changeSettings({ maxSteps: 300 });
  await screen.open(script("endless.py"));
  await expect(page.getByTestId("error-step-limit")).toContainText(
    "Stopped after 300 recorded steps",
    { timeout: 15_000 },
  );
  await page.getByTestId("error-step-limit").getByRole("button", { name: "Stop" }).click();
  await screen.ready();
  await screen.press("Control+Home");
  await screen.settledAt(0);
  await screen.press("F10");
  await screen.settledAt(1);
});

test("A11 a script that sleeps for ever reaches the time limit; Stop leaves the recording", async ({
  app,
  page,
}) => {
  const screen = new AppScreen(app, page);
  await screen.changeSettings({ timeLimitSeconds: 2 });
  await screen.open(script("sleeps_for_ever.py"));
  await expect(page.getByTestId("error-time-limit")).toContainText("line 4", { timeout: 10_000 });
  await page.getByTestId("error-time-limit").getByRole("button", { name: "Stop" }).click();
  await screen.ready();
  const state = await screen.goToStep(2);
  expect(state.nodes.map((n) => n.key)).toEqual(["kept"]);
});

test("A11 a killed script says so and keeps its steps", async ({ app, page }) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("kills_itself.py"));
  await screen.ready();
  await expect(page.getByTestId("error-script-killed")).toContainText(
    "Python ended unexpectedly (signal 9). 3 steps were saved.",
  );
  await screen.goToStep(3);
});

test("a syntax error names the line and nothing was run", async ({ app, page }) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("syntax_error.py"));
  await screen.ready();
  await expect(page.getByTestId("error-syntax-error")).toContainText("Line 2 is not valid Python");
});

test("sys.exit and os._exit are told apart from a crash", async ({ app, page }) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("leaves_early.py"));
  await screen.ready();
  await expect(page.getByTestId("outcome")).toContainText("exit code 3");
  await screen.open(script("leaves_at_once.py"));
  await expect(page.getByTestId("outcome")).toContainText("exit code 4");
});

test("a script that reads stdin gets what is typed", async ({ app, page }) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("asks.py"));
  const line = page.getByTestId("stdin-line");
  await expect(line).toBeVisible({ timeout: 10_000 });
  await line.fill("Ada");
  await line.press("Enter");
  await screen.ready();
  await screen.press("Control+End");
  await expect(screen.output()).toContainText("['hello', 'Ada']");
});

test("a megabyte of output does not stop the window", async ({ app, page }) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("megabyte.py"));
  await screen.ready();
  await screen.press("Control+Home");
  await screen.settledAt(0);
  await screen.press("Control+End");
  const state = await screen.settledAt(3);
  expect(state.nodes.map((n) => n.key)).toEqual(["kept"]);
});

test("a script that removes the tracing is told to the person and still runs to its end", async ({
  app,
  page,
}) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("removes_tracing.py"));
  await screen.ready();
  await expect(page.getByTestId("error-agent-blocked")).toContainText("stepping is off");
  await screen.press("Control+End");
  await expect(screen.output()).toContainText("still running");
});

test.describe("without any Python", () => {
  test.use({
    environment: {
      PATH: "/nonexistent",
      HOME: "/nonexistent",
      PYENV_ROOT: "/nonexistent",
      VIRTUAL_ENV: "",
    },
  });
  test("A10 no Python found offers to choose one", async ({ app, page }) => {
    const screen = new AppScreen(app, page);
    await expect(page.getByTestId("example-card").first()).toBeVisible();
    await screen.answerOpenDialog(script("cycle.py"));
    await screen.press("Control+o");
    await expect(page.getByTestId("error-no-python")).toContainText("No Python found");
    await expect(
      page.getByTestId("error-no-python").getByRole("button", { name: "Choose interpreter…" }),
    ).toBeVisible();
  });
});
