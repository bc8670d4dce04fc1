/** Nothing on the screen may be a serious obstacle for people who use it without mouse or without sight. */
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

/** `where` is told when something is found. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    // Off by itself: what is clicked is at least 24 pixels, or stands apart from the next.
    .options({ rules: { "target-size": { enabled: true } } })
    .analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`);
  expect(serious, `obstacles on ${where}`).toEqual([]);
}
