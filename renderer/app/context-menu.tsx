/** The menu at the pointer, or at what the keyboard is on: of the canvas, and of every row that stands for an object. */
import { Menu } from "@base-ui/react/menu";
import { useEffect, type ReactElement } from "react";
import { contextMenu } from "../commands/context-menus";
import type { RunCommand } from "../commands/use-commands";
import { useActions, useAppState } from "../state/store";
import { CommandItem } from "./menus";

interface ContextMenuProps {
  readonly run: RunCommand;
  readonly platform: string;
}

export function ContextMenu({ run, platform }: ContextMenuProps): ReactElement | null {
  const menu = useAppState((state) => state.contextMenu);
  const actions = useActions();
  useRowsWithMenus();
  if (menu === undefined) return null;
  const { x, y, target } = menu;
  const anchor = { getBoundingClientRect: () => new DOMRect(x, y, 0, 0) };
  return (
    <Menu.Root
      key={`${x} ${y} ${target}`}
      defaultOpen={true}
      onOpenChangeComplete={(open) => {
        if (!open) actions.change({ kind: "menu-opened", menu: undefined });
      }}
    >
      <Menu.Portal>
        <Menu.Positioner
          className="menu-positioner"
          anchor={anchor}
          side="bottom"
          align="start"
          sideOffset={2}
        >
          <Menu.Popup className="menu-popup" data-testid="context-menu">
            {contextMenu(target).map((group, index) => (
              <div key={group[0]?.id} role="group">
                {index === 0 ? null : <Menu.Separator className="menu-line" />}
                {group.map((command) => (
                  <CommandItem key={command.id} command={command} run={run} platform={platform} />
                ))}
              </div>
            ))}
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
}

/** Rows of outlines and tables say with `data-node` which object they stand for; the table of types has a menu of its own. */
function useRowsWithMenus(): void {
  const actions = useActions();
  useEffect(() => {
    const open = (event: MouseEvent): void => {
      const at = event.target instanceof Element ? event.target : undefined;
      const { clientX: x, clientY: y } = event;
      if (at?.closest('[data-menu="types"]')) {
        event.preventDefault();
        actions.change({ kind: "menu-opened", menu: { target: "types", x, y } });
        return;
      }
      const row = at?.closest("[data-node]");
      const node = row instanceof HTMLElement ? row.dataset["node"] : undefined;
      if (node === undefined || node === "") return;
      event.preventDefault();
      actions.select(node);
      actions.change({ kind: "menu-opened", menu: { target: "object", x, y } });
    };
    window.addEventListener("contextmenu", open);
    return () => window.removeEventListener("contextmenu", open);
  }, [actions]);
}
