/** Hubs: objects so many drawn ones refer to that their arrows would cover the picture. They become a counted stub without arrows to it. */
import type { NodeIndex } from "../contract/ids";
import type { ViewShape } from "../contract/view-options";
import { nodeId } from "./entry-picture";
import { kindOf } from "./node-naming";
import type { AlivePicture } from "./why-alive";

/** More arrows than these cannot be followed. */
const MOST_ARROWS = 50;

/** References to each hub among the objects drawn one by one. */
export function findHubs(
  { picture: { graph }, index }: AlivePicture,
  singles: readonly NodeIndex[],
  { shownHubs = [], shownHubObjects = [] }: ViewShape,
): ReadonlyMap<NodeIndex, number> {
  const hubs = new Map<NodeIndex, number>();
  if (singles.length <= MOST_ARROWS) return hubs;
  const drawn = new Set(singles);
  for (const node of singles) {
    const links = index
      .linksTo(node)
      .filter(({ from, kind }) => kind !== "weak" && drawn.has(from));
    if (links.length <= MOST_ARROWS) continue;
    const kind = kindOf(graph.snapshot, node);
    const hubKind = kind === "class" || kind === "module" ? kind : "object";
    const isShown =
      shownHubs.includes(hubKind) ||
      shownHubObjects.includes(nodeId(graph.snapshot.nodes.serial[node]));
    if (!isShown)
      hubs.set(
        node,
        links.reduce((sum, { labels }) => sum + labels.length, 0),
      );
  }
  return hubs;
}
