/** Turns what a page sent about the shape of a view into the contract's type, or throws. */
import type { Focus, GroupBy, HubKind, ViewOptions, ViewShape } from "../contract/view-options";
import { oneOf, textsArgument } from "./graph-guards";
import { insightKinds } from "./insight-kinds";
import { refuse, textArgument } from "./request-guards";
import { isRecord } from "./stored-json";

export function viewOptionsArgument(value: unknown): ViewOptions {
  if (!isRecord(value) || typeof value["showHidden"] !== "boolean") return refuse("view options");
  const { showHidden, shape } = value;
  return { showHidden, ...given(shape, (wish) => ({ shape: shapeArgument(wish) })) };
}

const groupings: readonly GroupBy[] = ["type", "module", "owner"];
const hubKinds: readonly HubKind[] = ["module", "builtin", "class", "object"];
const depths: readonly Focus["depth"][] = [1, 2, 3, 4];

function shapeArgument(value: unknown): ViewShape {
  if (!isRecord(value)) return refuse("the shape of a view");
  const wish = (name: keyof ViewShape): unknown => value[name];
  return {
    ...given(wish("hiddenObjects"), (ids) => ({ hiddenObjects: textsArgument(ids) })),
    ...given(wish("hiddenTypes"), (types) => ({ hiddenTypes: textsArgument(types) })),
    ...given(wish("focus"), (focus) => ({ focus: focusArgument(focus) })),
    ...given(wish("expanded"), (ids) => ({ expanded: textsArgument(ids) })),
    ...given(wish("collapsed"), (ids) => ({ collapsed: textsArgument(ids) })),
    ...given(wish("groupBy"), (by) => ({ groupBy: oneOf(by, groupings) })),
    ...given(wish("alwaysGroup"), (flag) => ({ alwaysGroup: oneOf(flag, [true, false]) })),
    ...given(wish("showAnyway"), (flag) => ({ showAnyway: oneOf(flag, [true, false]) })),
    ...given(wish("generations"), (flag) => ({ generations: oneOf(flag, [true, false]) })),
    ...given(wish("retained"), (flag) => ({ retained: oneOf(flag, [true, false]) })),
    ...given(wish("instanceDicts"), (flag) => ({ instanceDicts: oneOf(flag, [true, false]) })),
    ...given(wish("shownHubs"), (kinds) => ({ shownHubs: listOf(kinds, hubKinds) })),
    ...given(wish("shownHubObjects"), (ids) => ({ shownHubObjects: textsArgument(ids) })),
    ...given(wish("ghosts"), (which) => ({ ghosts: oneOf(which, ["none", "all"] as const) })),
    ...given(wish("mutedInsights"), (kinds) => ({ mutedInsights: listOf(kinds, insightKinds) })),
  };
}

function focusArgument(value: unknown): Focus {
  if (!isRecord(value)) return refuse("a focus");
  return { node: textArgument(value["node"]), depth: oneOf(value["depth"], depths) };
}

function listOf<Choice>(value: unknown, choices: readonly Choice[]): readonly Choice[] {
  return Array.isArray(value) ? value.map((one) => oneOf(one, choices)) : refuse("a list");
}

/** Absent stays absent. */
function given<Part extends object>(value: unknown, read: (value: unknown) => Part): Part | object {
  return value === undefined ? {} : read(value);
}
