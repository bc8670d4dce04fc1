/** The menu bar of macOS, whose items invoke the page's commands; elsewhere there is none, and the page handles the keys. */
import { app, Menu, type MenuItemConstructorOptions } from "electron";

/** Items name the commands of renderer/commands. */
export function installMenu(invoke: (command: string) => void): void {
  if (process.platform !== "darwin") {
    Menu.setApplicationMenu(null);
    return;
  }
  const item = (
    label: string,
    command: string,
    accelerator?: string,
  ): MenuItemConstructorOptions => ({
    label,
    click: () => invoke(command),
    // Shown beside the item; the page handles the key itself, or it would act twice.
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const template: MenuItemConstructorOptions[] = [
    { role: "appMenu" },
    {
      label: "File",
      submenu: [
        item("Open Script…", "open", "Cmd+O"),
        item("Export Image…", "export", "Shift+Cmd+E"),
        { type: "separator" },
        { role: "close" },
      ],
    },
    { role: "editMenu" },
    {
      label: "Run",
      submenu: [
        item("Continue", "continue", "F5"),
        item("Pause", "pause", "F6"),
        item("Stop", "stop", "Shift+F5"),
        item("Run Again", "restart", "Shift+Cmd+F5"),
        { type: "separator" },
        item("Step Over", "step-over", "F10"),
        item("Step Into", "step-into", "F11"),
        item("Step Out", "step-out", "Shift+F11"),
        item("Run to This Line", "run-to-line", "Cmd+F10"),
        { type: "separator" },
        item("Toggle Breakpoint", "toggle-breakpoint", "F9"),
        item("Breakpoint with a Condition…", "breakpoint-condition", "Shift+F9"),
        { type: "separator" },
        item("Collect Now", "collect", "Shift+Cmd+G"),
      ],
    },
    {
      label: "View",
      submenu: [
        { role: "resetZoom" },
        { role: "zoomIn" },
        { role: "zoomOut" },
        { type: "separator" },
        { role: "togglefullscreen" },
      ],
    },
    { role: "windowMenu" },
    { role: "help", submenu: [item(`About ${app.name}`, "about")] },
  ];
  Menu.setApplicationMenu(Menu.buildFromTemplate(template));
}
