/** Which commands a context menu shows, by what it was opened on, in groups with a line between. */
import type { MenuTarget } from "../state/graph-state";
import type { Command } from "./command";
import { commandById } from "./registry";

const menus: Readonly<Record<MenuTarget, readonly (readonly string[])[]>> = {
  object: [
    ["show-only", "expand", "collapse", "open-hub", "hide-object", "hide-type"],
    ["path-to-name", "go-to-cycle", "show-created"],
    ["copy-address", "copy-repr", "copy-expression"],
    ["pin", "ring"],
    ["export-selection", "export"],
  ],
  reference: [["cut", "what-if"], ["clear-selection"], ["export-selection", "export"]],
  cycle: [
    ["go-to-cycle", "next-cycle", "previous-cycle"],
    ["what-if"],
    ["export-selection", "export"],
  ],
  background: [
    ["fit", "full-size", "arrange-again"],
    ["unhide-all", "show-hidden", "group-by-type", "show-anyway"],
    ["find", "toggle-legend"],
    ["undo", "redo"],
    ["copy-image", "copy-mermaid", "copy-dot", "export"],
  ],
  types: [["copy-types-csv", "save-types-csv"]],
};

export function contextMenu(target: MenuTarget): readonly (readonly Command[])[] {
  return menus[target].map((group) => group.map(commandById));
}
