/** Journey B: step through deletions and collections, and back in time. */
import path from "node:path";
import { expect, test } from "../support/launch-app";
import { AppScreen, picture, refcounts, type WindowState } from "../support/app-screen";

const script = (name: string): string => path.resolve("e2e/scripts", name);

async function openCycle(
  app: ConstructorParameters<typeof AppScreen>[0],
  page: AppScreen["page"],
): Promise<AppScreen> {
  const screen = new AppScreen(app, page);
  await screen.open(script("cycle.py"));
  await screen.ready();
  await screen.press("Control+Home");
  await screen.settledAt(0);
  return screen;
}

/** Walks from step 0 to the last and returns what was shown at each. */
async function walkForward(screen: AppScreen): Promise<WindowState[]> {
  const states = [await screen.settledAt(0)];
  for (let step = 1; step <= 9; step += 1) {
    await screen.press("F10");
    states.push(await screen.settledAt(step));
  }
  return states;
}

test("B1 F10 walks the nine steps, Back is off at the first", async ({ app, page }) => {
  const screen = await openCycle(app, page);
  await expect(page.getByRole("button", { name: /Step back/ })).toBeDisabled();
  const states = await walkForward(screen);
  expect(states.map((s) => s.step)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

test("B2 the refcounts are CPython's own at every step", async ({ app, page }) => {
  const states = await walkForward(await openCycle(app, page));
  expect(states.map((s) => refcounts(s, "obj1", "obj2"))).toEqual([
    "-,-",
    "-,-",
    "-,-",
    "1,-",
    "1,1",
    "1,2",
    "2,2",
    "1,2",
    "1,1",
    "freed,freed",
  ]);
});

test("B3 after del obj1 its name is a ghost and the cycle is still reachable from obj2", async ({
  app,
  page,
}) => {
  const screen = await openCycle(app, page);
  const state = await screen.goToStep(7);
  expect(state.names.find((n) => n.name === "obj1")).toMatchObject({ state: "deleted" });
  expect(state.edges.find((e) => e.from === "obj1" && e.state === "deleted")).toMatchObject({
    label: "deleted, step 7",
  });
  expect(screen.node(state, "obj1").state).toBe("reachable");
  expect(state.hulls[0]).toMatchObject({
    state: "reachable",
    label: "Cycle 1, reachable from obj2",
  });
  expect(state.banner).not.toContain("Unreachable");
  await expect(page.getByTestId("panel-script")).toContainText("obj1 2 → 1");
});

test("B4 after del obj2 the cycle is unreachable, in words, numbers and marks", async ({
  app,
  page,
}) => {
  const screen = await openCycle(app, page);
  const state = await screen.goToStep(8);
  expect(screen.node(state, "obj1").state).toBe("unreachable");
  expect(screen.node(state, "obj2").state).toBe("unreachable");
  expect(state.hulls[0]).toMatchObject({
    state: "unreachable",
    label: "Cycle 1, nothing outside points in",
  });
  expect(state.banner).toMatch(/^Unreachable, but still in memory\./);
  await expect(page.getByTestId("timeline").getByRole("slider")).toHaveAttribute(
    "aria-valuetext",
    /2 in memory, 0 reachable/,
  );
  await page.mouse.click(screen.node(state, "obj1").x, screen.node(state, "obj1").y);
  const inspector = page.getByTestId("insp-object");
  await expect(inspector.getByRole("heading", { level: 2 })).toHaveText("MyObject, formerly obj1");
  await expect(inspector.getByRole("row", { name: /obj1/ })).toHaveText(/obj1\s*1\s*− ?1\s*0/);
  await expect(inspector.getByRole("row", { name: /obj2/ })).toHaveText(/obj2\s*1\s*− ?1\s*0/);
  await expect(page.getByRole("tab", { name: /Cycles/ })).toContainText("1");
  await expect(screen.output()).not.toContainText("deleted");
});

test("B5 gc.collect() frees both: ghosts, output in order, the number it returned", async ({
  app,
  page,
}) => {
  const screen = await openCycle(app, page);
  const state = await screen.goToStep(9);
  expect(refcounts(state, "obj1", "obj2")).toBe("freed,freed");
  const output = await screen.output().innerText();
  expect(output.match(/Object obj\d deleted/g)).toEqual([
    "Object obj1 deleted",
    "Object obj2 deleted",
  ]);
  const returned = /It returned (\d+)/.exec(state.banner)?.[1];
  expect(["2", "4"]).toContain(returned);
  await expect(page.getByTestId("panel-script")).toContainText(`→ ${returned}`);
  await page.getByRole("tab", { name: /Collections/ }).click();
  await expect(page.getByTestId("panel-collections").getByRole("row").nth(1)).toContainText(
    String(returned),
  );
});

test("B6 going back shows exactly the pictures that were there", async ({ app, page }) => {
  const screen = await openCycle(app, page);
  const forward = await walkForward(screen);
  for (let step = 8; step >= 0; step -= 1) {
    await screen.press(",");
    expect(picture(await screen.settledAt(step))).toEqual(picture(forward[step]!));
  }
});

test("B7 nothing moves between steps, and a dragged object keeps its new place in all of them", async ({
  app,
  page,
}) => {
  const screen = await openCycle(app, page);
  const states = await walkForward(screen);
  const places = new Map<string, { x: number; y: number }>();
  for (const state of states) {
    for (const node of state.nodes) {
      const before = places.get(node.key);
      if (before !== undefined) {
        expect(Math.abs(before.x - node.x)).toBeLessThanOrEqual(0.5);
        expect(Math.abs(before.y - node.y)).toBeLessThanOrEqual(0.5);
      }
      places.set(node.key, { x: node.x, y: node.y });
    }
  }
  const obj2 = screen.node(await screen.goToStep(6), "obj2");
  await page.mouse.move(obj2.x, obj2.y);
  await page.mouse.down();
  await page.mouse.move(obj2.x + 20, obj2.y, { steps: 4 });
  await page.mouse.move(obj2.x + 40, obj2.y, { steps: 4 });
  await page.mouse.up();
  for (const step of [6, 9, 4]) {
    const moved = screen.node(await screen.goToStep(step), "obj2");
    expect(Math.abs(moved.x - obj2.x - 40)).toBeLessThanOrEqual(2);
  }
  await screen.press("Control+z");
  await expect
    .poll(async () => Math.abs(screen.node(await screen.state(), "obj2").x - obj2.x))
    .toBeLessThanOrEqual(0.5);
});

test("B8 in the past Collect is off; at the end the person can collect, and it becomes a step", async ({
  app,
  page,
}) => {
  const screen = await openCycle(app, page);
  await screen.goToStep(5);
  await expect(page.getByTestId("status")).toContainText("Viewing step 5 of 9");
  await expect(page.getByRole("button", { name: "Collect", exact: true })).toBeDisabled();
  await screen.press("Control+End");
  await screen.settledAt(9);
  await expect(page.getByRole("button", { name: "Collect", exact: true })).toBeEnabled();
  await screen.press("Control+Shift+g");
  await expect.poll(async () => (await screen.state()).steps).toBe(10);
});

test("B8 an edited script makes the recording out of date until it runs again", async ({
  app,
  page,
}) => {
  const screen = await openCycle(app, page);
  await page.getByTestId("panel-script").hover();
  await page.getByRole("button", { name: "Edit the script" }).click();
  await screen.press("Control+End");
  await page.keyboard.type("\nlast = [obj1 for obj1 in range(3)]");
  await expect(page.getByTestId("out-of-date")).toContainText("Recording is out of date");
  expect((await screen.state()).steps).toBe(9);
  await page.getByTestId("out-of-date").click();
  await expect.poll(async () => (await screen.state()).steps).toBe(10);
  await expect(page.getByTestId("out-of-date")).toHaveCount(0);
});

test("B8 the Collect button frees what the script left behind", async ({ app, page }) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("left_behind.py"));
  await screen.ready();
  await screen.press("Control+End");
  const before = await screen.state();
  expect(before.hulls[0]).toMatchObject({ state: "unreachable" });
  await expect(page.getByTestId("status")).toContainText("Cycle collector: off (line 3)");
  expect(before.banner).toContain("The cycle collector is off (gc.disable(), line 3).");
  await page.getByRole("button", { name: "Collect", exact: true }).click();
  await expect.poll(async () => (await screen.state()).steps).toBe(before.steps + 1);
  const after = await screen.settledAt(before.steps + 1);
  expect(refcounts(after, "left", "right")).toBe("freed,freed");
});

test("F11 steps into a function, Shift+F11 out of it, and a frame's names have their own box", async ({
  app,
  page,
}) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("main_function.py"));
  await screen.ready();
  await screen.goToStep(2);
  await screen.press("F11");
  await screen.settledAt(3, 1);
  await screen.press("Shift+F11");
  await screen.press("Control+Home");
  await screen.settledAt(0);
});

