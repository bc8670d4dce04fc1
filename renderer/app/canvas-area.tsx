/** The middle column: the graph with its chips, the one banner, legend and zoom buttons over it. */
import { EyeOff, Eye, Maximize, Minus, Plus } from "lucide-react";
import { useState, type ReactElement, type Ref } from "react";
import type { RunCommand } from "../commands/use-commands";
import { useCommand } from "../commands/use-commands";
import { GraphView, type GraphHandle } from "../graph/graph-view";
import { isLive } from "../state/session-reducer";
import { currentInsight, currentNotice, isSettled, isOutOfDate } from "../state/selectors";
import { useActions, useAppState } from "../state/store";
import { InsightBanner } from "./insight-banner";
import { Legend } from "./legend";
import { NoticeBanner } from "./notice-banner";
import { pictureCaption } from "./picture-caption";
import "./canvas-area.css";

interface CanvasAreaProps {
  readonly run: RunCommand;
  readonly theme: "light" | "dark";
  readonly graph: Ref<GraphHandle>;
  /** A small window shows the legend only when asked for. */
  readonly legendBehind: boolean;
}

export function CanvasArea({ run, theme, graph, legendBehind }: CanvasAreaProps): ReactElement {
  const insight = useAppState(currentInsight);
  const notice = useAppState(currentNotice);
  const busy = useAppState((state) => isLive(state.phase));
  return (
    <main className="col canvas">
      <Graph theme={theme} graph={graph} />
      {busy ? (
        <div className="busy-bar" role="progressbar" aria-label="The script is running" />
      ) : null}
      <FilterChips />
      {notice === undefined ? null : <NoticeBanner notice={notice} />}
      {insight === undefined ? null : <InsightBanner insight={insight} run={run} />}
      <LegendPlace behind={legendBehind} />
      <ZoomButtons run={run} />
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

function Graph({ theme, graph }: Pick<CanvasAreaProps, "theme" | "graph">): ReactElement | null {
  const picture = useAppState((state) => state.picture);
  const union = useAppState((state) => state.union);
  const selection = useAppState((state) => state.selection);
  const speed = useAppState((state) => state.settings.animationSpeed);
  const settled = useAppState(isSettled);
  const caption = useAppState(pictureCaption);
  const presenting = useAppState((state) => state.presenting);
  const session = useAppState((state) => state.session);
  const actions = useActions();
  if (picture === undefined || union === undefined) return null;
  return (
    <GraphView
      key={session}
      ref={graph}
      union={union}
      view={picture.view}
      previous={picture.previous}
      direction={picture.direction}
      speed={speed}
      theme={theme}
      selection={selection}
      settled={settled}
      caption={caption}
      presenting={presenting}
      onSelect={(node) => actions.select(node)}
      onAnnounce={(text) => actions.change({ kind: "announced", text })}
      onTransition={(running) => actions.change({ kind: "transition-changed", running })}
      onPositionsChanged={(moved) => actions.change({ kind: "positions-changed", moved })}
    />
  );
}

function FilterChips(): ReactElement {
  const view = useAppState((state) => state.picture?.view);
  const showHidden = useAppState((state) => state.showHidden);
  const actions = useActions();
  return (
    <div className="filters">
      <span className="chip on">{showHidden ? "Everything it uses" : "From this script"}</span>
      <button
        type="button"
        className="chip"
        aria-pressed={!showHidden}
        data-testid="chip-hidden"
        onClick={() => actions.change({ kind: "hidden-toggled" })}
      >
        {showHidden ? "Shown: modules, builtins" : "Hidden: modules, builtins"}
        {showHidden ? <Eye size={13} /> : <EyeOff size={13} />}
      </button>
      <OutOfDate />
      <span className="chip count" data-testid="object-count">
        {view === undefined
          ? "no objects yet"
          : `${number(view.shown)} of ${number(view.total)} objects`}
      </span>
      {view === undefined || view.leftOut === 0 ? null : (
        <span className="left-out" title="At most 150 cards are drawn: those nearest to a name">
          {number(view.leftOut)} more of yours not drawn
        </span>
      )}
    </div>
  );
}

function OutOfDate(): ReactElement | null {
  const outOfDate = useAppState(isOutOfDate);
  const actions = useActions();
  if (!outOfDate) return null;
  return (
    <button
      type="button"
      className="chip stale"
      data-testid="out-of-date"
      title="The script was edited after it was recorded"
      onClick={() => void actions.run()}
    >
      Recording is out of date: run again
    </button>
  );
}

const number = (count: number): string => count.toLocaleString("en-US");

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
