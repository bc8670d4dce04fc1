/** The native menu bar made from the page's description, with what each system expects around it. Pure. */
import type { MenuItemConstructorOptions } from "electron";
import type { NativeMenu, NativeMenuItem } from "../contract/native-menu";

export function menuTemplate(
  menus: readonly NativeMenu[],
  invoke: (command: string) => void,
): MenuItemConstructorOptions[] {
  const own = menus.map(({ name, groups }): MenuItemConstructorOptions => ({
    label: name,
    submenu: groups.flatMap((group, index) => [
      ...(index === 0 ? [] : [{ type: "separator" } as const]),
      ...group.map((item) => menuItem(item, invoke)),
    ]),
  }));
  return [
    { role: "appMenu" },
    ...own.slice(0, -1),
    { role: "windowMenu" },
    ...own.slice(-1).map((help): MenuItemConstructorOptions => ({ ...help, role: "help" })),
  ];
}

function menuItem(
  { id, title, keys, enabled, checked }: NativeMenuItem,
  invoke: (command: string) => void,
): MenuItemConstructorOptions {
  return {
    label: title,
    enabled,
    ...(checked ? { type: "checkbox", checked } : {}),
    click: () => invoke(id),
    // Shown beside the item; the page handles the key itself, or it would act twice.
    ...(keys === undefined ? {} : { accelerator: acceleratorOf(keys), registerAccelerator: false }),
  };
}

const words: Readonly<Record<string, string>> = {
  $mod: "CommandOrControl",
  Period: ".",
  Comma: ",",
  BracketLeft: "[",
  ArrowLeft: "Left",
  ArrowRight: "Right",
};

/** `$mod+Shift+g` as Electron writes it: `CommandOrControl+Shift+G`. */
export function acceleratorOf(keys: string): string {
  const parts = keys.split("+").filter((part) => part !== "");
  if (keys.endsWith("+")) parts.push("Plus");
  return parts
    .map((part) => words[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join("+");
}
