/** Journey B14: a recording is saved, found again after a restart, and read as far as it goes when it is damaged. */
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "../support/launch-app";
import { AppScreen } from "../support/app-screen";
import { expectAccessible } from "../support/axe-check";

const script = path.resolve("e2e/scripts/cycle.py");

/** What is seen, without what only the live program had. */
async function seenAt(screen: AppScreen, step: number): Promise<unknown> {
  const { phase: _, status: __, ...seen } = await screen.goToStep(step);
  return seen;
}

test("B14 a saved recording shows the same after a restart, and its readable part when it is cut off", async ({
  app,
  page,
  relaunch,
}, info) => {
  const screen = new AppScreen(app, page);
  const file = info.outputPath("cycle.ouroscope");
  await screen.open(script);
  await screen.ready();
  const live = { 8: await seenAt(screen, 8), 4: await seenAt(screen, 4) };
  await screen.answerSaveDialog(file);
  await screen.press("Control+s");
  await expect(page.getByTestId("toast")).toContainText("Saved cycle.ouroscope");

  const again = await relaunch();
  const reopened = new AppScreen(again.app, again.page);
  await expect(again.page.getByTestId("recent-file").first()).toContainText("cycle.ouroscope");
  await reopened.open(file);
  expect((await reopened.ready(/ended/)).steps).toBe(9);
  expect(await seenAt(reopened, 8)).toEqual(live[8]);
  expect(await seenAt(reopened, 4)).toEqual(live[4]);
  await expect(again.page.getByTestId("title")).toContainText("saved recording, 9 steps");
  await expect(again.page.getByTestId("status")).toContainText("Saved recording");
  await expect(
    again.page.getByRole("region", { name: "Tools" }).getByRole("button", { name: "Collect" }),
  ).toBeDisabled();
  await expect(again.page.getByRole("button", { name: "Edit the script" })).toHaveCount(0);

  const whole = fs.readFileSync(file);
  fs.writeFileSync(file, whole.subarray(0, Math.floor(whole.length * 0.7)));
  await reopened.drop(file);
  const notice = again.page.getByTestId("error-recording-damaged");
  await expect(notice).toContainText(/This recording is damaged after step [37]\./);
  await expectAccessible(again.page, "a damaged recording");
  // What was open is still there.
  expect((await reopened.state()).steps).toBe(9);
  await notice.getByRole("button", { name: "Open readable part" }).click();
  await expect.poll(async () => (await reopened.state()).steps).toBeLessThan(9);
  const { steps } = await reopened.state();
  expect(await seenAt(reopened, steps)).toMatchObject({ step: steps });
  await expect(notice).toHaveCount(0);
});

test("a recording that was not saved is offered after a crash, and opened or thrown away", async ({
  app,
  page,
  relaunch,
}) => {
  const screen = new AppScreen(app, page);
  await screen.open(script);
  await screen.ready();
  const folder = await app.evaluate(({ app: main }) => `${main.getPath("userData")}/unsaved`);
  const kept = (): number => (fs.existsSync(folder) ? fs.readdirSync(folder).length : 0);
  await expect.poll(kept).toBe(1);
  const gone = new Promise((resolve) => app.process().once("exit", resolve));
  app.process().kill("SIGKILL");
  await gone;

  const again = await relaunch();
  const notice = again.page.getByTestId("error-unsaved-recording");
  await expect(notice).toContainText("The recording of cycle.py was not saved.");
  await expectAccessible(again.page, "an unsaved recording");
  await notice.getByRole("button", { name: "Open it" }).click();
  const reopened = new AppScreen(again.app, again.page);
  expect((await reopened.ready(/ended/)).steps).toBe(9);
  await expect(again.page.getByTestId("status")).toContainText("not saved yet");

  const third = await relaunch();
  await third.page.getByRole("button", { name: "Discard" }).click();
  await expect(third.page.getByTestId("error-unsaved-recording")).toHaveCount(0);
  await expect.poll(kept).toBe(0);
});
