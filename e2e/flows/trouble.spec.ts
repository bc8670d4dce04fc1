/** Journeys A10, A11 and the odd endings: what was recorded stays, the app says in plain words what happened, and anybody can read it. */
import fs from "node:fs";
import path from "node:path";
import { expectAccessible } from "../support/axe-check";
import { expect, test } from "../support/launch-app";
import { AppScreen, refcounts } from "../support/app-screen";

const script = (name: string): string => path.resolve("e2e/scripts", name);

test("A11 every ending of a script keeps what was recorded and says what happened", async ({
  app,
  page,
}, info) => {
  test.slow();
  const screen = new AppScreen(app, page);
  await screen.changeSettings({ maxSteps: 300, timeLimitSeconds: 3 });
  const notice = (key: string): ReturnType<typeof page.getByTestId> =>
    page.getByTestId(`error-${key}`);
  /** The notice as people last looked at it, and no obstacle to reading it. */
  const looksRight = async (key: string): Promise<void> => {
    await page.evaluate(() => document.fonts.ready);
    await page.mouse.move(2, 2);
    await expect(notice(key)).toHaveScreenshot(`${key}.png`, { maxDiffPixelRatio: 0.02 });
    await expectAccessible(page, key);
  };

  await test.step("it raises: the line is marked, the steps before are kept", async () => {
    await screen.open(script("raises.py"));
    await expect(notice("script-raised")).toContainText("ZeroDivisionError at line 3");
    await expect(screen.output()).toContainText("Traceback (most recent call last)");
    await expect(page.getByTestId("panel-script").locator(".line-failed")).toContainText(
      "total / 0",
    );
    await looksRight("script-raised");
    expect((await screen.state()).steps).toBe(3);
    const state = await screen.goToStep(2);
    expect(state.nodes.map((n) => n.key)).toEqual(["numbers"]);
  });

  await test.step("it is no Python: nothing was run", async () => {
    await screen.open(script("syntax_error.py"));
    await expect(notice("syntax-error")).toContainText("Line 2 is not valid Python");
    await looksRight("syntax-error");
  });

  await test.step("it is killed", async () => {
    await screen.open(script("kills_itself.py"));
    await expect(notice("script-killed")).toContainText(
      "Python ended unexpectedly (signal 9). 3 steps were saved.",
    );
    await looksRight("script-killed");
    await screen.goToStep(3);
  });

  await test.step("it ends itself", async () => {
    await screen.open(script("leaves_early.py"));
    await expect(page.getByTestId("outcome")).toContainText("exit code 3");
    await screen.open(script("leaves_at_once.py"));
    await expect(page.getByTestId("outcome")).toContainText("exit code 4");
  });

  await test.step("it loops: the step limit stops it, everything recorded can be explored", async () => {
    await screen.open(script("endless.py"));
    await expect(notice("step-limit")).toContainText("Stopped after 300 recorded steps", {
      timeout: 30_000,
    });
    await looksRight("step-limit");
    await notice("step-limit").getByRole("button", { name: "Stop" }).click();
    await screen.ready();
    await screen.press("Control+Home");
    await screen.settledAt(0);
    await screen.press("F10");
    await screen.settledAt(1);
  });

  await test.step("it sleeps: long work can be cancelled, the time limit asks", async () => {
    await screen.open(script("sleeps_for_ever.py"));
    await expect(page.getByTestId("long-work")).toContainText("Running line 4");
    await expect(notice("time-limit")).toContainText("line 4");
    await expect(page.getByTestId("long-work")).toHaveCount(0);
    await looksRight("time-limit");
    await notice("time-limit").getByRole("button", { name: "Keep waiting" }).click();
    await expect(page.getByTestId("long-work")).toBeVisible();
    await screen.press("Escape");
    await screen.ready();
    await expect(page.getByTestId("outcome")).toContainText("You stopped the script");
    const state = await screen.goToStep(2);
    expect(state.nodes.map((n) => n.key)).toEqual(["kept"]);
  });

  await test.step("it reads stdin: the line to type in has the focus", async () => {
    await screen.open(script("asks.py"));
    await expect(page.getByTestId("stdin-line")).toBeFocused({ timeout: 20_000 });
    await looksRight("waiting-input");
    await page.keyboard.type("Ada");
    await screen.press("Enter");
    await screen.ready();
    await screen.press("Control+End");
    await expect(screen.output()).toContainText("['hello', 'Ada']");
  });

  await test.step("it prints a megabyte", async () => {
    await screen.open(script("megabyte.py"));
    await screen.ready();
    await screen.press("Control+Home");
    await screen.settledAt(0);
    await screen.press("Control+End");
    const state = await screen.settledAt(3);
    expect(state.nodes.map((n) => n.key)).toEqual(["kept"]);
  });

  await test.step("it removes the tracing, and still runs to its end", async () => {
    await screen.open(script("removes_tracing.py"));
    await screen.ready();
    await expect(notice("agent-blocked")).toContainText("stepping is off");
    await looksRight("agent-blocked");
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "dark" });
    await expectAccessible(page, "a dark screen with trouble");
    await page.emulateMedia({ reducedMotion: "reduce", colorScheme: "light" });
    await screen.press("Control+End");
    await expect(screen.output()).toContainText("still running");
  });

  await test.step("it makes more objects than can be drawn: types come first", async () => {
    const file = info.outputPath("huge.py");
    fs.writeFileSync(file, "class Seat: pass\nrows = [Seat() for n in range(6000)]\n");
    await screen.open(file);
    await screen.ready();
    await screen.press("Control+End");
    await expect(notice("huge-heap")).toContainText("6,000 objects. Showing types first");
    await looksRight("huge-heap");
  });

  await test.step("it changes on disk: the recording stays until it is run again", async () => {
    const file = info.outputPath("mine.py");
    fs.writeFileSync(file, "a = []\nb = a\n");
    await screen.open(file);
    expect((await screen.ready()).steps).toBe(2);
    fs.writeFileSync(file, "a = []\nb = a\ndel b\n");
    await expect(notice("file-changed")).toBeVisible();
    await looksRight("file-changed");
    await notice("file-changed").getByRole("button", { name: "Keep recording" }).click();
    expect(refcounts(await screen.goToStep(2), "a")).toBe("2");
    await screen.press("Control+Shift+F5");
    await expect.poll(async () => (await screen.state()).steps).toBe(3);
    await expect(notice("file-changed")).toHaveCount(0);
    fs.rmSync(file);
    await expect(notice("file-gone")).toContainText("mine.py is no longer on disk.");
  });
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
  test("A10 no Python found: choose one, look again, or read how to get one", async ({
    app,
    page,
  }) => {
    const screen = new AppScreen(app, page);
    await expect(page.getByTestId("example-card").first()).toBeVisible();
    await screen.answerOpenDialog(script("cycle.py"));
    await screen.press("Control+o");
    const notice = page.getByTestId("error-no-python");
    await expect(notice).toContainText("No Python found");
    await expect(notice.getByRole("button", { name: "Choose interpreter…" })).toBeVisible();
    await expect(notice.getByRole("button", { name: "Look again" })).toBeVisible();
    await expect(notice).toHaveScreenshot("no-python.png", { maxDiffPixelRatio: 0.02 });
    await expectAccessible(page, "a screen without Python");
    await notice.getByRole("button", { name: "How to install" }).click();
    await expect(page.getByRole("dialog", { name: "How to install Python" })).toBeVisible();
    await screen.press("Escape");
    await screen.answerOpenDialog(script("not_a_script.txt"));
    await notice.getByRole("button", { name: "Choose interpreter…" }).click();
    await expect(page.getByTestId("toast")).toContainText("could not be started");
  });
});
