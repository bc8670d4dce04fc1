/** Takes memory addresses out of the words of a view: they differ from run to run and tell a reader nothing. */
import type { SubgraphView } from "../../electron/contract/subgraph-view";

export function withoutAddresses(view: SubgraphView): SubgraphView {
  return {
    ...view,
    nodes: view.nodes.map((node) => ({
      ...node,
      title: anonymous(node.title),
      subtitle: anonymous(node.subtitle),
      rows: node.rows.map((row) => ({
        ...row,
        label: anonymous(row.label),
        text: anonymous(row.text),
      })),
    })),
    names: view.names.map((name) =>
      name.text === undefined ? name : { ...name, text: anonymous(name.text) },
    ),
  };
}

/** `<Spam at 0x7f31c0>` becomes `<Spam at 0x…>`, also where the number was cut already. */
function anonymous(words: string): string {
  return words.replaceAll(/\b0x(?:[0-9a-f]{6,}|[0-9a-f]*…)/gi, "0x…");
}
