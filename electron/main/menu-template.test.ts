import { expect, test, vi } from "vitest";
import type { NativeMenu } from "../contract/native-menu";
import { menusArgument } from "./menu-guard";
import { acceleratorOf, menuTemplate } from "./menu-template";

const item = { id: "open", title: "Open script…", keys: "$mod+o", enabled: true, checked: false };
const menus: readonly NativeMenu[] = [
  { name: "File", groups: [[item], [{ ...item, id: "quit", enabled: false }]] },
  { name: "Help", groups: [[{ ...item, id: "about", checked: true }]] },
];

test("the page's menus stand between the system's own, and an item invokes its command", () => {
  const invoke = vi.fn<(command: string) => void>();
  const [system, file, ...rest] = menuTemplate(menus, invoke);
  expect([system?.role, file?.label, ...rest.map(({ role }) => role)]).toEqual([
    "appMenu",
    "File",
    "windowMenu",
    "help",
  ]);
  if (!Array.isArray(file?.submenu)) throw new Error("The menu has items.");
  const [open, line, quit] = file.submenu;
  expect(open).toMatchObject({ accelerator: "CommandOrControl+O", registerAccelerator: false });
  expect(line).toEqual({ type: "separator" });
  expect(quit).toMatchObject({ enabled: false });
  Reflect.apply(open?.click ?? expect.unreachable, undefined, []);
  expect(invoke).toHaveBeenCalledWith("open");
});

test("keys are written as Electron wants them", () => {
  expect(acceleratorOf("Shift+Period")).toBe("Shift+.");
  expect(acceleratorOf("+")).toBe("Plus");
  expect(acceleratorOf("$mod+Alt+b")).toBe("CommandOrControl+Alt+B");
});

test("what is no menu is refused", () => {
  expect(menusArgument(menus)).toEqual(menus);
  expect(() => menusArgument([{ name: "File", groups: [[{ id: 3 }]] }])).toThrow(TypeError);
  expect(() => menusArgument("File")).toThrow(TypeError);
});
