/** What a command is: one entry of the registry that feeds menus, toolbar, shortcuts and palette alike. */
import type { NodeId } from "../../electron/contract/subgraph-view";
import type { ShownGraph } from "../export/picture-gathering";
import type { AppState } from "../state/app-state";
import type { UserActions } from "../state/user-actions";

export type MenuName = "File" | "Edit" | "View" | "Run" | "Graph" | "Help";

/** The part of the graph's handle that commands drive. */
export interface GraphControls extends ShownGraph {
  fit(): void;
  zoomBy(factor: number): void;
  fullSize(): void;
  centre(ids: readonly string[], least?: number): void;
  focusCanvas(): void;
  cycleBeside(id: string | undefined, by: 1 | -1): string | undefined;
  undoMove(): void;
  redoMove(): void;
  arrangeAgain(): void;
  arrangeWithNext(): void;
  nextRing(id: NodeId): void;
  togglePin(id: NodeId): void;
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
  /** Keys without Ctrl that only count while the canvas has the focus, or another place that says so. */
  readonly onCanvas?: boolean | "or-timeline";
  readonly menu?: { readonly name: MenuName; readonly group: number };
  enabled(state: AppState): boolean;
  checked?(state: AppState): boolean;
  /** Says what it would do now: `Undo hide obj1`. */
  titleNow?(state: AppState): string;
  /** Why it is off, for the tooltip. */
  whyOff?(state: AppState): string | undefined;
  run(context: CommandContext): void;
}
