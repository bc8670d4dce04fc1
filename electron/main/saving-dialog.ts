/** Where a file goes, asked with the system's dialog, and writing it there: whole or not at all. */
import { dialog, type BrowserWindow, type MessageBoxOptions } from "electron";
import fs from "node:fs";
import path from "node:path";
import type { Answer } from "../contract/requests";
import { replaceFile } from "../session/replace-file";
import { reasonOf } from "../session/script-file";

export interface SaveWish {
  /** What the folder is remembered for. */
  readonly purpose: string;
  readonly title: string;
  /** Suggested. */
  readonly file: string;
  readonly kind: { readonly name: string; readonly ending: string };
  /** Made only when it is known where it goes. */
  content(): Promise<string | Uint8Array>;
}

export interface SavingDialog {
  /** Only asks where; undefined when cancelled. */
  choose(wish: Omit<SaveWish, "content">): Promise<string | undefined>;
  /** Answers where it was saved; undefined when cancelled. */
  ask(wish: SaveWish): Promise<Answer<string | undefined>>;
  /** To the suggested place; asks only before a file there is replaced. */
  again(wish: SaveWish): Promise<Answer<string | undefined>>;
}

export function createSavingDialog(
  window: () => BrowserWindow | undefined,
  remember: (purpose: string, file: string) => void,
): SavingDialog {
  async function write(file: string, wish: SaveWish): Promise<Answer<string | undefined>> {
    try {
      replaceFile(file, await wish.content());
    } catch (error) {
      const failure = { kind: "save-failed", path: file, reason: reasonOf(error) } as const;
      return { ok: false, failure };
    }
    remember(wish.purpose, file);
    return { ok: true, value: file };
  }

  async function choose(wish: Omit<SaveWish, "content">): Promise<string | undefined> {
    const { title, kind } = wish;
    const filters = [{ name: kind.name, extensions: [kind.ending] }];
    const options = { title, defaultPath: wish.file, filters };
    const parent = window();
    const { canceled, filePath } = parent
      ? await dialog.showSaveDialog(parent, options)
      : await dialog.showSaveDialog(options);
    if (canceled || filePath === "") return undefined;
    // Linux leaves the ending away when the person did not type it.
    return path.extname(filePath) === "" ? `${filePath}.${kind.ending}` : filePath;
  }

  async function mayReplace(file: string): Promise<boolean> {
    if (!fs.existsSync(file)) return true;
    const question: MessageBoxOptions = {
      type: "question",
      message: `${path.basename(file)} exists already. Replace it?`,
      detail: `In ${path.dirname(file)}`,
      buttons: ["Replace", "Cancel"],
      defaultId: 0,
      cancelId: 1,
    };
    const parent = window();
    const { response } = parent
      ? await dialog.showMessageBox(parent, question)
      : await dialog.showMessageBox(question);
    return response === 0;
  }

  return {
    choose,
    async ask(wish) {
      const file = await choose(wish);
      return file === undefined ? { ok: true, value: undefined } : write(file, wish);
    },
    async again(wish) {
      return (await mayReplace(wish.file))
        ? write(wish.file, wish)
        : { ok: true, value: undefined };
    },
  };
}
