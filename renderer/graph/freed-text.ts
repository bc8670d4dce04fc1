/** How a ghost says what became of it. */
import type { ViewNode } from "../../electron/contract/subgraph-view";

export function freedText(freed: ViewNode["freed"]): string {
  if (freed === undefined) return "freed";
  return freed.notReal === true ? "would be freed" : `freed in step ${freed.step}`;
}
