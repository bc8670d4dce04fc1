/** What a command is: one entry of the registry that feeds menus, toolbar, shortcuts and palette alike. */
import type { AppState } from "../state/app-state";
import type { UserActions } from "../state/user-actions";

export type MenuName = "File" | "Edit" | "View" | "Run" | "Graph" | "Help";

/** The part of the graph's handle that commands drive. */
export interface GraphControls {
  fit(): void;
  zoomBy(factor: number): void;
  focusCanvas(): void;
  undoMove(): void;
  redoMove(): void;
  arrangeAgain(): void;
}

export interface CommandContext {
  readonly state: AppState;
  readonly actions: UserActions;
  /** Undefined while no graph is on the screen. */
  readonly graph: GraphControls | undefined;
}

export interface Command {
  readonly id: string;
  readonly title: string;
  /** In tinykeys notation; the first is the one shown. */
  readonly keys: readonly string[];
  /** Keys without Ctrl that only count while the canvas has the focus. */
  readonly onCanvas?: boolean;
  readonly menu?: { readonly name: MenuName; readonly group: number };
  enabled(state: AppState): boolean;
  checked?(state: AppState): boolean;
  /** Why it is off, for the tooltip. */
  whyOff?(state: AppState): string | undefined;
  run(context: CommandContext): void;
}
