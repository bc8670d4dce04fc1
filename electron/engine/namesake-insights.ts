/** The banners about names that were used again while what they named before is still there: a class defined anew, a second pair of objects. */
import type { NodeIndex, Serial } from "../contract/ids";
import type { Insight } from "../contract/subgraph-view";
import type { Binding } from "./bound-names";
import { nodeId, type PictureContext } from "./entry-picture";
import { hasFlag, ObjectFlag, typeNameOf } from "./heap-snapshot";
import { cardTitle, listed } from "./node-naming";
import { lifeState } from "./view-nodes";

interface Rebinding {
  readonly name: string;
  readonly is: Serial;
  readonly was: Serial | undefined;
}

/** Module-level names bound to another object than before. */
function rebindings({ now, before }: PictureContext): readonly Rebinding[] {
  const old = new Map(globals(before).map(({ name, object }) => [name, object]));
  return globals(now).flatMap(({ name, object }): readonly Rebinding[] =>
    object === undefined || old.get(name) === object
      ? []
      : [{ name, is: object, was: old.get(name) }],
  );
}

function globals(picture: PictureContext["before"]): readonly Binding[] {
  return picture?.names.frames[0]?.bindings ?? [];
}

export function classRedefinedInsight(context: PictureContext): Insight | undefined {
  const { graph } = context.now;
  const { snapshot } = graph;
  for (const { name, is, was } of rebindings(context)) {
    const now = snapshot.nodeOf.get(is);
    const old = was === undefined ? undefined : snapshot.nodeOf.get(was);
    if (now === undefined || old === undefined || !areClasses(context, [now, old])) continue;
    if (cardTitle(snapshot, now) !== cardTitle(snapshot, old)) continue;
    const hasObjects = graph.drawn.some((node) =>
      graph.slotsOf(node).some(({ target, kind }) => target === old && kind === "class"),
    );
    return {
      kind: "class-redefined",
      tone: "neutral",
      title: `The old class ${name} is still alive:`,
      body: hasObjects ? "its own objects refer to it." : "it refers to itself.",
    };
  }
  return undefined;
}

function areClasses({ now }: PictureContext, nodes: readonly NodeIndex[]): boolean {
  return nodes.every(
    (node) => now.graph.isDrawn(node) && hasFlag(now.graph.snapshot, node, ObjectFlag.class),
  );
}

export function sameNamesInsight(context: PictureContext): Insight | undefined {
  const { now } = context;
  const rebound = new Set(rebindings(context).map(({ name }) => name));
  const pairs = globals(now).flatMap(({ name, object }) => {
    const namesakes = object === undefined ? [] : namesakesOf(context, name, object);
    return object === undefined || namesakes.length === 0
      ? []
      : [{ name, objects: [object, ...namesakes] }];
  });
  const names = pairs.map(({ name }) => name);
  if (!names.some((name) => rebound.has(name))) return undefined;
  const what = names.length === 1 ? "object" : names.length === 2 ? "pair" : "set";
  const why =
    context.collectorOff === undefined
      ? "and has not been collected yet"
      : "and was never collected, because the collector is off";
  return {
    kind: "same-names",
    tone: "neutral",
    title: `Two ${what}s named ${listed(names, "and")}.`,
    body: `The first ${what} lost its ${names.length === 1 ? "name" : "names"} ${why}.`,
    action: "show",
    actionLabel: "Show both",
    about: pairs.flatMap(({ objects }) => objects.map(nodeId)),
  };
}

/** Garbage of the same type that had this name before. */
function namesakesOf(
  { now, keyOf }: PictureContext,
  name: string,
  object: Serial,
): readonly Serial[] {
  const { graph } = now;
  const node = graph.snapshot.nodeOf.get(object);
  // A class defined anew is told about by a banner of its own.
  const isData = node !== undefined && !hasFlag(graph.snapshot, node, ObjectFlag.class);
  if (!isData || !graph.isDrawn(node)) return [];
  const type = typeNameOf(graph.snapshot, node);
  const others = graph.drawn.filter((other) => {
    const key = keyOf(graph.snapshot.nodes.serial[other]);
    return (
      other !== node &&
      lifeState(graph, other) === "unreachable" &&
      typeNameOf(graph.snapshot, other) === type &&
      (key === name || key.startsWith(`${name}#`))
    );
  });
  return others.map((other) => graph.snapshot.nodes.serial[other]);
}
