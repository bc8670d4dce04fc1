/** The one window: sandboxed, without Node, without a way to another page; it draws its own title bar. */
import { BrowserWindow, nativeTheme, session as browserSession } from "electron";
import { pageOrigin } from "./page-address";
import type { WindowPlace } from "./window-memory";

export interface WindowOptions {
  readonly preloadFile: string;
  readonly e2e: boolean;
  readonly icon?: string;
  /** Where it stood last; undefined: in the middle, in its usual size. */
  readonly place: WindowPlace | undefined;
  /** Of everything in the page, as it is wished now. */
  readonly zoom: () => number;
}

/** More crashes than this within a minute, and reloading is no cure. */
const reloadLimit = 3;

export function openWindow(options: WindowOptions): BrowserWindow {
  const { preloadFile, e2e, icon, place, zoom } = options;
  const window = new BrowserWindow({
    ...(place?.bounds ?? { width: 1440, height: 900 }),
    minWidth: 1024,
    minHeight: 700,
    show: false,
    title: "Ouroscope",
    backgroundColor: nativeTheme.shouldUseDarkColors ? "#16181d" : "#ffffff",
    // macOS keeps its traffic lights; elsewhere the page draws the whole bar.
    ...(process.platform === "darwin"
      ? { titleBarStyle: "hiddenInset" as const }
      : { frame: false }),
    ...(icon === undefined ? {} : { icon }),
    webPreferences: {
      preload: preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // Playing back a recording goes on while the window is covered.
      backgroundThrottling: false,
      additionalArguments: e2e ? ["--heap-e2e"] : [],
    },
  });
  confine(window);
  reloadAfterCrash(window);
  window.once("ready-to-show", () => {
    if (place?.maximized === true) window.maximize();
    window.show();
  });
  // Each page that is loaded starts at 100 %.
  window.webContents.on("did-finish-load", () => window.webContents.setZoomFactor(zoom()));
  void window.loadURL(`${pageOrigin}/`);
  return window;
}

/** No way to another page, and no second window. */
export function confine({ webContents }: BrowserWindow): void {
  webContents.on("will-navigate", (event) => event.preventDefault());
  webContents.on("will-attach-webview", (event) => event.preventDefault());
  webContents.setWindowOpenHandler(() => ({ action: "deny" }));
}

/** The page may write a picture to the clipboard, nothing more. */
export function denyPermissions(): void {
  const isAllowed = (permission: string): boolean => permission === "clipboard-sanitized-write";
  browserSession.defaultSession.setPermissionRequestHandler((_contents, permission, answer) =>
    answer(isAllowed(permission)),
  );
  browserSession.defaultSession.setPermissionCheckHandler((_contents, permission) =>
    isAllowed(permission),
  );
}

/** The session lives in main: a page that starts anew finds it again. */
function reloadAfterCrash({ webContents }: BrowserWindow): void {
  let crashes: readonly number[] = [];
  webContents.on("render-process-gone", (_event, { reason }) => {
    if (reason === "clean-exit") return;
    const now = Date.now();
    crashes = [...crashes.filter((time) => now - time < 60_000), now];
    if (crashes.length <= reloadLimit) webContents.reload();
  });
}
