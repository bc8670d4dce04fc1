/** How the person arranged the window's panels, and what changes it. */
import { assertNever } from "../../electron/contract/assert-never";
import {
  usualSizes,
  type PanelSizes,
  type WindowLayout,
} from "../../electron/contract/window-layout";
import type { AppState } from "./app-state";

export interface PanelState {
  /** As the person wants them; a small window shows less. */
  readonly panelSizes: PanelSizes;
  /** Where there is no room for a left column it is a drawer over the canvas. */
  readonly leftDrawerOpen: boolean;
  /** Larger letters and heavier lines, nothing but the picture and the time. */
  readonly presenting: boolean;
  /** What the canvas shows. */
  readonly canvasView: "graph" | "filmstrip";
  /** The graph is finding places for everything. */
  readonly arranging: boolean;
}

export const initialPanelState: PanelState = {
  panelSizes: usualSizes,
  leftDrawerOpen: false,
  presenting: false,
  canvasView: "graph",
  arranging: false,
};

export type PanelAction =
  | { readonly kind: "panel-resized"; readonly panel: keyof PanelSizes; readonly size: number }
  | { readonly kind: "layout-restored"; readonly layout: WindowLayout }
  | { readonly kind: "presenting-toggled" }
  | { readonly kind: "arranging-changed"; readonly busy: boolean }
  | { readonly kind: "canvas-view-chosen"; readonly view: PanelState["canvasView"] };

export function reducePanelAction(state: AppState, action: PanelAction): AppState {
  switch (action.kind) {
    case "panel-resized":
      return { ...state, panelSizes: { ...state.panelSizes, [action.panel]: action.size } };
    case "layout-restored": {
      const { sizes, ...open } = action.layout;
      return { ...state, ...open, panelSizes: sizes };
    }
    case "presenting-toggled":
      return { ...state, presenting: !state.presenting };
    case "arranging-changed":
      return { ...state, arranging: action.busy };
    case "canvas-view-chosen":
      return { ...state, canvasView: action.view };
    default:
      return assertNever(action, "panel action");
  }
}

export function layoutOf(state: AppState): WindowLayout {
  const { panelSizes, leftOpen, bottomOpen, inspectorOpen, legendOpen } = state;
  return { sizes: panelSizes, leftOpen, bottomOpen, inspectorOpen, legendOpen };
}
