/** What Esc leaves next: the newest thing that lies over the plain picture. Pure. */
import type { AppState } from "./app-state";
import { allSelected } from "./graph-selection";
import type { UserAction } from "./user-action";
import { plannedCuts } from "./what-if";

export function escaped(state: AppState): UserAction | undefined {
  if (state.leftDrawerOpen) return { kind: "drawer-closed" };
  if (state.lookedAt !== undefined) return { kind: "looked-at", ids: undefined };
  if (state.legendSymbol !== undefined) return { kind: "legend-lit", symbol: undefined };
  if (state.substep !== undefined) return { kind: "substep-changed", substep: undefined };
  const { picked, canvasFocus } = state;
  if (allSelected(state).length > 0 || picked !== undefined || canvasFocus !== undefined)
    return { kind: "selected", node: undefined };
  if (state.drawerOpen) return { kind: "drawer-closed" };
  if (state.search !== undefined) return { kind: "search-changed", query: undefined };
  return plannedCuts(state) === undefined
    ? undefined
    : { kind: "cuts-changed", cuts: undefined, text: "leave the what-if" };
}
