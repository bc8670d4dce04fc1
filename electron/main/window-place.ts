/** Keeps the window where and how the person left it on each screen. */
import { screen, type BrowserWindow } from "electron";
import type { WindowLayout } from "../contract/window-layout";
import {
  rememberedPlace,
  screenKey,
  windowMemoryFile,
  withScreen,
  type WindowPlace,
} from "./window-memory";

export interface WindowLayouts {
  layout(): WindowLayout | undefined;
  keepLayout(layout: WindowLayout): void;
}

export interface WindowPlaces extends WindowLayouts {
  /** Where to open the window; undefined: nothing that fits is remembered. */
  place(): WindowPlace | undefined;
  /** Remembers where this window goes. */
  follow(window: BrowserWindow): void;
}

export function createWindowPlaces(folder: string): WindowPlaces {
  const file = windowMemoryFile(folder);
  let shown: BrowserWindow | undefined;

  /** The screen the window is on, or would open on. */
  const currentKey = (): string => {
    const display =
      shown === undefined || shown.isDestroyed()
        ? screen.getPrimaryDisplay()
        : screen.getDisplayMatching(shown.getBounds());
    return screenKey(display.workArea);
  };

  return {
    place: () =>
      rememberedPlace(
        file.read(),
        screen.getAllDisplays().map(({ workArea }) => workArea),
      ),
    layout: () => file.read().screens[currentKey()]?.layout,
    keepLayout: (layout) => file.write(withScreen(file.read(), currentKey(), { layout })),
    follow(window) {
      shown = window;
      // Once, at the end: a window that is dragged moves hundreds of times.
      window.on("close", () => {
        const place = { bounds: window.getNormalBounds(), maximized: window.isMaximized() };
        file.write(withScreen(file.read(), currentKey(), { place }));
      });
    },
  };
}
