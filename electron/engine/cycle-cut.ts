/** The fewest references that open a cycle, the ones a person would rather do without: back to a parent, and such as can be made weak. */
import type { NodeIndex, Serial } from "../contract/ids";
import type { CutReference, CycleCut, MadeAt } from "../contract/what-if";
import { hasFlag, ObjectFlag } from "./heap-snapshot";
import type { KnownCycle } from "./known-cycles";
import { counted, kindOf, listed } from "./node-naming";
import { idOf } from "./path-roots";
import type { Link } from "./reference-index";
import { smallestCut, type Arc } from "./smallest-cut";
import { mergedLabel } from "./view-edges";
import { weakrefFix } from "./weakref-fix";
import type { AlivePicture } from "./why-alive";

export type MadeBy = (link: Link) => MadeAt | undefined;

interface LinkArc extends Arc {
  readonly link: Link;
}

export function cutOfCycle(alive: AlivePicture, cycle: KnownCycle, madeBy: MadeBy): CycleCut {
  const { nodeOf } = alive.picture.graph.snapshot;
  const members = cycle.members.flatMap((member) => nodeOf.get(member) ?? []);
  const place = new Map(members.map((node, at) => [node, at]));
  const arcs = members.flatMap((node, from) =>
    alive.index.linksFrom(node).flatMap((link): readonly LinkArc[] => {
      const to = place.get(link.to);
      if (to === undefined || link.kind === "weak" || link.kind === "class") return [];
      return [{ from, to, weight: link.labels.length, dislike: dislikeOf(alive, link), link }];
    }),
  );
  const { arcs: cut, isSmallest } = smallestCut(members.length, merged(arcs));
  const links = cut.flatMap(({ from, to }) =>
    arcs.filter((arc) => arc.from === from && arc.to === to).map(({ link }) => link),
  );
  const references = links.map((link) => cutReference(alive, link, madeBy(link)));
  return { cycle: cycle.id, references, isSmallest, sentence: sentenceOf(references, isSmallest) };
}

/** References of different kinds between the same two objects must go together. */
function merged(arcs: readonly LinkArc[]): readonly Arc[] {
  const byEnds = new Map<string, Arc>();
  for (const { from, to, weight, dislike } of arcs) {
    const known = byEnds.get(`${from}:${to}`);
    byEnds.set(`${from}:${to}`, {
      from,
      to,
      weight: weight + (known?.weight ?? 0),
      dislike: dislike + (known?.dislike ?? 0),
    });
  }
  return [...byEnds.values()];
}

const BACKWARD_NAME = /parent|owner|prev|back|root|master|container|creator|manager|self|^\._?up$/i;
/** Instances of builtin containers cannot be weakly referenced. */
const NO_WEAK_REFERENCE = new Set(["list", "dict", "tuple", "other"]);

/** 0 is liked best: an attribute that can be made weak, called like a way back, from a younger object to an older one. */
function dislikeOf({ picture }: AlivePicture, { from, to, labels }: Link): number {
  const { snapshot } = picture.graph;
  const [label = ""] = labels;
  const isOwn = hasFlag(snapshot, to, ObjectFlag.ownType);
  const canBeWeak = isOwn || !NO_WEAK_REFERENCE.has(kindOf(snapshot, to));
  const isAttribute = /^\.\w+$/.test(label);
  const effort = !canBeWeak ? 200 : isAttribute ? 0 : /^[[{]/.test(label) ? 100 : 150;
  const name = BACKWARD_NAME.test(label) ? 0 : 10;
  const age = serialOf(from) >= serialOf(to) ? 0 : 1;
  return effort + name + age;

  function serialOf(node: NodeIndex): Serial {
    return snapshot.nodes.serial[node];
  }
}

function cutReference(alive: AlivePicture, link: Link, made: MadeAt | undefined): CutReference {
  const { picture, keyOf } = alive;
  const { snapshot } = picture.graph;
  const { from, to, kind, labels } = link;
  const [label = ""] = labels;
  const fromKey = keyOf(snapshot.nodes.serial[from]);
  const toKey = keyOf(snapshot.nodes.serial[to]);
  const canBeWeak =
    hasFlag(snapshot, to, ObjectFlag.ownType) || !NO_WEAK_REFERENCE.has(kindOf(snapshot, to));
  const fix = canBeWeak ? weakrefFix({ label, fromKey, toKey, code: made?.code ?? "" }) : undefined;
  return {
    edge: `e:${idOf(picture, from)}:${idOf(picture, to)}:${kind}`,
    from: idOf(picture, from),
    to: idOf(picture, to),
    expression: expressionOf(alive, link),
    label: mergedLabel(labels),
    count: labels.length,
    ...(made === undefined ? {} : { made }),
    ...(fix === undefined ? {} : { fix }),
  };
}

/** `obj2.ref`; of parallel references the first. */
export function expressionOf(
  { picture, keyOf }: AlivePicture,
  { from, labels: [label = ""] }: Link,
): string {
  const holder = keyOf(picture.graph.snapshot.nodes.serial[from]);
  return `${holder}${/^[.[{]/.test(label) ? label : ` ${label}`}`;
}

const SPELLED = 3;

function sentenceOf(references: readonly CutReference[], isSmallest: boolean): string {
  const spelled = references.slice(0, SPELLED).map(({ expression }) => expression);
  const more = references.length - spelled.length;
  const what = listed(more > 0 ? [...spelled, `${more} more`] : spelled, "and");
  const count = counted(references.length, "reference");
  return isSmallest
    ? `Without ${what} there is no cycle: ${count}, and fewer would not do.`
    : `Without ${what} there is no cycle: ${count}. The cycle is too large to try all, so there may be fewer.`;
}
