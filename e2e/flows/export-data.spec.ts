/** The graph and the tables as text for other programs: from the dialog, the palette and the table of types. */
import AxeBuilder from "@axe-core/playwright";
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "../support/launch-app";
import { AppScreen } from "../support/app-screen";

async function openAtStep8(screen: AppScreen): Promise<void> {
  await screen.open(path.resolve("e2e/scripts/cycle.py"));
  await screen.ready();
  await screen.goToStep(8);
}

test("the dialog shows data as text and saves what it shows", async ({ app, page }, info) => {
  const screen = new AppScreen(app, page);
  await openAtStep8(screen);
  await screen.press("Control+Shift+e");
  const dialog = page.getByRole("dialog");
  await dialog.getByText("DOT", { exact: true }).click();
  await expect(dialog.getByTestId("export-text")).toContainText("digraph {");
  await expect(dialog.getByTestId("export-background-white")).toHaveCount(0);
  const axe = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(axe.violations.filter((v) => v.impact === "serious" || v.impact === "critical")).toEqual(
    [],
  );
  await dialog.getByText("CSV", { exact: true }).click();
  await dialog.getByText("Types", { exact: true }).click();
  await expect(dialog.getByTestId("export-text")).toContainText("MyObject,2,0,2,");
  const shown = await dialog.getByTestId("export-text").innerText();
  const file = info.outputPath("cycle-step08-types.csv");
  await screen.answerSaveDialog(file);
  await expect(dialog.getByText("cycle-step08-types.csv")).toBeVisible();
  await dialog.getByRole("button", { name: /^Save/ }).click();
  await expect(page.getByTestId("toast")).toContainText("Saved cycle-step08-types.csv");
  expect(fs.readFileSync(file, "utf8").replaceAll("\r\n", "\n").trim()).toBe(shown.trim());
  // A picture after data is a picture again.
  await screen.press("Control+Shift+e");
  await expect(dialog.getByTestId("export-format-png")).toBeChecked();
});

test("the palette copies the graph as Mermaid, the table of types its own menu as CSV", async ({
  app,
  page,
}) => {
  const screen = new AppScreen(app, page);
  await openAtStep8(screen);
  const clipboard = (): Promise<string> =>
    app.evaluate(({ clipboard: system }) => system.readText());
  await screen.press("Control+k");
  await page.keyboard.type("as Mermaid");
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("toast")).toContainText("Copied Mermaid");
  expect(await clipboard()).toMatch(/^flowchart LR\n/);
  await page.getByRole("tab", { name: "Types" }).click();
  await page.getByTestId("panel-types").click({ button: "right" });
  await page.getByRole("menuitem", { name: "Copy the table of types as CSV" }).click();
  await expect(page.getByTestId("toast")).toContainText("Copied CSV of types");
  expect(await clipboard()).toMatch(/^type,count,since_last_step,/);
});