test.describe("with animations", () => {
  test.use({ motion: "full" });
  test("B9 a collection is played, and a second key press jumps to its end and never queues", async ({
    app,
    page,
  }) => {
    const screen = await openCycle(app, page);
    await screen.goToStep(8);
    await screen.press("F10");
    await expect.poll(async () => (await screen.state()).transitions, { intervals: [10] }).toBe(1);
    const state = await screen.settledAt(9);
    expect(refcounts(state, "obj1", "obj2")).toBe("freed,freed");
    await screen.goToStep(6);
    await screen.press("F10");
    await screen.press("F10");
    await screen.settledAt(8);
  });
});

test("events are one key apart, and a click on a tick goes to its step", async ({ app, page }) => {
  const screen = await openCycle(app, page);
  await screen.goToStep(5);
  await screen.press("Shift+Period");
  await screen.settledAt(8);
  await screen.press("Shift+Period");
  await screen.settledAt(9);
  await screen.press("Shift+Comma");
  await screen.settledAt(8);
  const track = await page.getByTestId("timeline").getByRole("slider").boundingBox();
  if (track === null) throw new Error("the timeline has no track");
  await page.mouse.click(track.x + track.width / 3, track.y + track.height / 2);
  await expect.poll(async () => (await screen.state()).step).toBeLessThan(6);
  await page.getByTestId("timeline").getByRole("slider").focus();
  await screen.press("End");
  await screen.settledAt(9);
});

test("steps arrive while the script still runs", async ({ app, page }) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("sleeps_for_ever.py"));
  await expect.poll(async () => (await screen.state()).steps).toBe(2);
  const state = await screen.state();
  expect(state.phase).toBe("running");
  await expect.poll(async () => (await screen.state()).nodes.map((n) => n.key)).toEqual(["kept"]);
});

test("the picture of step 8 looks as it did when people last looked at it", async ({
  app,
  page,
}) => {
  const screen = await openCycle(app, page);
  await screen.goToStep(8);
  await page.evaluate(() => document.fonts.ready);
  // Text and curves are drawn in software, so another machine may differ by a few edge pixels.
  await expect(page.getByTestId("graph")).toHaveScreenshot("step-8.png", {
    maxDiffPixelRatio: 0.01,
  });
});
