/** The app's start, step by step; the reading of the main process begins here. */
import { app, nativeTheme, type BrowserWindow } from "electron";
import fs from "node:fs";
import path from "node:path";
import { PICTURE_WINDOW } from "../contract/picture-job";
import type { SessionEvent } from "../contract/session-events";
import { engineThread } from "../session/engine-thread";
import { installMenu } from "./app-menu";
import { denyPermissions, openWindow } from "./app-window";
import { reportCrashes } from "./crash-report";
import { createBreakpointStore } from "./breakpoint-store";
import { createCurrentSession, type CurrentSession } from "./current-session";
import { readLaunchArguments } from "./launch-arguments";
import { createOpenRequests, type OpenRequests } from "./open-requests";
import { announcePageScheme, servePage } from "./page-protocol";
import { startPictureMode } from "./picture-mode";
import { createPythonChoice } from "./python-choice";
import { answerRequests } from "./request-handlers";
import { createFileDialogs } from "./save-export";
import { createScriptStore } from "./script-store";
import { createScriptWatch, type ScriptWatch } from "./script-watch";
import { mendSettings, settingsFile } from "./settings-file";
import { createUnsavedRecordings, type UnsavedRecordings } from "./unsaved-recordings";
import { createWindowPlaces } from "./window-place";

const appFolder = app.getAppPath();
const dataFolder = app.getPath("userData");
// What Python and the page's examples need lies beside a packaged app's archive, not in it.
const packagedFolder = process.resourcesPath;
const sharedFolder = fs.existsSync(path.join(packagedFolder, "python-agent"))
  ? packagedFolder
  : appFolder;
const launch = readLaunchArguments(process.argv, { appFolder, workingFolder: process.cwd() });

// 0. Not to be seen at all, and never the one app: the command line wants pictures drawn.
if (process.argv.includes(PICTURE_WINDOW)) {
  startPictureMode({
    preloadFile: path.join(appFolder, "out", "picture-preload", "picture-preload.cjs"),
    pageFolder: path.join(appFolder, "out", "renderer"),
  });
}
// 1. One app at a time: a second start hands its file over and leaves.
else if (app.requestSingleInstanceLock()) start();
else app.quit();

function start(): void {
  reportCrashes(dataFolder, launch.e2e);

  // 2. What must be said before Electron is ready.
  announcePageScheme();
  let window: BrowserWindow | undefined;
  const publish = (event: SessionEvent): void => {
    if (window && !window.isDestroyed()) window.webContents.send("heap:event", event);
  };
  const openRequests = createOpenRequests(publish);
  if (launch.file !== undefined) openRequests.request(launch.file, launch.scriptArguments);
  takeFilesFromSystem(openRequests, () => window);

  // 3. Everything the page may ask for.
  const damaged = mendSettings(dataFolder);
  const settings = settingsFile(dataFolder);
  const places = createWindowPlaces(dataFolder);
  const watch = createScriptWatch(publish);
  const pythons = createPythonChoice(dataFolder, launch.python);
  const breakpoints = createBreakpointStore(dataFolder);
  const current = createCurrentSession({
    agentFolder: path.join(sharedFolder, "python-agent"),
    connectEngine: engineThread(new URL("engine-worker.js", import.meta.url)),
    pythons,
    breakpoints,
    settings: () => settings.read(),
    publish(event) {
      publish(event);
      unsaved.take(event);
    },
    appVersion: app.getVersion(),
  });
  const unsaved = createUnsavedRecordings({
    folder: path.join(dataFolder, "unsaved"),
    write: (file) => current.save(file, { values: false, source: false }),
  });
  answerRequests({
    window: () => window,
    scripts: createScriptStore(dataFolder, path.join(sharedFolder, "assets", "examples")),
    pythons,
    breakpoints,
    current,
    dialogs: createFileDialogs(dataFolder, () => window),
    settings,
    layouts: places,
    watch,
    unsaved,
    publish,
    pageReady() {
      const leftOver = unsaved.leftOver();
      if (leftOver !== undefined) publish(leftOver);
      if (damaged !== undefined) publish({ kind: "notice", failure: damaged });
      openRequests.pageReady();
    },
  });

  // 4. The window.
  const showWindow = (): void => {
    openRequests.pageGone();
    window = openWindow({
      preloadFile: path.join(appFolder, "out", "preload", "preload.cjs"),
      e2e: launch.e2e,
      place: places.place(),
      zoom: () => settings.read().interfaceZoom,
    });
    places.follow(window);
    window.on("closed", () => (window = undefined));
  };
  void app.whenReady().then(() => {
    nativeTheme.themeSource = settings.read().theme;
    denyPermissions();
    servePage(path.join(appFolder, "out", "renderer"));
    installMenu((command) => publish({ kind: "command-invoked", command }));
    showWindow();
  });
  app.on("activate", () => {
    if (window === undefined && app.isReady()) showWindow();
  });

  // 5. The end.
  endInGoodOrder(current, unsaved, watch);
}

/** No Python stays behind, and one held at its end may leave in good order first. */
function endInGoodOrder(
  current: CurrentSession,
  unsaved: UnsavedRecordings,
  watch: ScriptWatch,
): void {
  const end = async (): Promise<void> => {
    await unsaved.end();
    await current.end();
  };
  app.on("window-all-closed", () => {
    void end().then(() => {
      if (process.platform !== "darwin") app.quit();
    });
  });
  app.on("will-quit", () => {
    watch.end();
    void current.end();
  });
}

/** Files opened in the file manager, or handed over by a second start. */
function takeFilesFromSystem(
  openRequests: OpenRequests,
  window: () => BrowserWindow | undefined,
): void {
  app.on("open-file", (event, file) => {
    event.preventDefault();
    openRequests.request(file);
  });
  app.on("second-instance", (_event, words, workingFolder) => {
    const { file, scriptArguments } = readLaunchArguments(words, { appFolder, workingFolder });
    if (file !== undefined) openRequests.request(file, scriptArguments);
    if (window()?.isMinimized()) window()?.restore();
    window()?.focus();
  });
}
