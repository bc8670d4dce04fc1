/** Tells the stubs of modules, builtins and library objects from recorded objects: of a stub neither refcount nor size nor address is known. */
import type { NodeId } from "./subgraph-view";

export function isOutsideObject(id: NodeId): boolean {
  return id.startsWith("h:");
}
