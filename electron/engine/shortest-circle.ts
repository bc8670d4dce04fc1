/** The shortest way from an object back to itself, and the nearest object that has one among those that lead to another. */
import type { NodeIndex } from "../contract/ids";
import type { Link, ReferenceIndex } from "./reference-index";

/** The links of a circle, beginning and ending at the object; none when it is in no cycle. */
export function circleThrough(index: ReferenceIndex, node: NodeIndex): readonly Link[] {
  const cameBy = new Map<NodeIndex, Link>();
  const reached: NodeIndex[] = [node];
  for (let next = 0; next < reached.length; next += 1) {
    for (const link of index.linksFrom(reached[next])) {
      if (!keeps(link)) continue;
      if (link.to === node) return wayBack(cameBy, link, node);
      if (cameBy.has(link.to)) continue;
      cameBy.set(link.to, link);
      reached.push(link.to);
    }
  }
  return [];
}

function wayBack(
  cameBy: ReadonlyMap<NodeIndex, Link>,
  last: Link,
  node: NodeIndex,
): readonly Link[] {
  const circle = [last];
  for (let at = last.from; at !== node;) {
    const link = cameBy.get(at);
    if (link === undefined) return [];
    circle.unshift(link);
    at = link.from;
  }
  return circle;
}

export interface NearestCircle {
  readonly circle: readonly Link[];
  /** From the circle to the object. */
  readonly way: readonly Link[];
}

/** Walks from holder to holder, nearest first, until one is in a cycle. */
export function nearestCircle(
  index: ReferenceIndex,
  node: NodeIndex,
  isInCycle: (holder: NodeIndex) => boolean,
): NearestCircle {
  const leads = new Map<NodeIndex, Link>();
  const reached: NodeIndex[] = [node];
  const seen = new Set<NodeIndex>(reached);
  for (let next = 0; next < reached.length; next += 1) {
    if (isInCycle(reached[next]))
      return {
        circle: circleThrough(index, reached[next]),
        way: wayFrom(leads, reached[next], node),
      };
    for (const link of index.linksTo(reached[next])) {
      if (!keeps(link) || seen.has(link.from)) continue;
      seen.add(link.from);
      leads.set(link.from, link);
      reached.push(link.from);
    }
  }
  return { circle: [], way: [] };
}

function wayFrom(
  leads: ReadonlyMap<NodeIndex, Link>,
  from: NodeIndex,
  to: NodeIndex,
): readonly Link[] {
  const way: Link[] = [];
  for (let at = from; at !== to;) {
    const link = leads.get(at);
    if (link === undefined) return [];
    way.push(link);
    at = link.to;
  }
  return way;
}

/** Only references that own a count and that a person would draw make a cycle. */
function keeps({ kind }: Link): boolean {
  return kind !== "weak" && kind !== "class";
}
