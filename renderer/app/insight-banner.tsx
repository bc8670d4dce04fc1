/** The one teaching banner: what just became true of the picture, and what to try next. */
import { Lightbulb, Recycle, Unlink, X } from "lucide-react";
import { useEffect, useState, type ReactElement } from "react";
import type { Insight } from "../../electron/contract/subgraph-view";
import { assertNever } from "../../electron/contract/assert-never";
import type { RunCommand } from "../commands/use-commands";
import { commandById } from "../commands/registry";
import { canCollect } from "../state/selectors";
import { nextCollectionEntry } from "../state/step-travel";
import { useActions, useAppState, useStore } from "../state/store";

interface InsightBannerProps {
  readonly insight: Insight;
  readonly run: RunCommand;
}

export function InsightBanner({ insight, run }: InsightBannerProps): ReactElement {
  const actions = useActions();
  const store = useStore();
  const isNotebook = useAppState((state) => state.script?.notebook !== undefined);
  const body = isNotebook && insight.kind === "first-step" ? firstCellHint : insight.body;
  return (
    <div className={`banner ${insight.tone}`} data-testid="banner">
      <InsightIcon insight={insight} />
      <div className="banner-words">
        <b>{insight.title}</b> {body}
      </div>
      <div className="banner-actions">
        <InsightAction insight={insight} run={run} />
        <button
          type="button"
          className="btn icon quiet"
          aria-label="Hide this kind of hint"
          title="Hide this kind"
          onClick={() =>
            void actions.changeSettings({
              mutedInsights: [...store.get().settings.mutedInsights, insight.kind],
            })
          }
        >
          <X size={14} />
        </button>
      </div>
    </div>
  );
}

const firstCellHint = "Press Shift+Enter in a cell to run it, and the comma key to step back.";

function InsightIcon({ insight }: { readonly insight: Insight }): ReactElement {
  if (insight.tone === "alarm") return <Unlink size={16} className="i" aria-hidden="true" />;
  if (insight.kind === "collected") return <Recycle size={16} className="i" aria-hidden="true" />;
  return <Lightbulb size={16} className="i" aria-hidden="true" />;
}

function InsightAction({ insight, run }: InsightBannerProps): ReactElement | null {
  const actions = useActions();
  const collectable = useAppState(canCollect);
  const collection = useAppState((state) => nextCollectionEntry(state.steps, state.travel.entry));
  switch (insight.action) {
    case "step-to-collection":
      if (collection === undefined) return null;
      return (
        <button
          type="button"
          className="btn primary"
          onClick={() => actions.travel(collection, "forward")}
        >
          {insight.actionLabel ?? "Step to gc.collect()"}
        </button>
      );
    case "collect-now":
      if (!collectable) return null;
      return (
        <button type="button" className="btn primary" onClick={() => run(commandById("collect"))}>
          {insight.actionLabel ?? "Collect now"}
        </button>
      );
    case "how-it-found-them":
      return (
        <button type="button" className="btn" onClick={() => run(commandById("long-form"))}>
          {insight.actionLabel ?? "How it found them"}
        </button>
      );
    case "show":
      return <ShowButton insight={insight} />;
    case undefined:
      return null;
    default:
      return assertNever(insight.action, "insight action");
  }
}

/** Long enough to find it, short enough to be no mode. */
const litFor = 4000;

/** Lights what the banner is about; the rest of the picture steps back for a moment. */
function ShowButton({ insight }: { readonly insight: Insight }): ReactElement {
  const actions = useActions();
  const [lit, setLit] = useState(false);
  useEffect(() => {
    if (!lit) return undefined;
    actions.change({ kind: "looked-at", ids: new Set(insight.about) });
    const timer = setTimeout(() => setLit(false), litFor);
    return () => {
      clearTimeout(timer);
      actions.change({ kind: "looked-at", ids: undefined });
    };
  }, [lit, insight, actions]);
  return (
    <button type="button" className="btn" aria-pressed={lit} onClick={() => setLit(!lit)}>
      {insight.actionLabel ?? "Show"}
    </button>
  );
}
