/** The drawn objects and names in words, hidden from sight: the canvas points to them as it is walked with the keyboard. */
import type { CSSProperties, ReactElement } from "react";
import type { SubgraphView } from "../../electron/contract/subgraph-view";
import { describeNode } from "./scene-owners";

const HIDDEN: CSSProperties = {
  position: "absolute",
  width: 1,
  height: 1,
  overflow: "hidden",
  clipPath: "inset(50%)",
  whiteSpace: "nowrap",
};
const MOST = 150;

export function wordsId(id: string): string {
  return `graph-${id.replace(/[^\w-]/g, "_")}`;
}

export function GraphWords({ view }: { readonly view: SubgraphView }): ReactElement {
  const nodes = view.nodes.slice(0, MOST);
  const names = view.names.slice(0, MOST);
  const keys = new Map(view.nodes.map((node) => [node.id, node.title]));
  return (
    <div style={HIDDEN}>
      {names.map((name) => {
        const bound = name.target === undefined ? (name.text ?? "") : (keys.get(name.target) ?? "");
        const deleted = name.deleted === undefined ? "" : `, deleted in step ${name.deleted.step}`;
        return (
          <div key={name.id} id={wordsId(name.id)}>{`name ${name.name}, ${bound}${deleted}`}</div>
        );
      })}
      {nodes.map((node, index) => (
        <div
          key={node.id}
          id={wordsId(node.id)}
        >{`${describeNode(node, view)}, ${index + 1} of ${view.nodes.length}`}</div>
      ))}
    </div>
  );
}
