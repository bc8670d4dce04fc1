/** The panels of an opened script with the dividers between them. */
import type { ReactElement, RefObject } from "react";
import type { RunCommand } from "../commands/use-commands";
import type { GraphHandle } from "../graph/graph-handle";
import { useAppState } from "../state/store";
import { CanvasArea } from "./canvas-area";
import { InspectorColumn } from "./inspector-column";
import { LeftColumn } from "./left-column";
import { PanelDivider } from "./panel-divider";
import type { PanelFit } from "./panel-fit";
import { TimelineStrip } from "./timeline-strip";
import { Toolbar } from "./toolbar";

interface WorkspaceProps {
  readonly run: RunCommand;
  readonly theme: "light" | "dark";
  readonly graph: RefObject<GraphHandle | null>;
  readonly platform: string;
  readonly fit: PanelFit;
}

export function Workspace({ run, theme, graph, platform, fit }: WorkspaceProps): ReactElement {
  const { left, inspector, timeline } = fit.sizes;
  const presenting = useAppState((state) => state.presenting);
  const drawer = useAppState((state) => fit.inspectorIsDrawer && state.drawerOpen);
  const leftDrawer = useAppState((state) => fit.leftIsDrawer && state.leftDrawerOpen);
  const columns = `${left}px minmax(420px, 1fr) ${inspector}px`;
  return (
    <>
      <Toolbar run={run} platform={platform} />
      <div className="main" style={{ gridTemplateColumns: columns }}>
        {/* Stays mounted: a collapsed editor must not lose its place. */}
        <div
          id="left-panel"
          className={leftDrawer ? "panel-place drawer from-left" : "panel-place"}
          hidden={left === 0 && !leftDrawer}
        >
          <LeftColumn run={run} platform={platform} fit={fit} />
        </div>
        {presenting || fit.leftIsDrawer ? null : <PanelDivider panel="left" fit={fit} />}
        <CanvasArea
          run={run}
          theme={theme}
          graph={graph}
          legendBehind={fit.narrow || fit.low || presenting}
        />
        {inspector > 0 || drawer ? (
          <div
            id="inspector-panel"
            className={drawer ? "panel-place drawer from-right" : "panel-place"}
            style={drawer ? { width: fit.drawerWidth } : undefined}
          >
            <InspectorColumn drawer={drawer} run={run} platform={platform} />
          </div>
        ) : null}
        {fit.inspectorIsDrawer ? null : <PanelDivider panel="inspector" fit={fit} />}
      </div>
      <div id="timeline-panel" className="timeline-place" style={{ height: timeline }}>
        <PanelDivider panel="timeline" fit={fit} />
        <TimelineStrip run={run} wordsWidth={left > 0 ? left : 300} />
      </div>
    </>
  );
}
