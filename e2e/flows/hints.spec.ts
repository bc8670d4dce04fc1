/** Journeys A10, B10, B11: the one banner teaches what just became true, and each hint can be hidden for good. */
import path from "node:path";
import { expect, test } from "../support/launch-app";
import { AppScreen, refcounts } from "../support/app-screen";

const script = (name: string): string => path.resolve("e2e/scripts", name);

test("hints explain the examples, show what they are about, and stay hidden when hidden", async ({
  app,
  page,
  relaunch,
}) => {
  test.slow();
  const screen = new AppScreen(app, page);
  const banner = page.getByTestId("banner");

  await test.step("B11 getrefcount counts its own argument: the call can be shown", async () => {
    await page.locator('[data-example="counting-references"]').click();
    await screen.ready();
    await expect(banner).toContainText("Press F10 to run the first line");
    const one = await screen.goToStep(3);
    expect(refcounts(one, "a")).toBe("1");
    await expect(banner).toContainText("2 = 1 name + 1 argument.");
    await banner.getByRole("button", { name: "Show the call" }).click();
    await expect(banner.getByRole("button", { name: "Show the call" })).toHaveAttribute(
      "aria-pressed",
      "true",
    );
    const two = await screen.goToStep(5);
    expect(two.names.filter(({ target }) => target === "a").map(({ name }) => name)).toEqual([
      "a",
      "b",
    ]);
    await expect(banner).toContainText("3 = 2 names + 1 argument.");
    await screen.press("Control+End");
    await expect(screen.output()).toContainText(/step 3\s*2\s*step 5\s*3\s*step 7\s*2/);
  });

  await test.step("B10 with a weak reference nothing waits for the collector", async () => {
    await screen.press("Control+w");
    await page.locator('[data-example="weak-reference"]').click();
    await screen.ready();
    const six = await screen.goToStep(7);
    expect(six.hulls).toEqual([]);
    expect(six.edges.filter(({ label }) => label.includes("weak"))).toHaveLength(1);
    for (const step of [8, 9]) {
      await screen.goToStep(step);
      await expect(banner).toContainText("Freed at once.");
    }
  });

  await test.step("B10 a collector that is off is named with its line; Collect now frees", async () => {
    await screen.open(script("left_behind.py"));
    await screen.ready();
    await screen.goToStep(9);
    await expect(banner).toContainText("Unreachable, but still in memory.");
    await expect(banner).toContainText("The cycle collector is off (gc.disable(), line 3).");
    await screen.press("Control+End");
    await screen.press("Control+Shift+g");
    await expect(banner).toContainText("The collector freed 2 objects.");
    await expect(page.getByTestId("collection-marks")).toContainText("you");
  });

  await test.step("freed objects stay drawn as long as wished", async () => {
    const freed = async (): Promise<number> =>
      (await screen.state()).nodes.filter(({ state }) => state === "freed").length;
    expect(await freed()).toBe(2);
    await screen.changeSettings({ ghostSteps: "all" });
    await page.getByTestId("console").fill("kept = 1");
    await screen.press("Enter");
    await expect.poll(freed).toBe(0);
    // The page learns of a change that it makes itself.
    await screen.press("Control+,");
    await page.getByRole("radio", { name: "Not at all" }).check({ force: true });
    await page.getByRole("radio", { name: "To the end" }).check({ force: true });
    await screen.press("Escape");
    await expect.poll(freed).toBe(2);
  });

  await test.step("a kind that was hidden stays hidden after a restart", async () => {
    await screen.open(script("cycle.py"));
    await screen.ready();
    await screen.goToStep(8);
    await banner.getByRole("button", { name: "Hide this kind of hint" }).click();
    await expect(banner).toHaveCount(0);
    const again = await relaunch();
    const after = new AppScreen(again.app, again.page);
    await after.open(script("cycle.py"));
    await after.ready();
    await after.goToStep(8);
    await expect(again.page.getByTestId("banner")).toHaveCount(0);
    await after.press("Control+,");
    await again.page.getByRole("button", { name: "Show all again" }).click();
    await after.press("Escape");
    await expect(again.page.getByTestId("banner")).toContainText("Unreachable");
  });
});

test("A10 another Python runs the script again, and one that is none is refused in words", async ({
  app,
  page,
}) => {
  test.slow();
  const screen = new AppScreen(app, page);
  await screen.open(script("cycle.py"));
  await screen.ready();
  const button = page.getByRole("button", { name: /^Python 3/ });
  await button.click();
  const menu = page.getByTestId("python-menu");
  const oldest = menu.getByRole("menuitem", { name: /Python 3\.(9|10)\./ }).first();
  // Only where such an old one is installed: it frees the two dictionaries as objects of their own.
  if ((await oldest.count()) > 0) {
    await oldest.click();
    await expect(button).toContainText(/3\.(9|10)\./);
    await screen.ready();
    await screen.goToStep(9);
    await expect(page.getByTestId("banner")).toContainText(
      "It returned 4: two objects and their two attribute dictionaries.",
    );
    await button.click();
  }
  await screen.answerOpenDialog(script("not_a_script.txt"));
  await menu.getByRole("menuitem", { name: "Choose interpreter…" }).click();
  await expect(page.getByTestId("toast")).toContainText("could not be started");
  expect((await screen.state()).steps).toBe(9);
});
