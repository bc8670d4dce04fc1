/** The steps as small pictures side by side, everything in the same place in each: what changed is seen without waiting for it. */
import { useEffect, useMemo, useRef, useState, type ReactElement, type RefObject } from "react";
import type { StepSummary } from "../../electron/contract/session-events";
import type { SubgraphView } from "../../electron/contract/subgraph-view";
import { framePicture } from "../export/picture-frame";
import { paintPicture } from "../export/picture-painter";
import type { GraphHandle } from "../graph/graph-handle";
import { stepCode, stepLabel } from "../state/selectors";
import { optionsKey } from "../state/shape-wishes";
import { useActions, useAppState } from "../state/store";
import { filmstripFrames } from "./filmstrip-frames";
import "./filmstrip.css";

interface FilmstripProps {
  readonly graph: RefObject<GraphHandle | null>;
  readonly theme: "light" | "dark";
}

export function Filmstrip({ graph, theme }: FilmstripProps): ReactElement {
  const steps = useAppState((state) => state.steps);
  const entry = useAppState((state) => state.travel.entry);
  const opened = useAppState((state) => state.openedStep);
  const options = useAppState(optionsKey);
  const { frames, before, after } = useMemo(
    () => filmstripFrames(steps, entry, opened),
    [steps, entry, opened],
  );
  const here = frames.findLast((step) => step.entry <= entry)?.entry;
  return (
    <section className="filmstrip" aria-label="Filmstrip" data-testid="filmstrip">
      {before === 0 ? null : <p>{left(before)} before these; step back to see them.</p>}
      <ol>
        {frames.map((step) => (
          <Frame
            key={`${step.entry} ${options}`}
            step={step}
            current={step.entry === here}
            graph={graph}
            theme={theme}
          />
        ))}
      </ol>
      {after === 0 ? null : <p>{left(after)} after these; step on to see them.</p>}
    </section>
  );
}

const left = (count: number): string =>
  `${count.toLocaleString("en-US")} ${count === 1 ? "step" : "steps"}`;

interface FrameProps extends FilmstripProps {
  readonly step: StepSummary;
  readonly current: boolean;
}

function Frame({ step, current, graph, theme }: FrameProps): ReactElement {
  const actions = useActions();
  const button = useRef<HTMLButtonElement>(null);
  const isNear = useIsNear(button);
  const [view, setView] = useState<SubgraphView>();
  useEffect(() => {
    if (!isNear || view !== undefined) return undefined;
    let stillWanted = true;
    void actions.viewAt(step.entry).then((answer) => (stillWanted ? setView(answer) : undefined));
    return () => {
      stillWanted = false;
    };
  }, [isNear, view, step.entry, actions]);
  useEffect(() => {
    if (current) button.current?.scrollIntoView({ block: "nearest" });
  }, [current]);
  const caption = `Step ${stepLabel(step)} ${stepCode(step)}`;
  return (
    <li>
      <button
        ref={button}
        type="button"
        className="frame"
        aria-current={current ? "step" : undefined}
        aria-label={`${caption}, ${step.inMemory} in memory, ${step.reachable} reachable`}
        onClick={() => actions.travel(step.entry, "jump")}
      >
        <FramePicture view={view} graph={graph} theme={theme} />
        <span className="frame-caption">
          <b>Step {stepLabel(step)}</b> <span className="mono">{stepCode(step)}</span>
        </span>
      </button>
    </li>
  );
}

function FramePicture({
  view,
  graph,
  theme,
}: FilmstripProps & { readonly view: SubgraphView | undefined }): ReactElement {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const target = canvas.current;
    const context = target?.getContext("2d");
    if (target === null || context === null || context === undefined) return;
    if (view === undefined || graph.current === null) return;
    const scene = graph.current.sceneOf(view, theme);
    const picture = framePicture(scene, { ground: "theme", legend: false, caption: "" });
    const room = { width: target.clientWidth, height: target.clientHeight };
    const shrink = Math.min(room.width / picture.frame.width, room.height / picture.frame.height);
    const ratio = window.devicePixelRatio;
    target.width = Math.round(picture.frame.width * shrink * ratio);
    target.height = Math.round(picture.frame.height * shrink * ratio);
    paintPicture(context, picture, { width: target.width, height: target.height });
  });
  return <canvas ref={canvas} aria-hidden="true" />;
}

/** On the screen, or about to be. */
function useIsNear(element: RefObject<HTMLElement | null>): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (target === null || isNear) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setIsNear(true);
      },
      { rootMargin: "240px" },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, isNear]);
  return isNear;
}
