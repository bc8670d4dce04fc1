/** Commands that change what of the heap is drawn: expand and collapse, hide, focus, groups, hubs. Each can be undone. */
import type { ViewNode } from "../../electron/contract/subgraph-view";
import type { GroupBy, HubKind, ViewShape } from "../../electron/contract/view-options";
import type { AppState } from "../state/app-state";
import { allSelected, meantObject } from "../state/graph-selection";
import * as wishes from "../state/shape-wishes";
import type { Command } from "./command";

const hasPicture = (state: AppState): boolean => state.picture !== undefined;
const hasMeant = (state: AppState): boolean => meantObject(state) !== undefined;

interface ObjectWish extends Pick<Command, "id" | "title" | "keys"> {
  /** What undo calls it, before the object's key. */
  readonly verb: string;
  readonly enabled?: (state: AppState) => boolean;
  readonly wish: (shape: ViewShape, node: ViewNode) => ViewShape;
  /** Of several selected objects only the meant one. */
  readonly single?: true;
}

/** The meant object, or all that are selected when it is one of them. */
function meantObjects(state: AppState): readonly ViewNode[] {
  const meant = meantObject(state);
  const selected = allSelected(state);
  if (meant === undefined) return [];
  if (selected.length < 2 || !selected.includes(meant.id)) return [meant];
  return state.picture?.view.nodes.filter(({ id }) => selected.includes(id)) ?? [];
}

/** Something done to what is meant. */
function objectWish({ verb, wish, enabled, single, ...command }: ObjectWish): Command {
  return {
    ...command,
    onCanvas: true,
    menu: { name: "Graph", group: 2 },
    enabled: enabled ?? hasMeant,
    run: ({ state, actions }) => {
      const meant = meantObjects(state);
      const [node, ...others] = meant;
      if (node === undefined) return;
      const nodes = single === true ? [meantObject(state) ?? node] : meant;
      const what = single === true || others.length === 0 ? node.key : `${meant.length} objects`;
      const shape = nodes.reduce(wish, state.shape);
      actions.change({ kind: "shape-changed", text: `${verb} ${what}`, shape });
    },
  };
}

interface ShapeWish extends Pick<Command, "id" | "title" | "keys" | "onCanvas"> {
  readonly group: number;
  readonly enabled?: (state: AppState) => boolean;
  readonly checked?: (state: AppState) => boolean;
  /** Undefined: nothing to do now. */
  readonly wish: (shape: ViewShape) => ViewShape | undefined;
}

function shapeWish({ wish, group, enabled = hasPicture, ...command }: ShapeWish): Command {
  return {
    ...command,
    menu: { name: "Graph", group },
    enabled: (state) => enabled(state) && wish(state.shape) !== undefined,
    run: ({ state, actions }) => {
      const shape = wish(state.shape);
      if (shape !== undefined)
        actions.change({ kind: "shape-changed", text: command.title, shape });
    },
  };
}

function depthWish(command: Pick<Command, "id" | "title" | "keys">, by: -1 | 1): Command {
  return shapeWish({
    ...command,
    group: 2,
    onCanvas: true,
    wish: (shape) => {
      const depth = wishes.focusDepth(shape, by);
      return depth === undefined ? undefined : wishes.focusOn(shape, shape.focus?.node, depth);
    },
  });
}

function groupWish(groupBy: GroupBy, title: string): Command {
  return shapeWish({
    id: `group-by-${groupBy}`,
    title,
    keys: [],
    group: 5,
    checked: ({ shape }) => shape.alwaysGroup === true && (shape.groupBy ?? "type") === groupBy,
    wish: (shape) => wishes.toggleGroups(shape, groupBy),
  });
}

/** Kinds the filter chip has a switch for, in its order. */
export const hubSwitches: readonly { readonly kind: HubKind; readonly title: string }[] = [
  { kind: "module", title: "Show modules" },
  { kind: "builtin", title: "Show builtins and library objects" },
  { kind: "class", title: "Show all references to classes" },
  { kind: "object", title: "Show all references to much-used objects" },
];

