/** Why a refcount is what it is, what a collection did, and weak references, which count for nothing. */
import path from "node:path";
import { expect, test } from "../support/launch-app";
import { AppScreen } from "../support/app-screen";

const script = (name: string): string => path.resolve("e2e/scripts", name);

test("the inspector names who owns each count, and the items add up", async ({ app, page }) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("cycle.py"));
  await screen.ready();
  const state = await screen.goToStep(6);
  const obj1 = screen.node(state, "obj1");
  await page.mouse.click(obj1.x, obj1.y);
  const ledger = page.getByTestId("ledger");
  await expect(ledger.getByRole("heading")).toHaveText("Why is its refcount 2?");
  await expect(ledger.getByRole("listitem")).toHaveText([
    /^obj1\s+name\s+1$/,
    /^obj2\.ref\s+reference\s+1$/,
    /^refcount\s+2$/,
  ]);
  await ledger.getByRole("button", { name: "obj2.ref" }).click();
  await expect.poll(async () => (await screen.state()).selection).toBe("obj2");
});

test("a collection's row opens and says how its number adds up", async ({ app, page }) => {
  const screen = new AppScreen(app, page);
  await screen.open(script("cycle.py"));
  await screen.ready();
  await screen.goToStep(9);
  await page.getByRole("tab", { name: /Collections/ }).click();
  await page.getByRole("button", { name: "What the collection in step 9 found" }).click();
  const account = page.getByTestId("collection-account");
  await expect(account).toContainText(/It returned \d+/);
  await expect(account).toContainText("MyObject: 2 found, 2 freed");
});

test("a weak reference is drawn, listed apart, and told in the outline and the legend", async ({
  app,
  page,
}) => {
  const screen = new AppScreen(app, page);
  await screen.open(path.resolve("assets/examples/weak_reference.py"));
  await screen.ready();
  await expect
    .poll(async () => {
      await screen.press("F10");
      // On a busy machine the next step would be asked for before this one is shown.
      await expect.poll(async () => (await screen.state()).transitions).toBe(0);
      return (await screen.state()).edges.some((edge) => edge.label.startsWith("weak"));
    })
    .toBe(true);
  const state = await screen.state();
  const weak = state.edges.find((edge) => edge.label.startsWith("weak"));
  await expect(page.getByTestId("legend")).toContainText("weak reference");
  const target = screen.node(state, weak?.to ?? "");
  await page.mouse.click(target.x, target.y);
  const inspector = page.getByTestId("insp-object");
  await expect(inspector.getByRole("heading", { name: /Weakly referenced by/ })).toBeVisible();
  await page.getByRole("tab", { name: /Objects/ }).click();
  await expect(page.getByRole("treeitem", { name: /weak/ }).first()).toBeVisible();
});
