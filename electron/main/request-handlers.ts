/** Answers the page's requests, one handler for each: checks who asks, checks the arguments, and passes on. */
import {
  app,
  ipcMain,
  nativeTheme,
  shell,
  type BrowserWindow,
  type IpcMainInvokeEvent,
} from "electron";
import type { RequestName, Requests, Settings } from "../contract/requests";
import type { SessionEvent } from "../contract/session-events";
import type { Session } from "../session/session-interface";
import type { BreakpointStore } from "./breakpoint-store";
import type { CurrentSession } from "./current-session";
import { pageOrigin } from "./page-address";
import { dataArgument, mannerArgument, pictureArgument, thumbnailArgument } from "./picture-guards";
import type { PythonChoice } from "./python-choice";
import { showMenus } from "./app-menu";
import { graphHandlers } from "./graph-handlers";
import { readLesson } from "../session/lesson-file";
import * as guard from "./request-guards";
import { menusArgument } from "./menu-guard";
import type { FileDialogs } from "./save-export";
import { createRecordingFiles } from "./recording-files";
import type { ScriptStore } from "./script-store";
import type { ScriptWatch } from "./script-watch";
import type { StoredJson } from "./stored-json";
import type { UnsavedRecordings } from "./unsaved-recordings";
import { viewOptionsArgument } from "./view-options-guard";
import type { WindowLayouts } from "./window-place";

export interface RequestSurroundings {
  readonly window: () => BrowserWindow | undefined;
  readonly scripts: ScriptStore;
  readonly pythons: PythonChoice;
  readonly breakpoints: BreakpointStore;
  readonly current: CurrentSession;
  readonly dialogs: FileDialogs;
  readonly settings: StoredJson<Settings>;
  readonly layouts: WindowLayouts;
  readonly watch: ScriptWatch;
  readonly unsaved: UnsavedRecordings;
  readonly publish: (event: SessionEvent) => void;
  /** The page listens now. */
  readonly pageReady: () => void;
}

type Handlers = {
  readonly [Name in RequestName]: (
    ...args: readonly unknown[]
  ) => ReturnType<Requests[Name]> | Awaited<ReturnType<Requests[Name]>>;
};

export function answerRequests(surroundings: RequestSurroundings): void {
  const handlers: Handlers = {
    ...fileHandlers(surroundings),
    ...pythonHandlers(surroundings),
    ...runHandlers(surroundings),
    ...debugHandlers(surroundings),
    ...recordingHandlers(surroundings),
    ...recordingFileHandlers(surroundings),
    ...graphHandlers(() => engineOf(surroundings)),
    ...windowHandlers(surroundings),
  };
  for (const [name, handler] of Object.entries(handlers)) {
    ipcMain.handle(`heap:${name}`, (event, ...args: readonly unknown[]) => {
      checkSender(event, surroundings.window());
      return handler(...args);
    });
  }
}

function checkSender(event: IpcMainInvokeEvent, window: BrowserWindow | undefined): void {
  const frame = event.senderFrame;
  const isOurPage =
    frame !== null &&
    event.sender === window?.webContents &&
    frame === event.sender.mainFrame &&
    frame.url.startsWith(`${pageOrigin}/`);
  if (!isOurPage) throw new Error("A request came from another page than ours.");
}

type FileRequests =
  | "openDialog"
  | "openFile"
  | "openExample"
  | "examples"
  | "lesson"
  | "recentFiles"
  | "forgetRecent"
  | "savePicture"
  | "dragPicture"
  | "saveData"
  | "saveScript"
  | "showInFolder";

function fileHandlers({ scripts, dialogs }: RequestSurroundings): Pick<Handlers, FileRequests> {
  return {
    async openDialog() {
      const file = await dialogs.chooseScript();
      return file === undefined ? { ok: true, value: undefined } : scripts.openFile(file);
    },
    openFile: (file) => scripts.openFile(guard.textArgument(file)),
    openExample: (id) => scripts.openExample(guard.textArgument(id)),
    examples: () => scripts.examples(),
    lesson: (script) => readLesson(guard.pathArgument(script)),
    recentFiles: () => scripts.recentFiles(),
    forgetRecent: (file) => scripts.forgetRecent(guard.textArgument(file)),
    savePicture: (picture, manner) =>
      dialogs.savePicture(pictureArgument(picture), mannerArgument(manner)),
    dragPicture: (picture, thumbnail) =>
      dialogs.dragPicture(pictureArgument(picture), thumbnailArgument(thumbnail)),
    saveData: (data) => dialogs.saveData(dataArgument(data)),
    saveScript: (name, text) =>
      dialogs.saveScript(guard.textArgument(name), guard.textArgument(text)),
    showInFolder: (file) => shell.showItemInFolder(guard.pathArgument(file)),
  };
}

type PythonRequests = "pythons" | "choosePython" | "selectPython";

function pythonHandlers({
  pythons,
  dialogs,
  current,
}: RequestSurroundings): Pick<Handlers, PythonRequests> {
  return {
    pythons: () => pythons.list(current.scriptFolder()),
    async choosePython() {
      const file = await dialogs.choosePython();
      return file === undefined ? { ok: true, value: undefined } : pythons.check(file);
    },
    selectPython: (python) => pythons.select(guard.textArgument(python)),
  };
}

