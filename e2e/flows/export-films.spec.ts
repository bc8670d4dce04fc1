/** Journey C5, and the command line that draws the same without a window. */
import { spawn } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { decodeGif, playWebm } from "../support/film-player";
import { expect, test } from "../support/launch-app";
import { AppScreen } from "../support/app-screen";
import { expectAccessible } from "../support/axe-check";

const root = path.resolve(import.meta.dirname, "../..");
const script = path.join(root, "e2e", "scripts", "cycle.py");
const MOST_BYTES = 2 * 1024 * 1024;

/** Answers what it said on stderr and the exit code. */
function exported(...words: readonly string[]): Promise<{ code: number | null; said: string }> {
  const tool = path.join(root, "out", "cli", "ouroscope.js");
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [tool, "export", script, ...words]);
    let said = "";
    child.stderr.on("data", (chunk) => (said += String(chunk)));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, said }));
  });
}

async function saveFromDialog(
  screen: AppScreen,
  choices: readonly string[],
  file: string,
): Promise<Buffer> {
  await screen.answerSaveDialog(file);
  await screen.press("Control+Shift+e");
  const dialog = screen.page.getByTestId("export-dialog");
  for (const choice of choices) await dialog.getByText(choice, { exact: true }).first().click();
  await dialog.getByRole("button", { name: /^Save/ }).click();
  await expect(screen.page.getByTestId("toast")).toContainText(`Saved ${path.basename(file)}`, {
    timeout: 60_000,
  });
  return fs.readFileSync(file);
}

test("C5 a GIF and a WebM of steps 6 to 9 play as long as promised, and the command line makes the same GIF and SVG", async ({
  app,
  page,
}, info) => {
  test.slow();
  const screen = new AppScreen(app, page);
  await screen.open(script);
  await screen.ready();
  await screen.goToStep(9);

  const gif = await saveFromDialog(
    screen,
    ["Animation", "2×", "GIF", "Legend"],
    info.outputPath("cycle-steps06-09.gif"),
  );
  expect(gif.subarray(0, 6).toString()).toBe("GIF89a");
  expect(gif.length).toBeLessThan(MOST_BYTES);
  const decoded = await decodeGif(page, gif, "d9480f");
  expect(decoded.durations.length).toBeGreaterThan(10);
  // Without a legend the alarm colour is there only while the pair is unreachable: not at first, not at last.
  expect(decoded.pixels[0]).toBe(0);
  expect(decoded.pixels.at(-1)).toBe(0);
  expect(Math.max(...decoded.pixels)).toBeGreaterThan(200);
  const length = decoded.durations.reduce((sum, one) => sum + one, 0);
  expect(length).toBeGreaterThan((4 * 1500) / 2);

  const webm = await saveFromDialog(screen, ["WebM"], info.outputPath("cycle-steps06-09.webm"));
  expect(webm.subarray(0, 4).toString("hex")).toBe("1a45dfa3");
  const film = await playWebm(app, webm);
  expect([film.width, film.height]).toEqual([decoded.width, decoded.height]);
  expect(Math.abs(film.duration - length)).toBeLessThan(length / 10);

  const again = info.outputPath("again.gif");
  const words = ["--steps", "6..9", "--speed", "2", "--no-legend", "--out", again];
  expect(await exported(...words)).toMatchObject({ code: 0 });
  expect(fs.readFileSync(again).equals(gif)).toBe(true);

  await screen.goToStep(8);
  const svg = await saveFromDialog(
    screen,
    ["Whole graph", "SVG", "Legend"],
    info.outputPath("cycle-step08.svg"),
  );
  const still = info.outputPath("still.svg");
  expect(await exported("--steps", "8", "--scale", "1", "--out", still)).toMatchObject({ code: 0 });
  expect(fs.readFileSync(still, "utf8")).toBe(svg.toString("utf8"));
});

test("a film that is being drawn can be called off, and leaves the dialog as it was", async ({
  app,
  page,
}, info) => {
  const screen = new AppScreen(app, page);
  await screen.open(script);
  await screen.ready();
  const file = info.outputPath("never.webm");
  await screen.answerSaveDialog(file);
  await screen.press("Control+Shift+e");
  const dialog = page.getByTestId("export-dialog");
  // Large and slow, so that there is time to change one's mind.
  for (const choice of ["Animation", "0.5×", "WebM", "4×"])
    await dialog.getByText(choice, { exact: true }).click();
  await expectAccessible(page, "the export of an animation");
  await dialog.getByRole("button", { name: /^Save/ }).click();
  await expect(dialog.getByTestId("export-progress")).toBeVisible();
  await dialog.getByRole("button", { name: "Cancel" }).click();
  await expect(dialog.getByTestId("export-progress")).toHaveCount(0);
  await expect(dialog.getByRole("button", { name: "Save…" })).toBeEnabled();
  await expect(dialog.getByRole("alert")).toHaveCount(0);
  expect(fs.existsSync(file)).toBe(false);
});

test("the command line draws the timeline into a folder, and data without any window", async () => {
  const folder = test.info().outputPath("drawn");
  fs.mkdirSync(folder);
  const words = ["--timeline", "--format", "svg", "--out", folder];
  expect(await exported(...words)).toMatchObject({ code: 0 });
  const svg = fs.readFileSync(path.join(folder, "cycle-timeline.svg"), "utf8");
  for (const word of ["garbage", "In memory", "Reachable from a name", "gc.collect()"])
    expect(svg).toContain(`>${word}</text>`);
  const data = await exported("--steps", "7..8", "--format", "dot", "--out", folder);
  expect(data.code).toBe(0);
  expect(data.said).not.toMatch(/\[(build|display|picture)\]/);
  expect(fs.readdirSync(folder)).toEqual([
    "cycle-step07.dot",
    "cycle-step08.dot",
    "cycle-timeline.svg",
  ]);
});

test("the command line says in a sentence why there is no picture, and leaves nothing half written", async () => {
  const info = test.info();
  const out = info.outputPath("x.svg");
  const beyond = await exported("--steps", "12", "--out", out);
  expect(beyond).toMatchObject({ code: 2 });
  expect(beyond.said).toContain("there is no step 12");
  const nowhere = await exported("--out", path.join(info.outputPath("missing"), "x.svg"));
  expect(nowhere).toMatchObject({ code: 2 });
  expect(nowhere.said).toContain("There is no folder");
  expect(fs.existsSync(out)).toBe(false);
});
