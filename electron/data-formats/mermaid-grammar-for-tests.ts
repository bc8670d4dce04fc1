/** The part of Mermaid's flowchart grammar we write, strictly: anything else throws. Labels are given back as Mermaid would show them. */

export interface MermaidGraph {
  readonly nodes: ReadonlyMap<string, string>;
  readonly edges: readonly { readonly from: string; readonly to: string; readonly label: string }[];
  readonly subgraphs: readonly { readonly title: string; readonly nodes: readonly string[] }[];
}

const anId = /[a-z]+[0-9]+/.source;
/** Mermaid reads entity codes, directives, comments, styles and Markdown wherever they stand. */
const label = /"((?:[^"#;:%<>&`{}\\|@$*~\n]|#[0-9]+;|<br\/>)*)"/.source;

const classDefinition = /^ {2}classDef [a-zA-Z]+ [a-z-]+:[#0-9a-z ]+(,[a-z-]+:[#0-9a-z ]+)*$/;
const classUse = new RegExp(`^ {2}class ${anId} [a-zA-Z]+$`);
const node = new RegExp(`^ {2,4}(${anId})(?:\\[${label}\\]|\\(\\[${label}\\]\\)):::[a-z]+$`);
const edge = new RegExp(`^ {2}(${anId}) (?:-->|-\\.->)(?:\\|${label}\\|)? (${anId})$`);
const subgraph = new RegExp(`^ {2}subgraph ${anId}\\[${label}\\]$`);

type Line =
  | { readonly kind: "style" }
  | { readonly kind: "subgraph"; readonly title: string }
  | { readonly kind: "end" }
  | { readonly kind: "node"; readonly id: string; readonly label: string }
  | { readonly kind: "edge"; readonly from: string; readonly to: string; readonly label: string };

export function parseMermaid(text: string): MermaidGraph {
  const [head, ...lines] = text.split("\n");
  expectIt(
    head === "flowchart LR" && lines.pop() === "",
    "A flowchart from its first to its last line",
  );
  const nodes = new Map<string, string>();
  const edges: { from: string; to: string; label: string }[] = [];
  const subgraphs: { title: string; nodes: string[] }[] = [];
  let open: { title: string; nodes: string[] } | undefined;
  for (const line of lines.map(parseLine)) {
    switch (line.kind) {
      case "style":
        break;
      case "subgraph":
        expectIt(open === undefined, "A subgraph of its own");
        open = { title: line.title, nodes: [] };
        subgraphs.push(open);
        break;
      case "end":
        expectIt(open !== undefined, "An end for a subgraph");
        open = undefined;
        break;
      case "node":
        expectIt(!nodes.has(line.id), "Each node once");
        nodes.set(line.id, line.label);
        open?.nodes.push(line.id);
        break;
      case "edge":
        expectIt(nodes.has(line.from) && nodes.has(line.to), "Edges between known nodes");
        edges.push(line);
        break;
    }
  }
  expectIt(open === undefined, "An end for each subgraph");
  return { nodes, edges, subgraphs };
}

function parseLine(line: string): Line {
  if (classDefinition.test(line) || classUse.test(line)) return { kind: "style" };
  if (line === "  end") return { kind: "end" };
  const [, title] = subgraph.exec(line) ?? [];
  if (title !== undefined) return { kind: "subgraph", title: shown(title) };
  const [, id, box, pill] = node.exec(line) ?? [];
  if (id !== undefined) return { kind: "node", id, label: shown(box ?? pill ?? "") };
  const [, from, words, to] = edge.exec(line) ?? [];
  if (from !== undefined && to !== undefined)
    return { kind: "edge", from, to, label: shown(words ?? "") };
  throw new Error(`Not Mermaid as we write it: ${line.slice(0, 200)}`);
}

function expectIt(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(`${what} was expected`);
}

function shown(escaped: string): string {
  return escaped
    .replaceAll("<br/>", "\n")
    .replaceAll(/#([0-9]+);/g, (_, code) => String.fromCodePoint(Number(code)));
}
