/** The page's only way out: puts `window.heap` there, derived from the contract. */
import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from "electron";
import type { RequestName } from "../contract/requests";
import type { SessionEvent } from "../contract/session-events";
import type { HeapApi } from "./heap-api";

/** A record, so that a request missing here does not compile. */
const requestNames: Readonly<Record<RequestName, true>> = {
  openDialog: true,
  openFile: true,
  openExample: true,
  examples: true,
  lesson: true,
  recentFiles: true,
  forgetRecent: true,
  pythons: true,
  choosePython: true,
  selectPython: true,
  run: true,
  openRecording: true,
  saveRecording: true,
  runCells: true,
  discardUnsaved: true,
  stop: true,
  keepGoing: true,
  collectNow: true,
  resume: true,
  pauseProgram: true,
  execute: true,
  breakpoints: true,
  setBreakpoints: true,
  sourceText: true,
  sendInput: true,
  phase: true,
  steps: true,
  view: true,
  unionGraph: true,
  inspect: true,
  cycles: true,
  whyAlive: true,
  neighbours: true,
  neighbourhood: true,
  whatIf: true,
  smallestCut: true,
  edgeFacts: true,
  search: true,
  types: true,
  substeps: true,
  lessonFact: true,
  savePicture: true,
  dragPicture: true,
  saveData: true,
  saveScript: true,
  showInFolder: true,
  settings: true,
  changeSettings: true,
  windowLayout: true,
  keepWindowLayout: true,
  windowControl: true,
  showMenus: true,
  aboutVersions: true,
  ready: true,
};

const requests = Object.fromEntries(
  Object.keys(requestNames).map((name) => [
    name,
    (...args: readonly unknown[]): Promise<unknown> => ipcRenderer.invoke(`heap:${name}`, ...args),
  ]),
);

const rest: Omit<HeapApi, RequestName> = {
  subscribe(listener) {
    const receive = (_event: IpcRendererEvent, event: SessionEvent): void => listener(event);
    ipcRenderer.on("heap:event", receive);
    return () => void ipcRenderer.off("heap:event", receive);
  },
  pathForFile: (file) => webUtils.getPathForFile(file),
  e2e: process.argv.includes("--heap-e2e"),
  platform: process.platform,
};

contextBridge.exposeInMainWorld("heap", { ...requests, ...rest });
