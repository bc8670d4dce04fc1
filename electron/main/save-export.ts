/** Native dialogs for opening and saving, each remembering its folder; a picture is written whole or not at all. */
import { app, dialog, type BrowserWindow, type OpenDialogOptions } from "electron";
import path from "node:path";
import type { Answer, SavePicture } from "../contract/requests";
import { replaceFile } from "../session/replace-file";
import { reasonOf } from "../session/script-file";
import { isRecord, storedJson } from "./stored-json";

export interface FileDialogs {
  chooseScript(): Promise<string | undefined>;
  choosePython(): Promise<string | undefined>;
  /** Answers where it was saved; undefined when cancelled. */
  savePicture(picture: SavePicture): Promise<Answer<string | undefined>>;
  saveScript(suggestedName: string, text: string): Promise<Answer<string | undefined>>;
}

interface SaveWish {
  /** What the folder is remembered for. */
  readonly purpose: string;
  readonly title: string;
  /** Suggested. */
  readonly file: string;
  readonly kind: { readonly name: string; readonly ending: string };
  readonly content: string | Uint8Array;
}

type Folders = Readonly<Record<string, string>>;

const formatNames: Readonly<Record<SavePicture["format"], string>> = {
  png: "PNG picture",
  svg: "SVG picture",
};

export function createFileDialogs(
  dataFolder: string,
  window: () => BrowserWindow | undefined,
): FileDialogs {
  const folders = storedJson(path.join(dataFolder, "folders.json"), parseFolders);

  function remember(purpose: string, file: string): void {
    folders.write({ ...folders.read(), [purpose]: path.dirname(file) });
  }

  async function chooseFile(
    purpose: string,
    options: OpenDialogOptions,
  ): Promise<string | undefined> {
    const defaultPath = folders.read()[purpose] ?? app.getPath("home");
    const parent = window();
    const all: OpenDialogOptions = { ...options, defaultPath, properties: ["openFile"] };
    const { canceled, filePaths } = parent
      ? await dialog.showOpenDialog(parent, all)
      : await dialog.showOpenDialog(all);
    const file = canceled ? undefined : filePaths[0];
    if (file !== undefined) remember(purpose, file);
    return file;
  }

  async function save(wish: SaveWish): Promise<Answer<string | undefined>> {
    const { title, kind, content, purpose } = wish;
    const filters = [{ name: kind.name, extensions: [kind.ending] }];
    const options = { title, defaultPath: wish.file, filters };
    const parent = window();
    const { canceled, filePath } = parent
      ? await dialog.showSaveDialog(parent, options)
      : await dialog.showSaveDialog(options);
    if (canceled || filePath === "") return { ok: true, value: undefined };
    // Linux leaves the ending away when the person did not type it.
    const file = path.extname(filePath) === "" ? `${filePath}.${kind.ending}` : filePath;
    try {
      replaceFile(file, content);
    } catch (error) {
      const failure = { kind: "save-failed", path: file, reason: reasonOf(error) } as const;
      return { ok: false, failure };
    }
    remember(purpose, file);
    return { ok: true, value: file };
  }

  return {
    chooseScript: () =>
      chooseFile("script", {
        title: "Open script",
        filters: [
          { name: "Python scripts", extensions: ["py", "pyw"] },
          { name: "All files", extensions: ["*"] },
        ],
      }),
    choosePython: () => chooseFile("python", { title: "Choose a Python interpreter" }),

    savePicture: ({ suggestedName, format, bytes }) =>
      save({
        purpose: "picture",
        title: "Export image",
        file: path.join(
          folders.read()["picture"] ?? app.getPath("pictures"),
          path.basename(suggestedName),
        ),
        kind: { name: formatNames[format], ending: format },
        content: bytes,
      }),
    saveScript: (suggestedName, text) =>
      save({
        purpose: "script",
        title: "Save a copy of the script",
        file: path.join(
          folders.read()["script"] ?? app.getPath("home"),
          path.basename(suggestedName),
        ),
        kind: { name: "Python script", ending: "py" },
        content: text,
      }),
  };
}

function parseFolders(content: unknown): Folders {
  if (!isRecord(content)) return {};
  const entries = Object.entries(content).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && path.isAbsolute(entry[1]),
  );
  return Object.fromEntries(entries);
}
