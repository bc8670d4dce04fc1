/** Describes the commands to the system's own menu bar, where there is one, whenever what they can do changes. */
import { useEffect } from "react";
import type { NativeMenu } from "../../electron/contract/native-menu";
import { menuGroups, menuNames } from "../commands/registry";
import type { AppState } from "../state/app-state";
import { useActions, useStore } from "../state/store";

/** Steps stream in by the hundred; nobody reads a menu that fast. */
const pauseMs = 150;

export function useNativeMenu(platform: string): void {
  const store = useStore();
  const actions = useActions();
  useEffect(() => {
    if (platform !== "darwin") return undefined;
    let shown = "";
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tell = (): void => {
      timer = undefined;
      const menus = nativeMenus(store.get());
      const words = JSON.stringify(menus);
      if (words === shown) return;
      shown = words;
      void actions.showMenus(menus);
    };
    tell();
    const unsubscribe = store.subscribe(() => {
      timer ??= setTimeout(tell, pauseMs);
    });
    return () => {
      unsubscribe();
      clearTimeout(timer);
    };
  }, [platform, store, actions]);
}

export function nativeMenus(state: AppState): readonly NativeMenu[] {
  return menuNames.map((name) => ({
    name,
    groups: menuGroups(name).map((group) =>
      group.map((command) => ({
        id: command.id,
        title: command.titleNow?.(state) ?? command.title,
        ...(command.keys[0] === undefined ? {} : { keys: command.keys[0] }),
        enabled: command.enabled(state),
        checked: command.checked?.(state) ?? false,
      })),
    ),
  }));
}
