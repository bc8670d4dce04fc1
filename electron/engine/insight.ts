/** The one teaching banner of an entry: the highest-ranking thing that happened, in words. */
import type { Serial } from "../contract/ids";
import type { Insight } from "../contract/subgraph-view";
import { FINALIZER_SCOPE, finalizedBy } from "./bound-names";
import { nodeId, type CollectionRecord, type PictureContext } from "./entry-picture";
import { hasFlag, ObjectFlag, typeNameOf } from "./heap-snapshot";
import { getrefcountInsight } from "./getrefcount-insight";
import { classRedefinedInsight, sameNamesInsight } from "./namesake-insights";
import { counted, grouped, isData, kindOf } from "./node-naming";
import { unseenInsight } from "./unseen-insight";
import { keysListed } from "./view-cycles";
import { lifeState, refcountAt } from "./view-nodes";
import { becameUnreachable, freedAtOnce } from "./view-notes";

/** The highest in rank that is not muted. */
export function viewInsight(
  context: PictureContext,
  muted: readonly Insight["kind"][] = [],
): Insight | undefined {
  if (context.notReal === true) return undefined;
  for (const find of inRank) {
    const insight = find(context);
    if (insight !== undefined && !muted.includes(insight.kind)) return insight;
  }
  return undefined;
}

const inRank: readonly ((context: PictureContext) => Insight | undefined)[] = [
  uncollectableInsight,
  resurrectedInsight,
  sameNamesInsight,
  (context) => unreachableInsight(context, dataOf(context, becameUnreachable(context))),
  classRedefinedInsight,
  (context) => unreachableInsight(context, dataOrAll(context, becameUnreachable(context))),
  collectedInsight,
  freedAtOnceInsight,
  getrefcountInsight,
  garbageEmptyInsight,
  finalizerInsight,
  (context) => unreachableInsight(context, allUnreachable(context)),
  firstStepInsight,
  unseenInsight,
];

function garbageEmptyInsight({ now, hadGarbage }: PictureContext): Insight | undefined {
  if (hadGarbage || now.how === "raised" || !/\bgc\.garbage\b/.test(now.code)) return undefined;
  return {
    kind: "garbage-empty",
    tone: "neutral",
    title: "Empty is good.",
    body: "gc.garbage lists objects that could NOT be freed.",
  };
}

function uncollectableInsight({ collections }: PictureContext): Insight | undefined {
  const count = collections.reduce((sum, collection) => sum + collection.uncollectable, 0);
  const garbage = collections.reduce((sum, collection) => sum + collection.garbage, 0);
  if (count === 0 && garbage === 0) return undefined;
  if (count > 0)
    return {
      kind: "uncollectable",
      tone: "alarm",
      title: `The collector could not free ${counted(count, "object")}`,
      body: `and put ${count === 1 ? "it" : "them"} in gc.garbage.`,
      ...shown(collections.flatMap(({ survived }) => survived)),
    };
  return {
    kind: "uncollectable",
    tone: "alarm",
    title: `The collector put ${counted(garbage, "object")} in gc.garbage`,
    body: `instead of freeing ${garbage === 1 ? "it" : "them"}: gc.DEBUG_SAVEALL asks for that.`,
  };
}

/** Something to light in the picture; nothing drawn, nothing offered. */
function shown(objects: readonly Serial[]): Pick<Insight, "action" | "actionLabel" | "about"> {
  if (objects.length === 0) return {};
  return { action: "show", actionLabel: "Show", about: objects.map(nodeId) };
}

function resurrectedInsight(context: PictureContext): Insight | undefined {
  const { now, before } = context;
  const { snapshot, drawn } = now.graph;
  const isBack = drawn.some((node) => {
    const old = before?.graph.snapshot.nodeOf.get(snapshot.nodes.serial[node]);
    const ran =
      hasFlag(snapshot, node, ObjectFlag.finalizerRan) &&
      lifeState(now.graph, node) === "reachable";
    return (
      ran &&
      old !== undefined &&
      before !== undefined &&
      !hasFlag(before.graph.snapshot, old, ObjectFlag.finalizerRan)
    );
  });
  if (!isBack || finalizedBy(now.names.frames) !== undefined) return undefined;
  return {
    kind: "resurrected",
    tone: "neutral",
    title: "Still here.",
    body: "__del__ stored a new reference, so the object was not freed.",
  };
}

function unreachableInsight(
  context: PictureContext,
  objects: readonly Serial[],
): Insight | undefined {
  if (objects.length === 0) return undefined;
  const off = context.collectorOff;
  const where = off?.line === undefined ? "" : ` (gc.disable(), line ${off.line})`;
  const collector = off === undefined ? "" : ` The cycle collector is off${where}.`;
  const ahead = context.collectionAhead;
  return {
    kind: "unreachable",
    tone: "alarm",
    title: "Unreachable, but still in memory.",
    body: `No name leads to ${subject(context, objects)} any more, yet ${grip(context, objects)}.${collector}`,
    action: ahead ? "step-to-collection" : "collect-now",
    actionLabel: ahead ? "Step to gc.collect()" : "Collect now",
  };
}

