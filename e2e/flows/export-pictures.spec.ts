/** Journey J-C: pictures as files that open elsewhere, the same wherever they are made. */
import fs from "node:fs";
import path from "node:path";
import type { ElectronApplication } from "@playwright/test";
import { AppScreen } from "../support/app-screen";
import { expectAccessible } from "../support/axe-check";
import { ExportForm } from "../support/export-form";
import { hasProgram, runProgram } from "../support/foreign-programs";
import { expect, test } from "../support/launch-app";
import { colourAt, countColour, difference, readPng } from "../support/read-png";

const script = (name: string): string => path.resolve("e2e/scripts", name);

async function openAtStep8(screen: AppScreen): Promise<ExportForm> {
  await screen.open(script("cycle.py"));
  await screen.ready();
  await screen.goToStep(8);
  return new ExportForm(screen);
}

/** Of PNG and SVG alike. */
function sizeIn(promise: string): readonly number[] {
  return (/^(\d+) × (\d+) px/.exec(promise) ?? []).slice(1).map(Number);
}

async function resize(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [wide, high]) =>
      BrowserWindow.getAllWindows()[0]?.setContentSize(wide ?? 0, high ?? 0),
    [width, height],
  );
}

test("C1, C2 a picture of the graph has the promised size and colours, and its SVG shows the same", async ({
  app,
  page,
}, info) => {
  const screen = new AppScreen(app, page);
  const form = await openAtStep8(screen);
  const file = (name: string): string => info.outputPath(name);

  await test.step("C1 PNG", async () => {
    await form.open();
    await expect(form.dialog.getByTestId("export-what-whole")).toBeFocused();
    await form.choose("Whole graph", "PNG", "2×", "White");
    const promised = await form.promised();
    await expectAccessible(page, "the export dialog");
    await form.saveAs(file("cycle-step08.png"));
    const pixels = readPng(fs.readFileSync(file("cycle-step08.png")));
    expect([pixels.width, pixels.height]).toEqual(sizeIn(promised));
    expect(colourAt(pixels, 0, 0)).toBe("#ffffff");
    expect(countColour(pixels, "#D9480F")).toBeGreaterThan(200);
  });

  await test.step("C2 SVG", async () => {
    await form.open();
    await form.choose("SVG");
    await form.saveAs(file("cycle-step08.svg"));
    const text = fs.readFileSync(file("cycle-step08.svg"), "utf8");
    const caption = /cycle\.py, step 8 of 9: del obj2, Python 3\.\d+/;
    for (const word of ["MyObject", ".ref", "Cycle 1, nothing outside points in"])
      expect(text).toContain(`>${word}</text>`);
    expect(text).toMatch(caption);
    for (const id of ["obj-obj1", "obj-obj2", "obj-MyObject"]) expect(text).toContain(`id="${id}"`);
    expect(text).not.toMatch(/<image|foreignObject|var\(|href/);
    const parsed = await page.evaluate(
      (svg) =>
        new DOMParser().parseFromString(svg, "image/svg+xml").querySelector("parsererror") === null,
      text,
    );
    expect(parsed).toBe(true);
  });

  await test.step("C2 the SVG looks like the PNG in a program that is not ours", () => {
    test.skip(!hasProgram("rsvg-convert"), "no rsvg-convert");
    runProgram("rsvg-convert", "--zoom=2", "-o", file("by-rsvg.png"), file("cycle-step08.svg"));
    const ours = readPng(fs.readFileSync(file("cycle-step08.png")));
    const theirs = readPng(fs.readFileSync(file("by-rsvg.png")));
    // Letters differ where our fonts are not installed.
    expect(difference(ours, theirs)).toBeLessThan(0.02);
  });
});

test("C3 a PDF is one page as large as announced, with words and without pixels", async ({
  app,
  page,
}, info) => {
  test.skip(!hasProgram("pdfinfo"), "no pdfinfo");
  const screen = new AppScreen(app, page);
  const form = await openAtStep8(screen);
  const file = info.outputPath("cycle-step08.pdf");
  await form.open();
  await form.choose("PDF", "Paper full width");
  const [, width = "", height = ""] = /(\d+) × (\d+) mm/.exec(await form.promised()) ?? [];
  await form.saveAs(file);
  expect(fs.readFileSync(file).subarray(0, 5).toString()).toBe("%PDF-");
  const facts = runProgram("pdfinfo", file);
  expect(facts).toMatch(/^Pages: +1$/m);
  const page1 = /^Page size: +([\d.]+) x ([\d.]+) pts/m.exec(facts)?.slice(1).map(Number) ?? [];
  const points = [width, height].map((millimetres) => (Number(millimetres) / 25.4) * 72);
  for (const side of [0, 1])
    expect(Math.abs((page1[side] ?? 0) - (points[side] ?? 0))).toBeLessThan(2);
  expect(runProgram("pdftotext", file, "-")).toContain("MyObject");
  expect(runProgram("pdfimages", "-list", file).trim().split("\n")).toHaveLength(2);
});

test("C4 a filmstrip shows each step with its code; what is selected can be exported alone", async ({
  app,
  page,
}, info) => {
  const screen = new AppScreen(app, page);
  const form = await openAtStep8(screen);

  await test.step("C4 four steps in two columns", async () => {
    await form.open();
    await form.choose("Filmstrip", "SVG");
    await form.dialog.getByLabel("Steps from").fill("6");
    await form.dialog.getByLabel("to", { exact: true }).fill("9");
    await form.dialog.getByLabel("Columns").fill("2");
    await expect(form.dialog).toContainText("cycle-steps06-09.svg");
    await form.promised();
    const file = info.outputPath("cycle-steps06-09.svg");
    await form.saveAs(file);
    const text = fs.readFileSync(file, "utf8");
    const codes = ["obj2.ref = obj1", "del obj1", "del obj2", "gc.collect()"];
    codes.forEach((code, index) => {
      expect(text).toContain(`>Step ${6 + index}</text>`);
      expect(text).toContain(`>${code}</text>`);
    });
    const cells = [...text.matchAll(/id="(step\d-cell)"[^>]*>\n<rect x="([\d.]+)" y="([\d.]+)"/g)];
    expect(cells.map(([, id]) => id)).toEqual([6, 7, 8, 9].map((step) => `step${step}-cell`));
    expect(new Set(cells.map(([, , x]) => x)).size).toBe(2);
  });

  await test.step("the selection, from the menu of an object", async () => {
    const { x, y } = screen.node(await screen.state(), "obj1");
    await page.mouse.click(x, y, { button: "right" });
    await page.getByTestId("context-menu").getByText("Export selection…").click();
    await expect(form.dialog.getByTestId("export-what-selection")).toBeChecked();
    await expect(form.dialog).toContainText("cycle-step08-selection.svg");
    const file = info.outputPath("selection.svg");
    await form.saveAs(file);
    const text = fs.readFileSync(file, "utf8");
    expect(text).toContain('id="obj-obj1"');
    expect(text).not.toContain('id="obj-obj2"');
  });
});

test("C6, C7, C8 transparent pictures, too large ones, folders that refuse, and pictures without the dialog", async ({
  app,
  page,
}, info) => {
  test.slow();
  const screen = new AppScreen(app, page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  const form = await openAtStep8(screen);

  await test.step("C6 transparent in a dark window: light colours unless not wanted", async () => {
    await form.open();
    await form.choose("Transparent", "1×");
    const light = form.dialog.getByLabel("Use light colours for transparent images");
    await expect(light).toBeChecked();
    await form.saveAs(info.outputPath("light.png"));
    await form.open();
    await light.uncheck();
    await form.saveAs(info.outputPath("dark.png"));
    const [inLight, inDark] = ["light.png", "dark.png"].map((name) =>
      readPng(fs.readFileSync(info.outputPath(name))),
    );
    if (inLight === undefined || inDark === undefined) throw new Error("Both were saved.");
    expect(colourAt(inLight, 0, 0)).toBe("#00000000");
    expect(colourAt(inDark, 0, 0)).toBe("#00000000");
    expect(countColour(inLight, "#D9480F")).toBeGreaterThan(50);
    expect(countColour(inDark, "#F9753D")).toBeGreaterThan(50);
  });

  await test.step("C7 more pixels than there can be", async () => {
    await form.open();
    await form.choose("PNG", "Custom");
    const scale = form.dialog.getByTestId("export-scale");
    await scale.fill("40");
    const message = form.dialog.getByTestId("export-too-large");
    await expect(message).toHaveText("Larger than 268 megapixels. Use SVG or PDF.");
    const [width = 0, height = 0] = sizeIn(await form.promised());
    expect(width * height).toBeLessThanOrEqual(16_384 * 16_384);
    await scale.blur();
    expect(Number(await scale.inputValue())).toBeLessThan(40);
    await form.choose("SVG");
    await expect(message).toBeHidden();
  });

  await test.step("C7 a folder that takes no file, a full disk: said, and the dialog stays", async () => {
    const failure = form.dialog.getByTestId("export-failure");
    await form.save(path.join(script("cycle.py"), "picture.svg"));
    await expect(failure).toContainText("Could not save:");
    await app.evaluate(() => {
      const fs = process.getBuiltinModule("node:fs");
      const write = fs.writeFileSync;
      fs.writeFileSync = () => {
        fs.writeFileSync = write;
        throw Object.assign(new Error("no space"), { code: "ENOSPC" });
      };
    });
    await form.save(info.outputPath("full.svg"));
    await expect(failure).toContainText("Could not save: the disk is full");
    expect(fs.existsSync(info.outputPath("full.svg"))).toBe(false);
    await form.saveAs(info.outputPath("cycle-step08.svg"));
  });

  await test.step("the preview can be dragged out as a file", async () => {
    await form.open();
    await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined) throw new Error("There is no window.");
      const dragged = { file: "", hasIcon: false };
      Object.assign(globalThis, { dragged });
      contents.startDrag = ({ file, icon }) => {
        dragged.file = file;
        dragged.hasIcon = typeof icon !== "string" && !icon.isEmpty();
      };
    });
    await form.dialog.getByTitle("Drag it into another program").dispatchEvent("dragstart");
    const dragged = (): Promise<unknown> =>
      app.evaluate(() => Object.getOwnPropertyDescriptor(globalThis, "dragged")?.value);
    await expect.poll(dragged).toMatchObject({ hasIcon: true });
    const file = JSON.stringify(await dragged());
    expect(file).toMatch(/cycle-step08\.svg"/);
    const [, place = ""] = /"file":"([^"]+)"/.exec(file) ?? [];
    expect(fs.readFileSync(place, "utf8")).toContain("<svg ");
    expect(fs.statSync(path.dirname(place)).mode & 0o077).toBe(0);
    await form.dialog.getByRole("button", { name: "Cancel" }).click();
  });

  await test.step("C8 the view as an image on the clipboard, with twice its pixels", async () => {
    // What reaches the clipboard is looked at on its way: reading it is forbidden to the page.
    await page.evaluate(() => {
      const { clipboard } = navigator;
      const write = clipboard.write.bind(clipboard);
      clipboard.write = async (items) => {
        const png = await items[0]?.getType("image/png");
        const bytes = new Uint8Array((await png?.arrayBuffer()) ?? new ArrayBuffer(0));
        document.body.dataset["copied"] = JSON.stringify([...bytes]);
        await write(items);
      };
    });
    await screen.press("Control+Shift+c");
    await expect(page.getByTestId("toast")).toContainText("Copied the picture");
    const copied: unknown = JSON.parse(
      await page.evaluate(() => document.body.dataset["copied"] ?? "[]"),
    );
    const { width, height } = readPng(Buffer.from(Array.isArray(copied) ? copied : []));
    const canvas = await page.getByTestId("graph").boundingBox();
    expect([width, height]).toEqual([(canvas?.width ?? 0) * 2, (canvas?.height ?? 0) * 2]);
  });

  await test.step("C8 once more, and a file is replaced only after a yes", async () => {
    const file = info.outputPath("cycle-step08.svg");
    fs.writeFileSync(file, "mine");
    const answer = (response: number): Promise<void> =>
      app.evaluate(({ dialog }, chosen) => {
        dialog.showMessageBox = () => Promise.resolve({ response: chosen, checkboxChecked: false });
      }, response);
    await answer(1);
    await screen.press("Control+Alt+e");
    await screen.goToStep(7);
    await screen.press("Control+Alt+e");
    await expect(page.getByTestId("toast")).toContainText("Saved cycle-step07.svg");
    expect(fs.readFileSync(file, "utf8")).toBe("mine");
    await answer(0);
    await screen.goToStep(8);
    await screen.press("Control+Alt+e");
    await expect(page.getByTestId("toast")).toContainText("Saved cycle-step08.svg");
    expect(fs.readFileSync(file, "utf8")).toContain("<svg ");
  });
});

test("C9 the same settings make the same file from any window and theme", async ({
  app,
  page,
}, info) => {
  const screen = new AppScreen(app, page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await resize(app, 1024, 700);
  const form = await openAtStep8(screen);
  await form.open();
  await form.choose("SVG");
  await form.saveAs(info.outputPath("small-dark.svg"));
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await resize(app, 1440, 900);
  await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1.25),
  );
  await form.open();
  await form.saveAs(info.outputPath("large-light.svg"));
  const [one, other] = ["small-dark.svg", "large-light.svg"].map((name) =>
    fs.readFileSync(info.outputPath(name), "utf8"),
  );
  expect(other).toBe(one);
});
