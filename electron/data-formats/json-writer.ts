/** A picture as JSON, schema `ouroscope-graph/1`: the facts as they are, one line for each object, name and reference so that two files can be compared. */
import type { GraphFacts } from "./graph-facts";

export function writeGraphJson(facts: GraphFacts): string {
  const entries = Object.entries(facts).map(([name, value]: [string, unknown]) => {
    if (!Array.isArray(value)) return `  ${JSON.stringify(name)}: ${JSON.stringify(value)}`;
    const items = value.map((item: unknown) => `    ${JSON.stringify(item)}`);
    return `  ${JSON.stringify(name)}: [${items.length === 0 ? "" : `\n${items.join(",\n")}\n  `}]`;
  });
  return `{\n${entries.join(",\n")}\n}\n`;
}
