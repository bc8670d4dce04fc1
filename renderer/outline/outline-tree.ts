/** The picture as a tree of words: names > object > attributes, then what no name reaches, then what this step freed. Pure; mirrors the canvas for screen readers, keyboards and tests. */
import { isOutsideObject } from "../../electron/contract/outside-object";
import type {
  NodeId,
  SubgraphView,
  ViewName,
  ViewNode,
} from "../../electron/contract/subgraph-view";
import { bytesInWords } from "../widgets/bytes-in-words";

export interface OutlineItem {
  /** Stable over all steps, so that folding survives stepping. */
  readonly id: string;
  readonly text: string;
  /** Grey words after the text. */
  readonly remark: string;
  readonly tone: "plain" | "alarm" | "gone" | "group";
  readonly refcount: string;
  /** Own size in words; empty for what is no object, or gone. */
  readonly size: string;
  readonly node: NodeId | undefined;
  readonly items: readonly OutlineItem[];
}

export function outlineTree(view: SubgraphView): readonly OutlineItem[] {
  const nodes = new Map(view.nodes.map((node) => [node.id, node]));
  const weakOf = weakItems(view, nodes);
  const scopes = view.scopes
    .toSorted((one, other) => other.depth - one.depth)
    .map((scope) =>
      group(
        scope.id,
        scope.title,
        view.names
          .filter((name) => name.scope === scope.id)
          .map((name) => nameItem(name, nodes, weakOf)),
      ),
    );
  const held = view.nodes.filter((node) => node.state === "reachable" && !isNamed(view, node.id));
  const unreachable = view.nodes.filter((node) => node.state === "unreachable");
  const freed = view.nodes.filter((node) => node.state === "freed");
  return [
    ...scopes,
    group(
      "held",
      "Held by other objects",
      held.map((node) => nodeItem("held", node, weakOf)),
    ),
    group(
      "unreachable",
      "Unreachable",
      unreachable.map((node) => nodeItem("unreachable", node, weakOf)),
    ),
    group(
      "freed",
      "Freed this step",
      freed.map((node) => nodeItem("freed", node, weakOf)),
    ),
  ].filter((item) => item.items.length > 0);
}

/** The items whose text, remark or attributes contain the searched words, with their groups. */
export function filteredOutline(
  items: readonly OutlineItem[],
  search: string,
): readonly OutlineItem[] {
  const wanted = search.trim().toLowerCase();
  if (wanted === "") return items;
  const says = (item: OutlineItem): boolean =>
    `${item.text} ${item.remark}`.toLowerCase().includes(wanted);
  return items.flatMap((item) => {
    const inside = filteredOutline(item.items, search);
    if (item.tone !== "group" && (says(item) || inside.length > 0)) return [item];
    return inside.length > 0 ? [{ ...item, items: inside }] : [];
  });
}

function group(id: string, text: string, items: readonly OutlineItem[]): OutlineItem {
  return {
    id: `group:${id}`,
    text,
    remark: String(items.length),
    tone: "group",
    refcount: "",
    size: "",
    node: undefined,
    items,
  };
}

function isNamed(view: SubgraphView, node: NodeId): boolean {
  return view.names.some((name) => name.target === node && name.deleted === undefined);
}

type WeakItems = (parent: string, holder: NodeId) => readonly OutlineItem[];

/** Weak references are no rows of a card, but lines of the picture: here they stand behind the rows of their holder. */
function weakItems(view: SubgraphView, nodes: ReadonlyMap<NodeId, ViewNode>): WeakItems {
  const weak = view.edges.filter((edge) => edge.kind === "weak" && edge.deleted === undefined);
  return (parent, holder) =>
    weak
      .filter((edge) => edge.from === holder)
      .map((edge) => ({
        ...plain(
          `${parent}:${edge.id}`,
          edge.label || "weak",
          `→ ${nodes.get(edge.to)?.key ?? ""}`,
        ),
        node: edge.to,
      }));
}

function nameItem(
  name: ViewName,
  nodes: ReadonlyMap<NodeId, ViewNode>,
  weakOf: WeakItems,
): OutlineItem {
  const node = name.target === undefined ? undefined : nodes.get(name.target);
  const id = `name:${name.id}`;
  if (name.deleted !== undefined)
    return {
      ...plain(
        id,
        name.name,
        name.deleted.cut === true ? "cut, what if" : `deleted, step ${name.deleted.step}`,
      ),
      tone: "gone",
      node: node?.id,
    };
  if (node === undefined) return plain(id, name.name, name.text ?? "");
  return { ...nodeItem(id, node, weakOf), id, text: name.name, remark: describe(node) };
}

function nodeItem(parent: string, node: ViewNode, weakOf: WeakItems): OutlineItem {
  return {
    id: `${parent}:${node.id}`,
    text: node.key,
    remark: describe(node),
    tone: node.state === "unreachable" ? "alarm" : node.state === "freed" ? "gone" : "plain",
    refcount: refcountText(node),
    size: sizeText(node),
    node: node.id,
    items: [
      ...node.rows.map((row, index) => ({
        ...plain(
          `${parent}:${node.id}:${row.label || index}`,
          row.label,
          row.target === undefined ? row.text : `→ ${row.text}`,
        ),
        node: row.target,
      })),
      ...weakOf(parent, node.id),
    ],
  };
}

function refcountText(node: ViewNode): string {
  if (node.group !== undefined || node.hub !== undefined) return "";
  if (node.state === "freed" || isOutsideObject(node.id)) return "";
  return node.refcount === "immortal" ? "∞" : String(node.refcount);
}

function sizeText(node: ViewNode): string {
  if (node.state === "freed" || isOutsideObject(node.id)) return "";
  return bytesInWords(node.group?.bytes ?? node.size);
}

function describe(node: ViewNode): string {
  const freed = node.freed === undefined ? "" : `, ${freedWords(node.freed)}`;
  return `${node.title}${node.subtitle === "" ? "" : ` ${node.subtitle}`}${freed}`;
}

function freedWords({ step, notReal }: NonNullable<ViewNode["freed"]>): string {
  return notReal === true ? "would be freed" : `freed in step ${step}`;
}

function plain(id: string, text: string, remark: string): OutlineItem {
  return { id, text, remark, tone: "plain", refcount: "", size: "", node: undefined, items: [] };
}
