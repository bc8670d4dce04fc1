/** What a person can wish of the picture's shape, each as (shape) -> shape; and what the window asks the engine for. Pure. */
import type { Settings } from "../../electron/contract/requests";
import type { Insight, NodeId } from "../../electron/contract/subgraph-view";
import type {
  GroupBy,
  HubKind,
  ViewOptions,
  ViewShape,
} from "../../electron/contract/view-options";
import type { AppState } from "./app-state";

type Depth = 1 | 2 | 3 | 4;

export function expand(shape: ViewShape, node: NodeId): ViewShape {
  return {
    ...shape,
    expanded: added(shape.expanded, node),
    collapsed: without(shape.collapsed, node),
  };
}

export function collapse(shape: ViewShape, node: NodeId): ViewShape {
  // What was opened closes first; only then what it leads to goes.
  if (shape.expanded?.includes(node) === true)
    return { ...shape, expanded: without(shape.expanded, node) };
  return { ...shape, collapsed: added(shape.collapsed, node) };
}

export function hideObject(shape: ViewShape, node: NodeId): ViewShape {
  return { ...shape, hiddenObjects: added(shape.hiddenObjects, node) };
}

export function hideType(shape: ViewShape, typeName: string): ViewShape {
  return { ...shape, hiddenTypes: added(shape.hiddenTypes, typeName) };
}

/** A person left something out. */
export function hidesSomething({
  hiddenObjects,
  hiddenTypes,
  collapsed,
  focus,
}: ViewShape): boolean {
  const lists = [hiddenObjects, hiddenTypes, collapsed];
  return focus !== undefined || lists.some((list) => (list?.length ?? 0) > 0);
}

/** Also what was collapsed or out of focus. */
export function unhideAll(shape: ViewShape): ViewShape {
  const { hiddenObjects: _o, hiddenTypes: _t, collapsed: _c, focus: _f, ...rest } = shape;
  return rest;
}

export function focusOn(shape: ViewShape, node: NodeId | undefined, depth?: Depth): ViewShape {
  const { focus, ...rest } = shape;
  return node === undefined
    ? rest
    : { ...rest, focus: { node, depth: depth ?? focus?.depth ?? 1 } };
}

export function focusDepth(shape: ViewShape, by: -1 | 1): Depth | undefined {
  const depths: readonly Depth[] = [1, 2, 3, 4];
  return shape.focus === undefined ? undefined : depths[depths.indexOf(shape.focus.depth) + by];
}

export function openHub(shape: ViewShape, node: NodeId): ViewShape {
  return { ...shape, shownHubObjects: added(shape.shownHubObjects, node) };
}

export function toggleHubs(shape: ViewShape, kind: HubKind): ViewShape {
  const shown = shape.shownHubs ?? [];
  const next = shown.includes(kind) ? shown.filter((one) => one !== kind) : [...shown, kind];
  return { ...shape, shownHubs: next };
}

export function toggleShowAnyway(shape: ViewShape): ViewShape {
  return { ...shape, showAnyway: shape.showAnyway !== true };
}

export function toggleGenerations(shape: ViewShape): ViewShape {
  return { ...shape, generations: shape.generations !== true };
}

export function toggleRetained(shape: ViewShape): ViewShape {
  return { ...shape, retained: shape.retained !== true };
}

export function toggleInstanceDicts(shape: ViewShape): ViewShape {
  return { ...shape, instanceDicts: shape.instanceDicts !== true };
}

/** The grouping that is on already is taken off. */
export function toggleGroups(shape: ViewShape, groupBy: GroupBy): ViewShape {
  const isOn = shape.alwaysGroup === true && (shape.groupBy ?? "type") === groupBy;
  const { alwaysGroup: _always, groupBy: _by, ...rest } = shape;
  return isOn ? rest : { ...rest, alwaysGroup: true, groupBy };
}

/** What the engine is asked for; the same reference while the wishes are the same. */
export function viewOptions(state: AppState): ViewOptions {
  const { showHidden, shape, settings, hiddenInsights: muted } = state;
  const { ghostSteps } = settings;
  const last = lastOptions;
  const isSame = last?.showHidden === showHidden && last.ghostSteps === ghostSteps;
  if (isSame && last.wished === shape && last.muted === muted) return last.options;
  const options: ViewOptions = {
    showHidden,
    shape: { ...shape, ...ghostWish(ghostSteps), mutedInsights: muted },
  };
  lastOptions = { showHidden, ghostSteps, wished: shape, muted, options };
  return options;
}

function ghostWish(steps: Settings["ghostSteps"]): Pick<ViewShape, "ghosts"> {
  if (steps === 1) return {};
  return { ghosts: steps === 0 ? "none" : "all" };
}

/** Part of the keys under which pictures are kept. */
export function optionsKey(state: AppState): string {
  const options = viewOptions(state);
  const known = keys.get(options) ?? JSON.stringify(options);
  keys.set(options, known);
  return known;
}

/** Which union belongs to the picture: what is merely hidden or in focus has its place all the same. */
export function unionKey({ showHidden, shape }: AppState): string {
  return `${showHidden}|${(shape.shownHubs ?? []).join(" ")}`;
}

const keys = new WeakMap<ViewOptions, string>();
let lastOptions:
  | {
      readonly showHidden: boolean;
      readonly ghostSteps: Settings["ghostSteps"];
      readonly wished: ViewShape;
      readonly muted: readonly Insight["kind"][];
      readonly options: ViewOptions;
    }
  | undefined;

function added(list: readonly string[] | undefined, one: string): readonly string[] {
  return [...without(list, one), one];
}

function without(list: readonly string[] | undefined, one: string): readonly string[] {
  return (list ?? []).filter((other) => other !== one);
}