const NAMES_SPELLED = 4;

function subject(context: PictureContext, objects: readonly Serial[]): string {
  return objects.length > NAMES_SPELLED
    ? `these ${grouped(objects.length)} objects`
    : keysListed(context, objects, "or");
}

function grip(context: PictureContext, objects: readonly Serial[]): string {
  if (objects.length === 1) return "it still refers to itself";
  if (objects.length > 2) return "they keep each other alive";
  const once = objects.every((object) => refcountAt(context.now, object) === 1);
  return once ? "each keeps the other’s count at 1" : "they keep each other alive";
}

function collectedInsight(context: PictureContext): Insight | undefined {
  const last = context.collections.findLast((collection) => collection.freed.length > 0);
  if (last === undefined) return undefined;
  return {
    kind: "collected",
    tone: "neutral",
    title: `The collector freed ${counted(last.freed.length, "object")}.`,
    body: collectedBody(context, last),
    action: "how-it-found-them",
    actionLabel: "How it found them",
  };
}

function collectedBody(context: PictureContext, collection: CollectionRecord): string {
  if (collection.trigger === "automatic") {
    return `It ran by itself, because more than ${grouped(collection.threshold)} new objects had piled up.`;
  }
  const returned = collection.collected + collection.uncollectable;
  const dicts = foldedDicts(context, collection.freed);
  const freed = collection.freed.length;
  if (dicts > 0 && returned === freed + dicts) {
    return `It returned ${returned}: ${inWords(freed, "object")} and their ${inWords(dicts, "attribute dictionary", "attribute dictionaries")}.`;
  }
  return `It returned ${returned}.`;
}

/** Instance dicts folded into freed objects; Python counts them as objects of their own. */
function foldedDicts(context: PictureContext, freed: readonly Serial[]): number {
  let dicts = 0;
  for (const ghost of context.ghosts) {
    if (!freed.includes(ghost.object)) continue;
    const { graph } = ghost.last;
    const node = graph.snapshot.nodeOf.get(ghost.object);
    if (
      node !== undefined &&
      graph.partsOf(node).some((part) => hasFlag(graph.snapshot, part, ObjectFlag.plainDict))
    )
      dicts += 1;
  }
  return dicts;
}

const WORDS = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];

function inWords(count: number, one: string, many = `${one}s`): string {
  return `${WORDS[count] ?? grouped(count)} ${count === 1 ? one : many}`;
}

function freedAtOnceInsight(context: PictureContext): Insight | undefined {
  const freed = freedAtOnce(context);
  const [first] = freed;
  if (first === undefined) return undefined;
  const ghost = context.ghosts.find(({ object }) => object === first);
  const node = ghost?.last.graph.snapshot.nodeOf.get(first);
  const type =
    ghost === undefined || node === undefined
      ? "object"
      : typeNameOf(ghost.last.graph.snapshot, node);
  const what = freed.length === 1 ? `this ${type}` : `these ${freed.length} objects`;
  return {
    kind: "freed-at-once",
    tone: "neutral",
    title: "Freed at once.",
    body: `The last reference to ${what} went away, so Python returned ${freed.length === 1 ? "its" : "their"} memory immediately. No collector was needed.`,
  };
}

function finalizerInsight(context: PictureContext): Insight | undefined {
  const { now } = context;
  if (now.how !== "returned" || !FINALIZER_SCOPE.test(now.scope)) return undefined;
  const object = finalizedBy(now.names.frames);
  if (object === undefined) return undefined;
  return {
    kind: "finalizer-ran",
    tone: "neutral",
    title: `${context.keyOf(object)}.__del__ ran once.`,
    body: "It cannot run a second time.",
  };
}

/** A class that nothing but itself keeps is only told about when no data is. */
function dataOrAll(context: PictureContext, objects: readonly Serial[]): readonly Serial[] {
  const data = dataOf(context, objects);
  return data.length > 0 ? data : objects;
}

function dataOf({ now }: PictureContext, objects: readonly Serial[]): readonly Serial[] {
  const { snapshot } = now.graph;
  return objects.filter((object) => {
    const node = snapshot.nodeOf.get(object);
    return node !== undefined && isData(kindOf(snapshot, node));
  });
}

function allUnreachable(context: PictureContext): readonly Serial[] {
  const { graph } = context.now;
  const unreachable = graph.drawn.filter((node) => lifeState(graph, node) === "unreachable");
  return dataOf(
    context,
    unreachable.map((node) => graph.snapshot.nodes.serial[node]),
  );
}

function firstStepInsight({ now }: PictureContext): Insight | undefined {
  if (now.step !== 0) return undefined;
  return {
    kind: "first-step",
    tone: "neutral",
    title: "Nothing has run yet.",
    body: "Press F10 to run the first line, and the comma key to step back.",
  };
}
