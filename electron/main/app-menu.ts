/** The menu bar of macOS, made of what the page describes; elsewhere there is none, the page draws its own. */
import { Menu } from "electron";
import type { NativeMenu } from "../contract/native-menu";
import { menuTemplate } from "./menu-template";

/** Until the page has described its commands there are only the system's own. */
export function installMenu(invoke: (command: string) => void): void {
  showMenus([], invoke);
}

export function showMenus(menus: readonly NativeMenu[], invoke: (command: string) => void): void {
  const isNative = process.platform === "darwin";
  Menu.setApplicationMenu(isNative ? Menu.buildFromTemplate(menuTemplate(menus, invoke)) : null);
}
