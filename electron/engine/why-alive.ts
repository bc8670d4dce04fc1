/** Answers why an object is alive: a way from a root to it, or, when nothing leads to it any more, the cycle that keeps it. */
import type { NodeIndex, Serial } from "../contract/ids";
import type { PathHop, PathRoot, WhyAlive, WhyAliveOptions } from "../contract/why-alive";
import type { EntryPicture } from "./entry-picture";
import { hasFlag, IMMORTAL, ObjectFlag, typeNameOf } from "./heap-snapshot";
import { idOf, isModule, outsideRoots, visibleRoots, type Root } from "./path-roots";
import { pathsTo, type Path } from "./paths-to-object";
import type { Link, ReferenceIndex } from "./reference-index";
import { circleThrough, nearestCircle } from "./shortest-circle";
import { mergedLabel } from "./view-edges";

export interface AlivePicture {
  readonly picture: EntryPicture;
  readonly index: ReferenceIndex;
  readonly keyOf: (object: Serial) => string;
}

export function whyAlive(alive: AlivePicture, node: NodeIndex, options: WhyAliveOptions): WhyAlive {
  const { snapshot } = alive.picture.graph;
  const key = keyAt(alive, node);
  if (hasFlag(snapshot, node, ObjectFlag.unreachable)) return whyNotFreed(alive, node);
  if (snapshot.nodes.refcount[node] === IMMORTAL)
    return {
      kind: "immortal",
      sentence: `${key} is immortal: Python never frees it, and does not count its references.`,
    };
  const ways = rootedPaths(alive, node, new Set(options.ignored));
  let skipped = 0;
  for (let way = ways.next(); way.done !== true; way = ways.next()) {
    if (skipped === options.skip) return pathAnswer(alive, way.value, ways.next().done !== true);
    skipped += 1;
  }
  const sentence =
    skipped > 0
      ? "There is no other path from a name."
      : options.ignored.length > 0
        ? "No other path from a name: all lead through what is ignored."
        : `Nothing in the picture leads to ${key}, and nothing outside is known to hold it.`;
  return { kind: "no-other-path", sentence };
}

interface RootedPath {
  readonly root: Root;
  readonly path: Path;
}

/** Ways from names come first, then ways that only classes make, then ways from what is not in the picture. */
function* rootedPaths(
  { picture, index }: AlivePicture,
  node: NodeIndex,
  ignored: ReadonlySet<string>,
): Generator<RootedPath, void> {
  const isIgnored = (holder: NodeIndex): boolean => ignored.has(idOf(picture, holder));
  const isWay = (link: Link): boolean => leadsOn(picture, link, node);
  const isData = (link: Link): boolean => link.kind !== "class" && isWay(link);
  const visible = visibleRoots(picture).filter(({ id }) => id === undefined || !ignored.has(id));
  const outside = outsideRoots(picture);
  let found = 0;
  for (const [roots, isUsable] of [
    [visible, isData],
    [visible, isWay],
    [outside, isWay],
  ] as const) {
    // What only a class leads to is of no interest where anything else does.
    if (found > 0 && roots === visible) continue;
    const rules = { roots: roots.map(({ holds }) => holds), isUsable, isIgnored };
    for (const path of pathsTo(index, node, rules)) {
      const start = path[0]?.from ?? node;
      for (const root of roots) {
        if (root.holds !== start) continue;
        found += 1;
        yield { root, path };
      }
    }
  }
}

/** Everything refers to modules, and functions to their module's names: no way worth telling leads through there. */
function leadsOn(picture: EntryPicture, link: Link, target: NodeIndex): boolean {
  if (link.kind === "weak") return false;
  if (link.labels.every((label) => /^\.__(globals|builtins)__$/.test(label))) return false;
  return link.to === target || !isModule(picture, link.to);
}

function pathAnswer(alive: AlivePicture, { root, path }: RootedPath, hasNext: boolean): WhyAlive {
  const hops = hopsOf(alive, path);
  return {
    kind: "path",
    root: pathRoot(alive, root),
    hops,
    hasNext,
    sentence: pathSentence(alive, root, path),
  };
}

function pathRoot(alive: AlivePicture, { kind, text, id, holds }: Root): PathRoot {
  return {
    kind,
    text,
    ...(id === undefined ? {} : { id }),
    holds: idOf(alive.picture, holds),
    holdsKey: keyAt(alive, holds),
  };
}

/** `Alive through the global name hub: hub.listeners[0].` */
function pathSentence(alive: AlivePicture, root: Root, path: Path): string {
  const start =
    root.kind === "name" || root.kind === "local" ? nameIn(root) : keyAt(alive, root.holds);
  const expression = path.reduce((way, { labels: [label = ""] }) => way + step(label), start);
  switch (root.kind) {
    case "name":
    case "local":
      return path.length === 0
        ? `Alive because the ${lowerFirst(root.text)} refers to it.`
        : `Alive through the ${lowerFirst(root.text)}: ${expression}.`;
    case "module":
      return `Alive through the ${lowerFirst(root.text)}: ${expression}.`;
    case "frame":
    case "outside":
      return path.length === 0
        ? `Alive because of a reference that is not visible here: ${root.text} holds it.`
        : `Alive through ${expression}; ${start} itself is held by ${lowerC(root.text)}.`;
  }
}

function nameIn({ text }: Root): string {
  return text.split(" ")[2] ?? text;
}

function step(label: string): string {
  return /^[.[]/.test(label) ? label : ` → ${label}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function lowerC(text: string): string {
  return text.startsWith("C code") ? text : lowerFirst(text);
}

function whyNotFreed(alive: AlivePicture, node: NodeIndex): WhyAlive {
  const own = circleThrough(alive.index, node);
  const key = keyAt(alive, node);
  if (own.length > 0) {
    const others = own.slice(1).map(({ from }) => keyAt(alive, from));
    const by = others.length === 0 ? "itself" : others.join(", ");
    return {
      kind: "unreachable",
      circle: hopsOf(alive, own),
      hops: [],
      sentence: `No name leads to ${key} any more; it refers to itself${others.length === 0 ? "" : ` through ${by}`}, so its count stays above 0.`,
    };
  }
  const { graph, cycles } = alive.picture;
  const members = new Set(cycles.flatMap((cycle) => cycle.members));
  const { circle, way } = nearestCircle(alive.index, node, (holder) =>
    members.has(graph.snapshot.nodes.serial[holder]),
  );
  const keeper = circle[0];
  if (keeper === undefined)
    return {
      kind: "unreachable",
      circle: [],
      hops: [],
      sentence: `No name leads to ${key} any more; the collector has it in hand.`,
    };
  return {
    kind: "unreachable",
    circle: hopsOf(alive, circle),
    hops: hopsOf(alive, way),
    sentence: `No name leads to ${key} any more; it hangs off the cycle of ${keyAt(alive, keeper.from)}, which keeps itself.`,
  };
}

function hopsOf(alive: AlivePicture, path: Path): readonly PathHop[] {
  const { picture } = alive;
  return path.map(({ from, to, kind, labels }) => ({
    edge: `e:${idOf(picture, from)}:${idOf(picture, to)}:${kind}`,
    from: idOf(picture, from),
    fromKey: keyAt(alive, from),
    label: mergedLabel(labels),
    to: idOf(picture, to),
    toKey: keyAt(alive, to),
    toType: typeNameOf(picture.graph.snapshot, to),
  }));
}

function keyAt({ picture, keyOf }: AlivePicture, node: NodeIndex): string {
  return keyOf(picture.graph.snapshot.nodes.serial[node]);
}
