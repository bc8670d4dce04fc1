/** The export dialog as a person uses it. */
import { expect, type Locator, type Page } from "@playwright/test";
import type { AppScreen } from "./app-screen";

export class ExportForm {
  private readonly screen: AppScreen;
  private readonly page: Page;
  readonly dialog: Locator;

  constructor(screen: AppScreen) {
    this.screen = screen;
    this.page = screen.page;
    this.dialog = this.page.getByTestId("export-dialog");
  }

  async open(): Promise<void> {
    await this.screen.press("Control+Shift+e");
    await expect(this.dialog).toBeVisible();
  }

  /** By the words on its buttons: `Whole graph`, `PNG`, `2×`, `White`. */
  async choose(...words: readonly string[]): Promise<void> {
    for (const word of words) await this.dialog.getByText(word, { exact: true }).click();
  }

  /** What the dialog promises, once the picture is there: `1556 × 1162 px, 206 × 154 mm, …`. */
  async promised(): Promise<string> {
    const size = this.dialog.getByTestId("export-size");
    await expect(size).toContainText("mm");
    return size.innerText();
  }

  async save(file: string): Promise<void> {
    await this.screen.answerSaveDialog(file);
    await this.dialog.getByRole("button", { name: /^Save/ }).click();
  }

  /** Saves, and waits for the word that it is there. */
  async saveAs(file: string): Promise<void> {
    await this.save(file);
    const name = file.split("/").at(-1) ?? file;
    const toast = this.page.getByTestId("toast");
    await expect(toast).toContainText(`Saved ${name}`);
    await toast.getByRole("button", { name: "Close the message" }).click();
  }
}