type DebugRequests = "resume" | "pauseProgram" | "execute" | "breakpoints" | "setBreakpoints";

function debugHandlers({
  current,
  breakpoints,
}: RequestSurroundings): Pick<Handlers, DebugRequests> {
  return {
    resume: (until, runTo) =>
      current.get()?.resume(guard.resumeArgument(until), guard.sourceLineArgument(runTo)),
    pauseProgram: () => current.get()?.pause(),
    execute: (code) => current.get()?.execute(guard.textArgument(code)),
    breakpoints: (script) => breakpoints.of(guard.pathArgument(script)),
    setBreakpoints(script, placed) {
      const file = guard.pathArgument(script);
      breakpoints.set(file, guard.breakpointsArgument(placed));
      current.breakpointsChanged(file);
    },
  };
}

type RunRequests = "run" | "runCells" | "stop" | "keepGoing" | "collectNow" | "sendInput" | "phase";

function runHandlers({
  scripts,
  current,
  watch,
}: RequestSurroundings): Pick<Handlers, RunRequests> {
  return {
    run(file, options) {
      const script = scripts.reread(guard.pathArgument(file));
      if (!script.ok) return script;
      watch.watch(script.value.path, script.value.text);
      return current.start(script.value, guard.runOptionsArgument(options));
    },
    runCells: (cells, until, runTo) =>
      current
        .get()
        ?.runCells(
          guard.cellsArgument(cells),
          guard.resumeArgument(until),
          guard.sourceLineArgument(runTo),
        ),
    stop: () => current.get()?.stop(),
    keepGoing: () => current.get()?.keepGoing(),
    collectNow: () => current.get()?.collectNow(),
    sendInput: (text) => current.get()?.sendInput(guard.textArgument(text)),
    phase: () => current.get()?.phase(),
  };
}

type RecordingFileRequests = "openRecording" | "saveRecording" | "discardUnsaved";

function recordingFileHandlers(
  surroundings: RequestSurroundings,
): Pick<Handlers, RecordingFileRequests> {
  const files = createRecordingFiles(surroundings);
  return {
    openRecording: (file, readablePart) =>
      files.open(guard.pathArgument(file), readablePart === true),
    saveRecording: (manner, redaction) =>
      files.save(mannerArgument(manner), guard.redactionArgument(redaction)),
    discardUnsaved: () => surroundings.unsaved.discard(),
  };
}

type RecordingRequests = "steps" | "view" | "unionGraph" | "inspect" | "cycles" | "sourceText";

function recordingHandlers({ current }: RequestSurroundings): Pick<Handlers, RecordingRequests> {
  const engine = (): Session["engine"] => engineOf({ current });
  return {
    steps: () => (current.get() === undefined ? [] : engine().ask({ kind: "steps" })),
    view: (entry, options) =>
      engine().ask({
        kind: "view",
        entry: guard.entryArgument(entry),
        options: viewOptionsArgument(options),
      }),
    unionGraph: (options) =>
      engine().ask({ kind: "union-graph", options: viewOptionsArgument(options) }),
    inspect: (entry, node) =>
      engine().ask({
        kind: "inspect",
        entry: guard.entryArgument(entry),
        node: guard.textArgument(node),
      }),
    sourceText: (file) => engine().ask({ kind: "source-text", file: guard.textArgument(file) }),
    cycles: (entry) => engine().ask({ kind: "cycles", entry: guard.entryArgument(entry) }),
  };
}

function engineOf({ current }: Pick<RequestSurroundings, "current">): Session["engine"] {
  const session = current.get();
  if (session === undefined) throw new Error("Nothing has been recorded.");
  return session.engine;
}

type WindowRequests =
  | "settings"
  | "changeSettings"
  | "windowLayout"
  | "keepWindowLayout"
  | "windowControl"
  | "showMenus"
  | "aboutVersions"
  | "ready";

function windowHandlers(surroundings: RequestSurroundings): Pick<Handlers, WindowRequests> {
  const { settings, current, publish, pageReady, window } = surroundings;
  return {
    settings: () => settings.read(),
    changeSettings(change) {
      settings.write({ ...settings.read(), ...guard.settingsArgument(change) });
      const changed = settings.read();
      nativeTheme.themeSource = changed.theme;
      window()?.webContents.setZoomFactor(changed.interfaceZoom);
      return changed;
    },
    windowLayout: () => surroundings.layouts.layout(),
    keepWindowLayout: (layout) => surroundings.layouts.keepLayout(guard.layoutArgument(layout)),
    windowControl(action) {
      controlWindow(window(), guard.windowActionArgument(action));
    },
    showMenus: (menus) =>
      showMenus(menusArgument(menus), (command) => publish({ kind: "command-invoked", command })),
    aboutVersions: () => ({
      Ouroscope: app.getVersion(),
      Electron: process.versions.electron,
      Chromium: process.versions.chrome,
      Node: process.versions.node,
    }),
    async ready() {
      for (const event of await current.retell()) publish(event);
      pageReady();
    },
  };
}

function controlWindow(
  window: BrowserWindow | undefined,
  action: "minimize" | "maximize" | "close",
): void {
  switch (action) {
    case "minimize":
      return window?.minimize();
    case "maximize":
      return window?.isMaximized() ? window.unmaximize() : window?.maximize();
    case "close":
      return window?.close();
  }
}
