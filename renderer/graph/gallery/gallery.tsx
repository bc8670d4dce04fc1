/** A page to look at the drawing without the app: hand-written steps, chosen by the address. Not shipped. */
import "@fontsource-variable/inter";
import "@fontsource-variable/jetbrains-mono";
import { type ReactElement, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import type { SubgraphView, UnionGraph } from "../../../electron/contract/subgraph-view";
import "../../app/theme.css";
import type { GraphHandle } from "../graph-handle";
import { GraphView } from "../graph-view";
import { classicUnion, classicViews } from "./classic-cycle-views";
import { callUnion, callViews } from "./call-views";
import { drawingBench } from "./drawing-bench";
import { zooUnion, zooView } from "./zoo-view";

/** `?steps=6,7&theme=dark&width=772&height=632&select=o1&speed=1&pause=500` */
const query = new URLSearchParams(location.search);

function Stage({
  union,
  views,
}: {
  readonly union: UnionGraph;
  readonly views: readonly SubgraphView[];
}): ReactElement {
  const [index, setIndex] = useState(0);
  const [substep, setSubstep] = useState(Number(query.get("substep") ?? 0));
  const [handle, setHandle] = useState<GraphHandle | null>(null);
  const view = views[Math.min(index, views.length - 1)];
  useEffect(() => {
    Object.assign(window, {
      handle,
      next: () => setIndex((at) => at + 1),
      back: () => setIndex((at) => at - 1),
      show: (number: number) => setSubstep(number),
    });
  }, [handle]);
  if (view === undefined) throw new Error("The gallery has nothing to show.");
  return (
    <>
      <GraphView
        ref={setHandle}
        union={union}
        view={view}
        previous={views[index - 1]}
        direction="forward"
        speed={query.get("speed") === "0" ? 0 : 1}
        theme={query.get("theme") === "dark" ? "dark" : "light"}
        selection={query.get("select") ?? undefined}
        focus={undefined}
        settled={true}
        caption="gallery"
        {...(query.has("present") ? { presenting: true } : {})}
        {...(substep === 0 ? {} : { substep })}
        onSelect={(node, picked) => log("select", picked ?? node)}
        onSelectAlso={(nodes) => log("select also", nodes)}
        onExpand={(node) => log("expand", node)}
        onOpen={(node) => log("open", node)}
        onMenu={(target) => log("menu", target)}
        onFocus={(id) => log("focus", id)}
        onEdit={(kind) => log("edit", kind)}
        onArranging={(busy) => log("arranging", busy)}
        onAnnounce={(text) => log("say", text)}
        onTransition={(running) => log("transition", running)}
        onPositionsChanged={(moved) => log("moved", moved)}
      />
    </>
  );
}

/** What the component says is kept for whoever looks from outside. */
function log(what: string, value: unknown): void {
  const said = window as Window & { said?: unknown[] };
  said.said = [...(said.said ?? []), [what, value]];
}

function chosen(): { readonly union: UnionGraph; readonly views: readonly SubgraphView[] } {
  const zoo = query.get("zoo");
  if (zoo === "call") return { union: callUnion, views: callViews };
  if (zoo !== null) return { union: zooUnion(zoo), views: [zooView(zoo)] };
  const steps = (query.get("steps") ?? "8").split(",").map(Number);
  return {
    union: classicUnion,
    views: steps.flatMap((step) =>
      step === 6 || step === 7 || step === 8 || step === 9 ? [classicViews[step]] : [],
    ),
  };
}

Object.assign(window, { drawingBench });

const root = document.getElementById("gallery");
if (root === null) throw new Error("gallery.html has lost its element.");
const size = {
  width: Number(query.get("width") ?? 772),
  height: Number(query.get("height") ?? 632),
  position: "relative",
} as const;
createRoot(root).render(
  <div style={size}>
    <Stage {...chosen()} />
  </div>,
);