export const shapeCommands: readonly Command[] = [
  objectWish({
    id: "show-only",
    title: "Show only this and its neighbours",
    keys: ["o"],
    verb: "show only",
    single: true,
    // Once more on the same object lets everything back in.
    wish: (shape, node) =>
      wishes.focusOn(shape, shape.focus?.node === node.id ? undefined : node.id),
  }),
  objectWish({
    id: "expand",
    title: "Expand",
    keys: ["e"],
    verb: "expand",
    wish: (shape, node) => wishes.expand(shape, node.id),
  }),
  objectWish({
    id: "collapse",
    title: "Collapse what only it leads to",
    keys: ["Shift+e"],
    verb: "collapse",
    wish: (shape, node) => wishes.collapse(shape, node.id),
  }),
  objectWish({
    id: "hide-object",
    title: "Hide this object",
    keys: ["h"],
    verb: "hide",
    enabled: (state) => meantObject(state)?.group === undefined && hasMeant(state),
    wish: (shape, node) => wishes.hideObject(shape, node.id),
  }),
  objectWish({
    id: "hide-type",
    title: "Hide all of this type",
    keys: ["Shift+h"],
    verb: "hide the type of",
    wish: (shape, node) => wishes.hideType(shape, node.group?.typeName ?? node.typeName),
  }),
  objectWish({
    id: "open-hub",
    title: "Show all its references",
    keys: ["Alt+Enter"],
    verb: "show the references to",
    enabled: (state) => meantObject(state)?.hub !== undefined,
    wish: (shape, node) => wishes.openHub(shape, node.id),
  }),
  depthWish({ id: "more-context", title: "More neighbours", keys: ["Shift+o"] }, 1),
  depthWish({ id: "less-context", title: "Fewer neighbours", keys: ["Alt+o"] }, -1),
  shapeWish({
    id: "unhide-all",
    title: "Show everything again",
    keys: ["$mod+Shift+h"],
    group: 2,
    enabled: ({ shape }) => wishes.hidesSomething(shape),
    wish: wishes.unhideAll,
  }),
  shapeWish({
    id: "show-generations",
    title: "Show generations",
    keys: [],
    group: 5,
    checked: ({ shape }) => shape.generations === true,
    wish: wishes.toggleGenerations,
  }),
  shapeWish({
    id: "show-retained",
    title: "Show what is freed with each object",
    keys: [],
    group: 5,
    checked: ({ shape }) => shape.retained === true,
    wish: wishes.toggleRetained,
  }),
  {
    id: "show-instance-dicts",
    title: "Show instance dicts",
    keys: [],
    menu: { name: "Graph", group: 5 },
    enabled: hasPicture,
    checked: ({ shape }) => shape.instanceDicts === true,
    run({ state, actions, graph }) {
      const shape = wishes.toggleInstanceDicts(state.shape);
      // A cycle through dicts is larger than the place it had.
      if (shape.instanceDicts === true) graph?.arrangeWithNext();
      actions.change({ kind: "shape-changed", text: "Show instance dicts", shape });
    },
  },
  {
    id: "show-hidden",
    title: "Show modules and builtins",
    keys: [],
    menu: { name: "Graph", group: 5 },
    enabled: hasPicture,
    checked: (state) => state.showHidden,
    run: ({ actions }) => actions.change({ kind: "hidden-toggled" }),
  },
  ...hubSwitches.map(({ kind, title }) =>
    shapeWish({
      id: `show-hubs-${kind}`,
      title,
      keys: [],
      group: 5,
      checked: ({ shape }) => shape.shownHubs?.includes(kind) === true,
      wish: (shape) => wishes.toggleHubs(shape, kind),
    }),
  ),
  groupWish("type", "Group by type"),
  groupWish("module", "Group by module"),
  groupWish("owner", "Group by owner"),
  shapeWish({
    id: "show-anyway",
    title: "Show each object as a mark",
    keys: [],
    group: 5,
    checked: ({ shape }) => shape.showAnyway === true,
    wish: wishes.toggleShowAnyway,
  }),
];
