/** Journey C1 and C2: the picture as a file that opens elsewhere. */
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "../support/launch-app";
import { AppScreen } from "../support/app-screen";

const script = (name: string): string => path.resolve("e2e/scripts", name);

async function openAtStep8(screen: AppScreen): Promise<void> {
  await screen.open(script("cycle.py"));
  await screen.ready();
  await screen.goToStep(8);
}

test("C1 a PNG at 2x has the promised size, a white corner and the alarm colour", async ({
  app,
  page,
}, info) => {
  const screen = new AppScreen(app, page);
  await openAtStep8(screen);
  const file = info.outputPath("cycle-step08.png");
  await screen.answerSaveDialog(file);
  await screen.press("Control+Shift+e");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("PNG", { exact: true }).click();
  await dialog.getByText("2×", { exact: true }).click();
  await dialog.getByText("White", { exact: true }).click();
  const promised = await dialog.getByTestId("export-size").innerText();
  await dialog.getByRole("button", { name: /^Save/ }).click();
  await expect(page.getByTestId("toast")).toContainText("Saved cycle-step08.png");
  const bytes = fs.readFileSync(file);
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  const size = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  expect(promised.replaceAll(",", "")).toContain(`${size[0]} × ${size[1]}`);
  const pixels = await page.evaluate(
    async (data) => {
      const bitmap = await createImageBitmap(
        new Blob([new Uint8Array(data)], { type: "image/png" }),
      );
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const context = canvas.getContext("2d")!;
      context.drawImage(bitmap, 0, 0);
      const all = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
      let alarm = 0;
      for (let at = 0; at < all.length; at += 4) {
        if (all[at] === 0xd9 && all[at + 1] === 0x48 && all[at + 2] === 0x0f) alarm += 1;
      }
      return { corner: [all[0], all[1], all[2], all[3]], alarm };
    },
    [...bytes],
  );
  expect(pixels.corner).toEqual([255, 255, 255, 255]);
  expect(pixels.alarm).toBeGreaterThan(200);
});

test("C2 an SVG keeps text as text and names its objects", async ({ app, page }, info) => {
  const screen = new AppScreen(app, page);
  await openAtStep8(screen);
  const file = info.outputPath("cycle-step08.svg");
  await screen.answerSaveDialog(file);
  await screen.press("Control+Shift+e");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("SVG", { exact: true }).click();
  await dialog.getByRole("button", { name: /^Save/ }).click();
  await expect(page.getByTestId("toast")).toContainText("Saved cycle-step08.svg");
  const text = fs.readFileSync(file, "utf8");
  for (const word of ["MyObject", ".ref", "Cycle 1, nothing outside points in"])
    expect(text).toContain(word);
  for (const id of ["obj-obj1", "obj-obj2", "obj-MyObject"]) expect(text).toContain(`id="${id}"`);
  expect(text).not.toContain("<image");
  const parsed = await page.evaluate(
    (svg) =>
      new DOMParser().parseFromString(svg, "image/svg+xml").querySelector("parsererror") === null,
    text,
  );
  expect(parsed).toBe(true);
});
