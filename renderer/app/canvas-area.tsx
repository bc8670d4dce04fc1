/** The middle column: the graph with its chips, the one banner, legend and zoom buttons over it. */
import { Maximize, Minus, Plus } from "lucide-react";
import { useState, type ReactElement, type RefObject } from "react";
import type { RunCommand } from "../commands/use-commands";
import { useCommand } from "../commands/use-commands";
import { Filmstrip } from "../filmstrip/filmstrip";
import type { GraphHandle } from "../graph/graph-handle";
import { currentInsight, currentNotice } from "../state/selectors";
import { useAppState } from "../state/store";
import { plannedCuts } from "../state/what-if";
import { CanvasGraph } from "./canvas-graph";
import { FilterChips } from "./filter-chips";
import { FindBar } from "./find-bar";
import { InsightBanner } from "./insight-banner";
import { Legend } from "./legend";
import { LongForm } from "./long-form";
import { LongWorkCard } from "./long-work-card";
import { NoticeBanner } from "./notice-banner";
import { WhatIfBar } from "./what-if-bar";
import "./canvas-area.css";

interface CanvasAreaProps {
  readonly run: RunCommand;
  readonly theme: "light" | "dark";
  readonly graph: RefObject<GraphHandle | null>;
  /** A small window shows the legend only when asked for. */
  readonly legendBehind: boolean;
}

export function CanvasArea({ run, theme, graph, legendBehind }: CanvasAreaProps): ReactElement {
  const insight = useAppState(currentInsight);
  const notice = useAppState(currentNotice);
  const filmstrip = useAppState(
    (state) => state.canvasView === "filmstrip" && state.picture !== undefined,
  );
  const notReal = useAppState((state) => plannedCuts(state) !== undefined);
  const longForm = useAppState((state) => state.substep !== undefined);
  return (
    <main className={notReal ? "col canvas not-real" : "col canvas"}>
      <CanvasGraph theme={theme} graph={graph} />
      {filmstrip ? <Filmstrip graph={graph} theme={theme} /> : null}
      <FilterChips run={run} />
      {notice === undefined ? null : <NoticeBanner notice={notice} />}
      <WhatIfBar run={run} />
      <LongForm run={run} />
      {insight === undefined || notReal || longForm ? null : (
        <InsightBanner insight={insight} run={run} />
      )}
      <FindBar run={run} />
      <LongWorkCard />
      {filmstrip ? null : <LegendPlace behind={legendBehind} />}
      {filmstrip ? null : <ZoomButtons run={run} />}
    </main>
  );
}

function LegendPlace({ behind }: { readonly behind: boolean }): ReactElement | null {
  const [asked, setAsked] = useState(false);
  const hasPicture = useAppState((state) => state.picture !== undefined);
  if (!behind) return <Legend />;
  if (!hasPicture) return null;
  return (
    <div className="legend-behind">
      {asked ? <Legend /> : null}
      <button
        type="button"
        className="btn icon legend-switch"
        aria-label="Legend"
        aria-expanded={asked}
        onClick={() => setAsked(!asked)}
      >
        ?
      </button>
    </div>
  );
}

function ZoomButtons({ run }: { readonly run: RunCommand }): ReactElement {
  const [zoomIn, zoomOut, fit] = [
    useCommand("zoom-in", run),
    useCommand("zoom-out", run),
    useCommand("fit", run),
  ];
  return (
    <div className="zoom">
      <button
        type="button"
        className="btn icon"
        aria-label="Zoom in"
        title="Zoom in (+)"
        onClick={zoomIn.run}
      >
        <Plus size={16} strokeWidth={1.8} />
      </button>
      <button
        type="button"
        className="btn icon"
        aria-label="Zoom out"
        title="Zoom out (−)"
        onClick={zoomOut.run}
      >
        <Minus size={16} strokeWidth={1.8} />
      </button>
      <button
        type="button"
        className="btn icon"
        aria-label="Fit everything"
        title="Fit everything (0)"
        onClick={fit.run}
      >
        <Maximize size={16} strokeWidth={1.8} />
      </button>
    </div>
  );
}
