/** Finds the lines that are too many to follow one by one: a list of hundreds, a class of hundreds. They are drawn faint and unlabelled. */
import type { ViewEdge } from "../../electron/contract/subgraph-view";

/** Up to here each line keeps its arrow and its label. */
const MOST_FROM_ONE = 40;

/** Ids of edges that share one end with so many of their kind that only the whole can be seen. */
export function crowdedEdges(edges: readonly ViewEdge[]): ReadonlySet<string> {
  const leaving = new Map<string, ViewEdge[]>();
  const arriving = new Map<string, ViewEdge[]>();
  for (const edge of edges) {
    if (edge.inCycle || edge.deleted !== undefined || edge.kind === "name") continue;
    add(leaving, `${edge.kind} ${edge.from}`, edge);
    add(arriving, `${edge.kind} ${edge.to}`, edge);
  }
  const crowds = [...leaving.values(), ...arriving.values()];
  const crowded = crowds.filter((crowd) => crowd.length > MOST_FROM_ONE);
  return new Set(crowded.flatMap((crowd) => crowd.map((edge) => edge.id)));
}

function add(groups: Map<string, ViewEdge[]>, key: string, edge: ViewEdge): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [edge]);
  else group.push(edge);
}
