/** The whole journey without a mouse: open, walk the graph, change what it shows and take it back, search, hear what happens. */
import path from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible } from "../support/axe-check";
import { expect, test } from "../support/launch-app";
import { AppScreen } from "../support/app-screen";

const cycle = path.resolve("e2e/scripts", "cycle.py");

/** What a screen reader says of the thing the canvas points to. */
function active(page: Page): Promise<string> {
  return page.evaluate(() => {
    const graph = document.querySelector('[data-testid="graph"]');
    const id = graph === document.activeElement ? graph?.getAttribute("aria-activedescendant") : "";
    return document.getElementById(id ?? "")?.textContent ?? "";
  });
}

const said = (page: Page): Promise<string[]> =>
  page.getByTestId("live-region").locator("p").allTextContents();

test("everything is done with the keyboard alone, and told", async ({ app, page }) => {
  test.setTimeout(90_000);
  const screen = new AppScreen(app, page);
  const keys = async (...presses: readonly string[]): Promise<void> => {
    for (const press of presses) await screen.press(press);
  };
  const drawn = async (): Promise<string[]> => (await screen.state()).nodes.map(({ key }) => key);
  await screen.open(cycle);
  await screen.ready();
  await screen.goToStep(6);

  await test.step("A6 arrows walk from the name along the references, Enter selects", async () => {
    await keys("Control+1", "ArrowRight");
    await expect.poll(() => active(page)).toBe("name obj1, MyObject");
    await keys("ArrowRight");
    await expect.poll(() => active(page)).toContain("MyObject, obj1, refcount 2, reachable");
    await keys("ArrowRight");
    await expect.poll(() => active(page)).toContain("obj2, refcount 2");
    await keys("ArrowLeft", "Enter");
    await expect.poll(async () => (await screen.state()).selection).toBe("obj1");
  });

  await test.step("P lights the way from a name, again the next way", async () => {
    await keys("p");
    await expect
      .poll(() => said(page))
      .toContain("Alive because the global name obj1 refers to it.");
    await keys("p");
    await expect.poll(() => said(page)).toContain("Alive through the global name obj2: obj2.ref.");
    await keys("Escape");
  });

  await test.step("H hides, the chips say so, Ctrl+Z takes it back, Ctrl+Y hides again", async () => {
    await keys("h");
    await expect.poll(drawn).not.toContain("obj1");
    await expect(page.getByTestId("left-out")).toHaveText("1 hidden by you");
    await keys("Control+z");
    await expect.poll(drawn).toContain("obj1");
    await keys("Control+y");
    await expect.poll(drawn).not.toContain("obj1");
    await keys("Control+Shift+h");
    await expect.poll(drawn).toContain("obj1");
  });

  await test.step("the menu key opens the menu of what the keyboard is on, Esc leads back", async () => {
    await keys("ArrowRight", "ArrowRight", "Shift+F10");
    await expect(page.getByTestId("context-menu")).toContainText("Show only this");
    await keys("Escape");
    await expect(page.getByTestId("context-menu")).toHaveCount(0);
    await expect(page.getByTestId("graph")).toBeFocused();
  });

  await test.step("B13 each step is told with what it did", async () => {
    for (const step of [7, 8, 9]) {
      await keys("F10");
      await screen.settledAt(step);
    }
    await expect
      .poll(async () => (await said(page)).slice(-6))
      .toEqual([
        "Step 7, del obj1.",
        "obj1 object: count 2 to 1. Still reachable through obj2.",
        "Step 8, del obj2.",
        "obj2 object: count 2 to 1. obj1 and obj2 are unreachable but still in memory.",
        "Step 9, gc.collect().",
        "obj1 finalizer ran. obj2 finalizer ran. 2 objects freed, 112 bytes.",
      ]);
  });

  await test.step("B12 the banner leads through the collector's six sub-steps with the step keys", async () => {
    await page.getByRole("button", { name: "How it found them" }).press("Enter");
    const strip = page.getByTestId("long-form");
    await expect(strip).toContainText("9.1");
    await expectAccessible(page, "the sub-steps");
    await keys("F10");
    await expect(strip).toContainText("obj1 1 − 1 = 0 and obj2 1 − 1 = 0");
    await keys(",");
    await expect(strip).toContainText("9.1");
    await keys("F10", "F10", "F10", "F10", "F10");
    await expect(strip).toContainText("2 objects freed");
    await keys(",", "Escape");
    await expect(strip).toHaveCount(0);
    expect((await screen.state()).step).toBe(9);
  });

  await test.step("Ctrl+F finds, Enter goes from hit to hit, Esc closes", async () => {
    await screen.goToStep(8);
    await keys("Control+f");
    await page.keyboard.type("is:unreachable");
    await expect(page.getByTestId("find-count")).toHaveText("2 found");
    await expectAccessible(page, "the find bar");
    await keys("Enter");
    await expect(page.getByTestId("find-count")).toHaveText("1 of 2");
    const first = (await screen.state()).selection;
    await keys("Enter");
    await expect.poll(async () => (await screen.state()).selection).not.toBe(first);
    await keys("Shift+Enter");
    await expect.poll(async () => (await screen.state()).selection).toBe(first);
    await keys("Escape");
    await expect(page.getByTestId("find-bar")).toHaveCount(0);
  });

  await test.step("Ctrl+K finds commands, steps and objects by their prefixes", async () => {
    await keys("Control+k");
    await page.keyboard.type(":3");
    await expect(page.getByRole("option").first()).toContainText("step 3");
    await expectAccessible(page, "the palette");
    await keys("Enter");
    await screen.settledAt(3);
    await keys("Control+k");
    await page.keyboard.type("> fit every");
    await expect(page.getByRole("option")).toHaveCount(1);
    await keys("Enter");
    await keys("Control+k");
    await page.keyboard.type("obj1");
    await expect(page.getByRole("option", { name: /^object.*obj1/ })).toBeVisible();
    await keys("Enter");
    await expect.poll(async () => (await screen.state()).selection).toBe("obj1");
  });

  await test.step("Alt+Left goes back to where one was, Alt+Right forward again", async () => {
    await keys("Alt+ArrowLeft");
    await screen.settledAt(8);
    await keys("Alt+ArrowRight");
    await screen.settledAt(3);
  });
});
