/** What a collapsed object hides: everything that only leads from it, so that nothing in the picture leads there any more. */
import type { NodeIndex } from "../contract/ids";
import { hasFlag, ObjectFlag } from "./heap-snapshot";
import { visibleRoots } from "./path-roots";
import type { AlivePicture } from "./why-alive";

export function collapsedObjects(
  { picture, index }: AlivePicture,
  objects: readonly NodeIndex[],
  collapsed: readonly NodeIndex[],
): ReadonlySet<NodeIndex> {
  const present = new Set(objects);
  const closed = new Set(collapsed);
  const behind = reach(collapsed.flatMap(referents), () => true);
  const roots = visibleRoots(picture).map(({ holds }) => holds);
  const { snapshot } = picture.graph;
  // Garbage and what something unseen holds has no name to be reached from; it is only hidden where it hangs off.
  const loose = objects.filter(
    (node) => !behind.has(node) || hasFlag(snapshot, node, ObjectFlag.unreachable),
  );
  const seen = reach([...roots, ...loose, ...collapsed], (node) => !closed.has(node));
  return new Set([...behind].filter((node) => !seen.has(node)));

  function referents(node: NodeIndex): readonly NodeIndex[] {
    return index
      .linksFrom(node)
      .filter(({ kind, to }) => kind !== "weak" && present.has(to))
      .map(({ to }) => to);
  }

  function reach(
    from: readonly NodeIndex[],
    isOpen: (node: NodeIndex) => boolean,
  ): ReadonlySet<NodeIndex> {
    const reached = new Set(from.filter((node) => present.has(node)));
    // The set grows while it is walked.
    for (const node of reached) if (isOpen(node)) for (const to of referents(node)) reached.add(to);
    return reached;
  }
}
