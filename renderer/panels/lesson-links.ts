/** What the code words of a lesson stand for in the picture beside it. */
import { createContext, type Context } from "react";
import type { NodeId, SubgraphView } from "../../electron/contract/subgraph-view";

export interface LessonLinks {
  readonly view: SubgraphView | undefined;
  /** Ids of what the person looks at; undefined: nothing any more. */
  onLook(ids: readonly string[] | undefined): void;
  onSelect(node: NodeId): void;
}

/** Words that lead nowhere. */
export const noLinks: LessonLinks = {
  view: undefined,
  onLook: () => undefined,
  onSelect: () => undefined,
};

export const LessonLinksContext: Context<LessonLinks> = createContext(noLinks);

/** The drawn object a word names, by a name bound to it or by its key. */
export function drawnAs(
  view: SubgraphView | undefined,
  word: string,
): { readonly node: NodeId; readonly ids: readonly string[] } | undefined {
  const name = view?.names.find((one) => one.name === word && one.deleted === undefined);
  const node = name?.target ?? view?.nodes.find(({ key }) => key === word)?.id;
  if (node === undefined || view?.nodes.every(({ id }) => id !== node) !== false) return undefined;
  if (name?.target === undefined) return { node, ids: [node] };
  const bindings = view.edges.filter(({ from, to }) => from === name.id && to === node);
  return { node, ids: [name.id, ...bindings.map(({ id }) => id), node] };
}
