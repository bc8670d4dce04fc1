/** How the person arranged the panels of the window: what main remembers for each screen. */

/** In CSS pixels: width of the columns, height of what lies below. */
export interface PanelSizes {
  readonly left: number;
  readonly inspector: number;
  /** Output and collections, in the left column. */
  readonly bottom: number;
  readonly timeline: number;
}

export interface WindowLayout {
  readonly sizes: PanelSizes;
  readonly leftOpen: boolean;
  readonly bottomOpen: boolean;
  readonly inspectorOpen: boolean;
  readonly legendOpen: boolean;
}

/** As the window is drawn before anybody moved anything. */
export const usualSizes: PanelSizes = { left: 336, inspector: 332, bottom: 150, timeline: 158 };
