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
import { GraphController, type GraphOutput } from "./graph-controller";
import { runKeyAction } from "./graph-actions";
import { keyAction } from "./graph-keyboard";
import { GraphWords, wordsId } from "./graph-words";
import { type GraphHandle, handleOf } from "./graph-handle";
import { themeTokens } from "./theme-tokens";

export interface GraphViewProps extends GraphOutput {
  readonly union: UnionGraph;
  readonly view: SubgraphView;
  readonly previous: SubgraphView | undefined;
  readonly direction: Direction;
  readonly speed: 0 | 0.5 | 1 | 2;
  readonly theme: "light" | "dark";
  readonly selection: NodeId | undefined;
  /** Selected beside it. */
  readonly alsoSelected?: readonly NodeId[];
  /** A reference or a cycle that is marked; absent: what was clicked last. */
  readonly picked?: string | undefined;
  /** The object or name the keyboard is on. */
  readonly focus: string | undefined;
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
  /** Announce what became of objects, no counts. */
  readonly terse?: boolean;
  /** What the person asked to see, as a key: when it changes, everything drawn keeps its place. */
  readonly wish?: string;
  /** What the wheel does without Ctrl; absent: zoom. */
  readonly wheel?: "zoom" | "pan";
  readonly ref?: Ref<GraphHandle>;
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
  const [byKeyboard, setByKeyboard] = useState(false);

  useLayoutEffect(() => {
    if (container.current === null || canvas.current === null) return undefined;
    const created = new GraphController(container.current, canvas.current, {
      onSelect: (node, picked) => latest.current.onSelect(node, picked),
      onSelectAlso: (nodes, adds) => latest.current.onSelectAlso(nodes, adds),
      onExpand: (node) => latest.current.onExpand(node),
      onOpen: (node) => latest.current.onOpen(node),
      onMenu: (target, at) => latest.current.onMenu(target, at),
      onFocus: (id) => latest.current.onFocus(id),
      onEdit: (kind) => latest.current.onEdit(kind),
      onAnnounce: (text) => latest.current.onAnnounce(text),
      onTransition: (running) => latest.current.onTransition(running),
      onArranging: (busy) => latest.current.onArranging(busy),
      onPositionsChanged: (moved) => latest.current.onPositionsChanged(moved),
    });
    controller.current = created;
    return () => {
      controller.current = undefined;
      created.dispose();
    };
  }, []);

  const { union, view, previous, direction, speed, theme, selection, settled } = props;
  const { focus, alsoSelected, picked, substep, highlight, presenting = false } = props;
  const { terse = false, wheel = "zoom", wish = "" } = props;
  useLayoutEffect(() => {
    controller.current?.update({
      union,
      view,
      previous,
      direction,
      speed,
      theme,
      selection,
      alsoSelected,
      picked,
      settled,
      focus: byKeyboard ? focus : undefined,
      substep,
      highlight,
      presenting,
      terse,
      wheel,
      wish,
    });
  }, [
    union,
    view,
    previous,
    direction,
    speed,
    theme,
    selection,
    alsoSelected,
    picked,
    settled,
    focus,
    byKeyboard,
    substep,
    highlight,
    presenting,
    terse,
    wheel,
    wish,
  ]);

  useRedrawWhenFontsArrive(controller);
  useImperativeHandle(ref, () => handleOf(controller, host), []);

  const onKeyDown = (event: KeyboardEvent): void => {
    const graph = controller.current;
    if (graph === undefined) return;
    if (event.key === "ContextMenu" || (event.key === "F10" && event.shiftKey)) {
      graph.openMenu(focus ?? selection);
      event.preventDefault();
      return;
    }
    const action = keyAction(event);
    if (action === undefined) return;
    const done = runKeyAction(action, { ...props, graph });
    if (!done) return;
    setByKeyboard(true);
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // An application is interactive: it takes the keyboard and says what each key found.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={host}
      style={paperOf(theme)}
      data-testid="graph"
      role="application"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      aria-label={caption}
      aria-roledescription="object graph"
      aria-activedescendant={focus === undefined ? undefined : wordsId(focus)}
      onKeyDown={onKeyDown}
      onPointerDown={() => setByKeyboard(false)}
      onPointerLeave={() => controller.current?.pointing.moveTo(undefined, undefined)}
      onContextMenu={(event) => {
        event.preventDefault();
        controller.current?.openMenuAt({ x: event.clientX, y: event.clientY });
      }}
      onBlur={() => setByKeyboard(false)}
    >
      <canvas ref={canvas} style={{ ...FILL, pointerEvents: "none" }} aria-hidden="true" />
      <div ref={container} style={FILL} aria-hidden="true" />
      <GraphWords view={view} />
    </div>
  );
}

function paperOf(theme: "light" | "dark"): CSSProperties {
  const { canvas: background, dots } = themeTokens(theme);
  return {
    ...FILL,
    backgroundColor: background,
    backgroundImage: `radial-gradient(${dots} 1px, transparent 1px)`,
    backgroundSize: "20px 20px",
    // In forced colours the canvas switches to the print theme, whose paper is white.
    forcedColorAdjust: "none",
  };
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
