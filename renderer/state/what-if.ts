/** The what-if as the window has it: which cuts are planned, what the engine made of them, which picture is therefore on the screen. Pure. */
import type { SubgraphView } from "../../electron/contract/subgraph-view";
import type { Cut, WhatIf } from "../../electron/contract/what-if";
import type { AppState, Picture } from "./app-state";
import type { InspectionAction, PlannedCut } from "./inspection-state";
import { hasPlaceForAll } from "./union-places";

/** The cuts of the entry on the screen; undefined: this is no what-if. */
export function plannedCuts({ whatIf, travel }: AppState): readonly PlannedCut[] | undefined {
  return whatIf?.entry === travel.entry ? whatIf.cuts : undefined;
}

/** What the engine says about them; undefined while it works it out, and when nothing is cut. */
export function whatIfAnswer(state: AppState): WhatIf | undefined {
  const { answers, whatIf } = state;
  return whatIf !== undefined &&
    answers.whatIf?.plan === whatIf &&
    plannedCuts(state) !== undefined &&
    whatIf.cuts.length > 0
    ? answers.whatIf.value
    : undefined;
}

/** What is drawn: the picture of the step, or what would be. */
export function drawnView(state: AppState): SubgraphView | undefined {
  return unrealView(state) ?? state.picture?.view;
}

/** Undefined also until what only a what-if draws, such as a group, has its place. */
function unrealView(state: AppState): SubgraphView | undefined {
  const view = whatIfAnswer(state)?.view;
  return view !== undefined && hasPlaceForAll(state.union, view) ? view : undefined;
}

/** The picture before the one drawn: a what-if is compared with what is. */
export function drawnAfter(state: AppState): Picture["previous"] {
  return unrealView(state) === undefined ? state.picture?.previous : state.picture?.view;
}

export function isSameCut(one: Cut, other: Cut): boolean {
  if (one.kind === "name" || other.kind === "name")
    return one.kind === "name" && other.kind === "name" && one.name === other.name;
  return one.edge === other.edge && one.label === other.label;
}

/** One cut more, or, when it is planned already, one less. */
export function cutToggled(state: AppState, planned: PlannedCut): InspectionAction {
  const before = plannedCuts(state) ?? [];
  const rest = before.filter(({ cut }) => !isSameCut(cut, planned.cut));
  const isOff = rest.length < before.length;
  return {
    kind: "cuts-changed",
    cuts: isOff ? rest : [...before, planned],
    text: isOff ? `restore ${planned.text}` : `cut ${planned.text}`,
  };
}

/** The cut that an edge of the picture means, with what the chip says. */
export function cutOfEdge(view: SubgraphView, id: string): PlannedCut | undefined {
  const edge = view.edges.find((one) => one.id === id);
  if (edge === undefined) return undefined;
  const name = view.names.find((one) => one.id === edge.from);
  if (name !== undefined) return cutOfName(name);
  const from = view.nodes.find((node) => node.id === edge.from)?.key ?? "";
  return { cut: { kind: "reference", edge: id }, text: referenceText(from, edge.label) };
}

export function cutOfName(name: SubgraphView["names"][number]): PlannedCut {
  return { cut: { kind: "name", name: name.id }, text: `name ${name.name}` };
}

/** `obj2.ref`, `items[0]`, `obj2 ×3 (.a, .b, [0])`. */
export function referenceText(from: string, label: string): string {
  return `${from}${label === "" || /^[.[{]/.test(label) ? label : ` ${label}`}`;
}

/** One sentence about the selected object; empty when a what-if changes nothing for it. */
export function whatBecomesOfSelection(state: AppState): string {
  const answer = whatIfAnswer(state);
  const { selection } = state;
  if (answer?.freed.some(({ id }) => id === selection) === true)
    return "it would be freed at once.";
  if (answer?.waiting.some(({ id }) => id === selection) === true)
    return "it would be unreachable, and wait for the collector.";
  return "";
}
