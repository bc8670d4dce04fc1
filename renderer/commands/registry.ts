/** All commands, once; menus, toolbar, shortcuts and palette are made from this list. */
import { canvasCommands } from "./canvas-commands";
import type { Command, MenuName } from "./command";
import { dataCommands } from "./data-commands";
import { debugCommands } from "./debug-commands";
import { fileCommands } from "./file-commands";
import { historyCommands } from "./history-commands";
import { lessonCommands } from "./lesson-commands";
import { notebookCommands } from "./notebook-commands";
import { objectCommands } from "./object-commands";
import { pictureCommands } from "./picture-commands";
import { runCommands } from "./run-commands";
import { searchCommands } from "./search-commands";
import { shapeCommands } from "./shape-commands";
import { viewCommands } from "./view-commands";
import { whatIfCommands } from "./what-if-commands";
import { windowCommands } from "./window-commands";

export const commands: readonly Command[] = [
  ...fileCommands,
  ...pictureCommands,
  ...dataCommands,
  ...historyCommands,
  ...objectCommands,
  ...searchCommands,
  ...viewCommands,
  ...canvasCommands,
  ...shapeCommands,
  ...whatIfCommands,
  ...debugCommands,
  ...runCommands,
  ...notebookCommands,
  ...windowCommands,
  ...lessonCommands,
];

export const menuNames: readonly MenuName[] = ["File", "Edit", "View", "Run", "Graph", "Help"];

export function commandById(id: string): Command {
  const found = commands.find((command) => command.id === id);
  if (found === undefined) throw new Error(`There is no command called ${id}.`);
  return found;
}

/** The commands of one menu, split where a line separates them. */
export function menuGroups(menu: MenuName): readonly (readonly Command[])[] {
  const inMenu = commands.filter((command) => command.menu?.name === menu);
  const groups = new Set(inMenu.map((command) => command.menu?.group ?? 0));
  return [...groups]
    .toSorted((one, other) => one - other)
    .map((group) => inMenu.filter((command) => command.menu?.group === group));
}
