/** A divider of the window on the edge of its panel, joined to the store. */
import type { CSSProperties, ReactElement } from "react";
import { usualSizes, type PanelSizes } from "../../electron/contract/window-layout";
import { useActions } from "../state/store";
import { Divider } from "../widgets/divider";
import type { PanelFit } from "./panel-fit";

const places = {
  left: { label: "Width of the script panel", between: "column", side: "start" },
  inspector: { label: "Width of the inspector", between: "column", side: "end" },
  bottom: { label: "Height of the output", between: "row", side: "end" },
  timeline: { label: "Height of the timeline", between: "row", side: "end" },
} as const;

/** Stands on the edge of the panel; of a collapsed one, on the edge of the window. */
export function PanelDivider({
  panel,
  fit,
}: {
  readonly panel: keyof PanelSizes;
  readonly fit: PanelFit;
}): ReactElement {
  const actions = useActions();
  const size = fit.sizes[panel];
  return (
    <div className="divider-place" style={edge(panel, size)}>
      <Divider
        {...places[panel]}
        {...fit.limits[panel]}
        controls={`${panel}-panel`}
        size={size}
        onResize={(wanted) => actions.change({ kind: "panel-resized", panel, size: wanted })}
        onToggle={() =>
          panel === "timeline"
            ? actions.change({ kind: "panel-resized", panel, size: nextTimeline(fit) })
            : actions.change({ kind: "panel-toggled", panel })
        }
      />
    </div>
  );
}

/** The timeline never goes: the playhead is on it. A double click takes its chart away and brings it back. */
function nextTimeline({ sizes, limits }: PanelFit): number {
  return sizes.timeline > limits.timeline.least ? limits.timeline.least : usualSizes.timeline;
}

function edge(panel: keyof PanelSizes, size: number): CSSProperties {
  switch (panel) {
    case "left":
      return { left: Math.max(0, size - 5), top: 0, bottom: 0, width: 9 };
    case "inspector":
      return { right: Math.max(0, size - 5), top: 0, bottom: 0, width: 9 };
    case "bottom":
      return { left: 0, right: 0, bottom: Math.max(0, size - 5), height: 9 };
    case "timeline":
      return { left: 0, right: 0, top: -4, height: 9 };
  }
}
