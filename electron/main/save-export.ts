/** Native dialogs for opening and saving, each remembering its folder; a picture is written whole or not at all. */
import { app, dialog, type BrowserWindow, type OpenDialogOptions } from "electron";
import path from "node:path";
import type { Answer, SaveData, SaveManner, SavePicture } from "../contract/requests";
import { createPictureDrags, type PictureDrags } from "./picture-drag";
import { pictureBytes } from "./picture-pdf";
import { createSavingDialog, type SaveWish } from "./saving-dialog";
import { isRecord, storedJson } from "./stored-json";
import { dataWish, scriptWish } from "./text-wishes";

export interface FileDialogs extends PictureDrags {
  chooseScript(): Promise<string | undefined>;
  choosePython(): Promise<string | undefined>;
  /** Answers where it was saved; undefined when cancelled. */
  savePicture(picture: SavePicture, manner: SaveManner): Promise<Answer<string | undefined>>;
  saveData(data: SaveData): Promise<Answer<string | undefined>>;
  saveScript(suggestedName: string, text: string): Promise<Answer<string | undefined>>;
  /** Only asks where a recording of the script goes; undefined when cancelled. */
  chooseRecording(script: string): Promise<string | undefined>;
}

type Folders = Readonly<Record<string, string>>;

const formatNames: Readonly<Record<SavePicture["format"], string>> = {
  png: "PNG picture",
  svg: "SVG picture",
  pdf: "PDF document",
  gif: "GIF animation",
  webm: "WebM film",
};

export function createFileDialogs(
  dataFolder: string,
  window: () => BrowserWindow | undefined,
): FileDialogs {
  const folders = storedJson(path.join(dataFolder, "folders.json"), parseFolders);

  const saving = createSavingDialog(window, remember);

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
    ...createPictureDrags(window),
    chooseScript: () =>
      chooseFile("script", {
        title: "Open script or recording",
        filters: [
          {
            name: "Scripts, notebooks and recordings",
            extensions: ["py", "pyw", "ipynb", "ouroscope"],
          },
          { name: "Python scripts", extensions: ["py", "pyw"] },
          { name: "Notebooks", extensions: ["ipynb"] },
          { name: "Recordings", extensions: ["ouroscope"] },
          { name: "All files", extensions: ["*"] },
        ],
      }),
    choosePython: () => chooseFile("python", { title: "Choose a Python interpreter" }),

    savePicture(picture, manner) {
      const folder = folders.read()["picture"];
      const file = path.join(
        folder ?? app.getPath("pictures"),
        path.basename(picture.suggestedName),
      );
      const wish: SaveWish = {
        purpose: "picture",
        title: "Export image",
        file,
        kind: { name: formatNames[picture.format], ending: picture.format },
        content: () => pictureBytes(picture),
      };
      // Without a folder of a last time there is no "again".
      return manner === "ask" || folder === undefined ? saving.ask(wish) : saving.again(wish);
    },
    saveData: (data) =>
      saving.ask(dataWish(folders.read()["data"] ?? app.getPath("documents"), data)),
    saveScript: (suggestedName, text) =>
      saving.ask(scriptWish(folders.read()["script"] ?? app.getPath("home"), suggestedName, text)),
    async chooseRecording(script) {
      const name = path.basename(script, path.extname(script));
      const folder = folders.read()["recording"] ?? app.getPath("documents");
      const file = await saving.choose({
        purpose: "recording",
        title: "Save recording",
        file: path.join(folder, `${name}.ouroscope`),
        kind: { name: "Recording", ending: "ouroscope" },
      });
      if (file !== undefined) remember("recording", file);
      return file;
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
