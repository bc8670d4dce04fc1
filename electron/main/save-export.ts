/** Native dialogs for opening and saving, each remembering its folder; a picture is written whole or not at all. */
import { app, dialog, type BrowserWindow, type OpenDialogOptions } from "electron";
import path from "node:path";
import type { Answer, SavePicture } from "../contract/requests";
import { reasonOf } from "../session/script-file";
import { isRecord, replaceFile, storedJson } from "./stored-json";

export interface FileDialogs {
  chooseScript(): Promise<string | undefined>;
  choosePython(): Promise<string | undefined>;
  /** Answers where it was saved; undefined when cancelled. */
  savePicture(picture: SavePicture): Promise<Answer<string | undefined>>;
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

    async savePicture({ suggestedName, format, bytes }) {
      const folder = folders.read()["picture"] ?? app.getPath("pictures");
      const options = {
        title: "Export image",
        defaultPath: path.join(folder, path.basename(suggestedName)),
        filters: [{ name: formatNames[format], extensions: [format] }],
      };
      const parent = window();
      const { canceled, filePath } = parent
        ? await dialog.showSaveDialog(parent, options)
        : await dialog.showSaveDialog(options);
      if (canceled || filePath === "") return { ok: true, value: undefined };
      // Linux leaves the ending away when the person did not type it.
      const file = path.extname(filePath) === "" ? `${filePath}.${format}` : filePath;
      try {
        replaceFile(file, bytes);
      } catch (error) {
        const failure = { kind: "save-failed", path: file, reason: reasonOf(error) } as const;
        return { ok: false, failure };
      }
      remember("picture", file);
      return { ok: true, value: file };
    },
  };
}

function parseFolders(content: unknown): Folders {
  if (!isRecord(content)) return {};
  const entries = Object.entries(content).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && path.isAbsolute(entry[1]),
  );
  return Object.fromEntries(entries);
}
