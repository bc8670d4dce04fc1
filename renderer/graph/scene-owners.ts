/** Names the things of a picture in words: ids and descriptions for exported pictures and for screen readers. */
import { bytesInWords } from "../widgets/bytes-in-words";
import { isOutsideObject } from "../../electron/contract/outside-object";
import type { SubgraphView, ViewNode } from "../../electron/contract/subgraph-view";
import type { SceneOwner } from "./scene";
import { freedText } from "./freed-text";

export function sceneOwners(view: SubgraphView): ReadonlyMap<string, SceneOwner> {
  const owners = new Map<string, SceneOwner>();
  const keys = new Map(view.nodes.map((node) => [node.id, node.key]));
  const names = new Map(view.names.map((name) => [name.id, name.name]));
  for (const scope of view.scopes)
    owners.set(scope.id, { id: `scope-${scope.depth}`, title: scope.title, description: "" });
  for (const cycle of view.cycles)
    owners.set(cycle.id, { id: `cycle-${cycle.number}`, title: cycle.label, description: "" });
  for (const edge of view.edges) {
    const from = names.get(edge.from) ?? keys.get(edge.from) ?? edge.from;
    const to = keys.get(edge.to) ?? edge.to;
    const words = edge.label === "" ? edge.kind : edge.label;
    owners.set(edge.id, {
      id: `ref-${from}-${to}-${edge.kind}`,
      title: `${from} ${words} ${to}`,
      description: "",
    });
  }
  for (const name of view.names) {
    const deleted = name.deleted === undefined ? "" : `deleted in step ${name.deleted.step}`;
    owners.set(name.id, {
      id: `name-${name.scope}-${name.name}`,
      title: `name ${name.name}`,
      description: deleted,
    });
  }
  for (const node of view.nodes)
    owners.set(node.id, {
      id: `obj-${node.key}`,
      title: node.title,
      description: describeNode(node, view),
    });
  return owners;
}

/** `MyObject, formerly obj1, refcount 1, unreachable`. */
export function describeNode(node: ViewNode, view: SubgraphView): string {
  const bound = view.names.filter((name) => name.target === node.id && name.deleted === undefined);
  const title = node.title.replace(/\s+/g, " ");
  const named =
    bound.length > 0 ? bound.map((name) => name.name).join(" and ") : namedByKey(node.key);
  const counted = node.refcount === "immortal" ? "immortal" : `refcount ${node.refcount}`;
  const count = isOutsideObject(node.id) ? "not from this script" : counted;
  const freed = freedText(node.freed);
  const held = node.retained === undefined ? "" : `${bytesInWords(node.retained)} freed with it`;
  return [title, named, ...(node.state === "freed" ? [freed] : [count, node.state, held])]
    .filter((word) => word !== "")
    .join(", ");
}

/** An attribute dict is called after its instance, and never had a name. */
function namedByKey(key: string): string {
  if (key.includes("#")) return "";
  return key.endsWith(".__dict__") ? key : `formerly ${key}`;
}
