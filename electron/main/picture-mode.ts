/** The app as a draughtsman: no window to see, no Python, no files; it draws what the command line, its parent, asks for and ends with it. */
import { app, BrowserWindow, ipcMain, type IpcMainEvent, type IpcMainInvokeEvent } from "electron";
import {
  type FromPictureWindow,
  pictureJobOf,
  pictureQuestionOf,
  type PictureProgress,
} from "../contract/picture-job";
import { confine, denyPermissions } from "./app-window";
import { pageOrigin } from "./page-address";
import { pictureArgument } from "./picture-guards";
import { pictureBytes } from "./picture-pdf";
import { announcePageScheme, servePage } from "./page-protocol";
import { isRecord } from "./stored-json";

export interface PictureModeFiles {
  readonly preloadFile: string;
  readonly pageFolder: string;
}

/** A page that has loaded listens at once; one that was built wrong never does. */
const READY_WITHIN_MS = 20_000;

export function startPictureMode({ preloadFile, pageFolder }: PictureModeFiles): void {
  // Nobody would ever ask for a picture, or end it.
  if (process.send === undefined) return app.exit(2);
  announcePageScheme();
  // Nobody looks, and a picture must not depend on a graphics card.
  app.disableHardwareAcceleration();
  process.once("disconnect", () => app.exit(0));
  void app.whenReady().then(() => {
    denyPermissions();
    servePage(pageFolder);
    const window = new BrowserWindow({
      show: false,
      webPreferences: {
        preload: preloadFile,
        contextIsolation: true,
        sandbox: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false,
        backgroundThrottling: false,
      },
    });
    confine(window);
    connect(window);
    window.webContents.once("render-process-gone", (_event, { reason }) =>
      say({ kind: "failed", reason: `the drawing process ended (${reason})` }),
    );
    void window.loadURL(`${pageOrigin}/export/picture-page.html`);
  });
}

/** The page on one side, the parent on the other. */
function connect(window: BrowserWindow): void {
  const open = new Map<number, (value: unknown) => void>();
  let asked = 0;
  const isOurs = ({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean =>
    sender === window.webContents && senderFrame === sender.mainFrame;
  const hear = (channel: string, listener: (value: unknown) => void): void => {
    ipcMain.on(channel, (event, value: unknown) => {
      if (isOurs(event)) listener(value);
    });
  };

  let isReady = false;
  window.webContents.once("did-finish-load", () =>
    setTimeout(() => {
      if (!isReady) say({ kind: "failed", reason: "the page that draws did not start" });
    }, READY_WITHIN_MS),
  );
  hear("picture:ready", () => {
    isReady = true;
    say({ kind: "ready" });
  });
  hear("picture:progress", (value) => {
    if (isProgress(value)) say({ kind: "progress", progress: value });
  });
  hear("picture:failed", (reason) => say({ kind: "failed", reason: String(reason) }));
  hear("picture:drawn", (value) => {
    finish(value).catch((error: unknown) =>
      say({ kind: "failed", reason: error instanceof Error ? error.message : String(error) }),
    );
  });
  ipcMain.handle("picture:ask", (event, value: unknown) => {
    const question = pictureQuestionOf(value);
    if (!isOurs(event) || question === undefined) throw new Error("No such question.");
    asked += 1;
    const id = asked;
    say({ kind: "ask", id, question });
    return new Promise((answer) => open.set(id, answer));
  });

  process.on("message", (message: unknown) => {
    if (!isRecord(message)) return;
    const { kind, id, value } = message;
    if (kind === "answer" && typeof id === "number") {
      open.get(id)?.(value);
      open.delete(id);
    }
    if (kind !== "draw") return;
    const job = pictureJobOf(message["job"]);
    if (job === undefined) say({ kind: "failed", reason: "these are no settings of a picture" });
    else window.webContents.send("picture:draw", job);
  });
}

async function finish(value: unknown): Promise<void> {
  const bytes = await pictureBytes(pictureArgument(value));
  say({ kind: "drawn", base64: Buffer.from(bytes).toString("base64") });
}

function isProgress(value: unknown): value is PictureProgress {
  return isRecord(value) && typeof value["done"] === "number" && typeof value["of"] === "number";
}

function say(message: FromPictureWindow): void {
  process.send?.(message);
}
