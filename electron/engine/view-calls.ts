/** Calls that came and went within a step and are worth a picture: `sys.getrefcount`, whose own argument it counts. */
import type { ViewCall } from "../contract/subgraph-view";
import { nodeId, type PictureContext } from "./entry-picture";
import { getrefcountCall } from "./getrefcount-insight";

export function viewCalls(context: PictureContext): readonly ViewCall[] {
  const call = getrefcountCall(context);
  if (call === undefined) return [];
  const { snapshot } = context.now.graph;
  return [
    {
      id: "call:1",
      text: `getrefcount(${call.name})`,
      argument: nodeId(snapshot.nodes.serial[call.node]),
      during: snapshot.nodes.refcount[call.node] + (call.isBorrowed ? 0 : 1),
    },
  ];
}
