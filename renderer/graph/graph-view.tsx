/** The graph as a React component: a focusable canvas with a hidden list that says in words what is drawn. */
import {
  type CSSProperties,
  type KeyboardEvent,
  type ReactElement,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import type { NodeId, SubgraphView, UnionGraph } from "../../electron/contract/subgraph-view";
import type { Direction } from "./animation-director";
import type { Point } from "./geometry";
import { GraphController, type GraphOutput } from "./graph-controller";
import { runKeyAction } from "./graph-actions";
import { keyAction } from "./graph-keyboard";
import { GraphWords, wordsId } from "./graph-words";
import type { CollectionStage } from "./collection-stages";
import type { LegendSymbol } from "./legend";
import type { MarksSnapshot } from "./persons-marks";
import type { Scene } from "./scene";
import { type ThemeName, themeTokens } from "./theme-tokens";

export interface GraphViewProps extends GraphOutput {
  readonly union: UnionGraph;
  readonly view: SubgraphView;
  readonly previous: SubgraphView | undefined;
  readonly direction: Direction;
  readonly speed: 0 | 0.5 | 1 | 2;
  readonly theme: "light" | "dark";
  readonly selection: NodeId | undefined;
  /** False while the script still runs: new things sprout beside what is there. */
  readonly settled: boolean;
  /** What the picture shows, for screen readers. */
  readonly caption: string;
  /** 1 to 6: "How it found them" instead of the end of the step. */
  readonly substep?: number;
  /** Ids a search found; everything else is drawn faint. */
  readonly highlight?: ReadonlySet<string>;
  /** Larger letters and heavier lines. */
  readonly presenting?: boolean;
  readonly ref?: Ref<GraphHandle>;
}

export interface GraphHandle {
  fit(): void;
  zoomBy(factor: number): void;
  focusCanvas(): void;
  /** Middle of a node or name in the window's pixels. */
  nodePosition(id: string): Point | undefined;
  layoutPosition(id: string): Point | undefined;
  undoMove(): void;
  redoMove(): void;
  /** Everything anew, watched and undone like a move. */
  arrangeAgain(): void;
  moveNode(id: string, to: Point): void;
  /** Where everything stands, for the window's own undo. */
  positions(): ReadonlyMap<string, Point>;
  restorePositions(places: ReadonlyMap<string, Point>): void;
  /** Rings, pins and opened pills, for the window's own undo. */
  marks(): MarksSnapshot;
  restoreMarks(marks: MarksSnapshot): void;
  /** The next ring colour, after the last one none. */
  nextRing(id: NodeId): void;
  togglePin(id: NodeId): void;
  /** A pill becomes a card in its place, and back. */
  toggleExpanded(id: NodeId): void;
  /** Marks an edge or a cycle as if it had been clicked. */
  pick(id: string | undefined): void;
  highlightLegend(symbol: LegendSymbol | undefined): void;
  /** "How it found them": title, words and scratch numbers of each sub-step; empty when this step has no collection. */
  collectionStages(): readonly CollectionStage[];
  /** The colours on screen now. */
  theme(): "light" | "dark";
  /** The still picture without selection; light unless another theme is asked for. */
  scene(theme?: ThemeName): Scene;
}

const FILL: CSSProperties = {
  position: "absolute",
  inset: 0,
  width: "100%",
  height: "100%",
  outline: "none",
  overflow: "hidden",
};

export function GraphView({ ref, caption, ...props }: GraphViewProps): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const container = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const controller = useRef<GraphController>(undefined);
  const latest = useRef<GraphOutput>(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const [focus, setFocus] = useState<string>();
  const [byKeyboard, setByKeyboard] = useState(false);

  useLayoutEffect(() => {
    if (container.current === null || canvas.current === null) return undefined;
    const created = new GraphController(container.current, canvas.current, {
      onSelect: (node, picked) => latest.current.onSelect(node, picked),
      onAnnounce: (text) => latest.current.onAnnounce(text),
      onTransition: (running) => latest.current.onTransition(running),
      onPositionsChanged: (moved) => latest.current.onPositionsChanged(moved),
    });
    controller.current = created;
    return () => {
      controller.current = undefined;
      created.dispose();
    };
  }, []);

  const { union, view, previous, direction, speed, theme, selection, settled } = props;
  const { substep, highlight, presenting = false } = props;
  useLayoutEffect(() => {
    controller.current?.update({
      union,
      view,
      previous,
      direction,
      speed,
      theme,
      selection,
      settled,
      focus: byKeyboard ? focus : undefined,
      substep,
      highlight,
      presenting,
    });
  }, [
    union,
    view,
    previous,
    direction,
    speed,
    theme,
    selection,
    settled,
    focus,
    byKeyboard,
    substep,
    highlight,
    presenting,
  ]);

  useRedrawWhenFontsArrive(controller);
  useImperativeHandle(ref, () => handleOf(controller, host), []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const action = keyAction(event);
    const graph = controller.current;
    if (action === undefined || graph === undefined) return;
    const done = runKeyAction(action, {
      graph,
      view,
      focus,
      selection,
      setFocus,
      onSelect: props.onSelect,
    });
    if (!done) return;
    setByKeyboard(true);
    event.preventDefault();
    event.stopPropagation();
  };

  const { canvas: background, dots } = themeTokens(theme);
  const paper: CSSProperties = {
    ...FILL,
    backgroundColor: background,
    backgroundImage: `radial-gradient(${dots} 1px, transparent 1px)`,
    backgroundSize: "20px 20px",
    // In forced colours the canvas switches to the print theme, whose paper is white.
    forcedColorAdjust: "none",
  };
  return (
    // An application is interactive: it takes the keyboard and says what each key found.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={host}
      style={paper}
      data-testid="graph"
      role="application"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={caption}
      aria-roledescription="object graph"
      aria-activedescendant={focus === undefined ? undefined : wordsId(focus)}
      onKeyDown={onKeyDown}
      onPointerDown={() => setByKeyboard(false)}
      onBlur={() => setByKeyboard(false)}
    >
      <canvas ref={canvas} style={{ ...FILL, pointerEvents: "none" }} aria-hidden="true" />
      <div ref={container} style={FILL} aria-hidden="true" />
      <GraphWords view={view} />
    </div>
  );
}

/** Text painted before its font was there has to be painted again. */
function useRedrawWhenFontsArrive(controller: {
  readonly current: GraphController | undefined;
}): void {
  useEffect(() => {
    let wanted = true;
    const faces = ['600 12px "Inter Variable"', '500 12px "JetBrains Mono Variable"'];
    void Promise.all(faces.map((face) => document.fonts.load(face))).then(() => {
      if (wanted) controller.current?.stage.repaintAll();
    });
    return () => {
      wanted = false;
    };
  }, [controller]);
}

function handleOf(
  controller: { readonly current: GraphController | undefined },
  host: { readonly current: HTMLElement | null },
): GraphHandle {
  const graph = (): GraphController => {
    if (controller.current === undefined)
      throw new Error("The graph was used after it had left the window.");
    return controller.current;
  };
  const mark = (change: () => void): void => {
    change();
    graph().redrawResting();
  };
  return {
    fit: () => graph().fit(),
    zoomBy: (factor) => graph().stage.zoomBy(factor),
    focusCanvas: () => host.current?.focus(),
    nodePosition(id) {
      const place = graph().keeper.positions().get(id);
      return place === undefined ? undefined : graph().stage.toClient(place);
    },
    layoutPosition: (id) => graph().keeper.positions().get(id),
    undoMove: () => graph().keeper.undo(),
    redoMove: () => graph().keeper.redo(),
    arrangeAgain: () => graph().keeper.arrangeAgain(),
    moveNode: (id, to) => graph().keeper.move(id, to),
    positions: () => graph().keeper.snapshot(),
    restorePositions: (places) => graph().keeper.restore(places),
    marks: () => graph().marks.snapshot(),
    restoreMarks: (marks) => mark(() => graph().marks.restore(marks)),
    nextRing: (id) => mark(() => graph().marks.nextRing(id)),
    togglePin: (id) => mark(() => graph().marks.togglePin(id)),
    toggleExpanded: (id) => mark(() => graph().marks.toggleExpanded(id)),
    pick: (id) => graph().pointing.pick(id),
    highlightLegend: (symbol) => graph().pointing.lookFor(symbol),
    collectionStages: () => graph().stages(),
    theme: () => graph().theme(),
    scene: (theme = "light") => graph().still(theme),
  };
}
