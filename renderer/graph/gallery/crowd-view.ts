/** Pictures of many: sixty cards, a thousand pills, five thousand dots, many names. */
import type { NodeTier } from "../../../electron/contract/subgraph-view";
import { bind, edge, GLOBAL, node, row, type Zoo } from "./zoo-parts";

/** A list of sessions, each with a dict; every third in a cycle with its dict. */
export function sessions(count: number, tier: NodeTier = "card"): Zoo {
  const zoo: Zoo = {
    nodes: [
      node("o0", "list", "list", {
        subtitle: `len ${count}`,
        rows: [row("[0]", "session", "reference", "o1")],
        tier,
      }),
    ],
    names: [],
    edges: [],
    scopes: [GLOBAL],
    cycles: [],
  };
  bind(zoo, GLOBAL, "sessions", "o0");
  for (let index = 0; index < count; index += 1) {
    const [session, data] = [`o${1 + 2 * index}`, `o${2 + 2 * index}`];
    const inCycle = index % 3 === 0;
    zoo.nodes.push(
      node(session, "instance", "Session", {
        rows: [row("data", "dict", "reference", data)],
        tier,
        key: `Session#${index + 1}`,
        state: isLost(index) ? "unreachable" : "reachable",
      }),
      node(data, "dict", "dict", {
        rows: [row("'n'", String(index), "number")],
        tier,
        key: `dict#${index + 1}`,
        state: isLost(index) ? "unreachable" : "reachable",
      }),
    );
    zoo.edges.push(
      ...(isLost(index) ? [] : [edge("o0", session, "reference", `[${index}]`)]),
      edge(session, data, "reference", ".data", inCycle),
    );
    if (inCycle) zoo.edges.push(edge(data, session, "reference", "['s']", true));
    if (inCycle) zoo.cycles.push([session, data]);
  }
  return zoo;
}

/** Every ninth pair of a cycle has been let go. */
const isLost = (index: number): boolean => index % 9 === 0 && index > 0;

export function oneList(): Zoo {
  const list = node("o1", "list", "list", { subtitle: "len 0", key: "a" });
  const zoo: Zoo = { nodes: [list], names: [], edges: [], scopes: [GLOBAL], cycles: [] };
  bind(zoo, GLOBAL, "a", "o1");
  return zoo;
}

export function manyNames(): Zoo {
  const zoo: Zoo = { nodes: [], names: [], edges: [], scopes: [GLOBAL], cycles: [] };
  for (let index = 0; index < 24; index += 1) {
    zoo.nodes.push(
      node(`o${index}`, index % 2 === 0 ? "list" : "instance", index % 2 === 0 ? "list" : "Point", {
        rows: [row("x", String(index), "number")],
      }),
    );
    bind(zoo, GLOBAL, `point_${index}`, `o${index}`);
    if (index > 3) zoo.edges.push(edge(`o${index}`, `o${index - 3}`, "reference", ".near"));
  }
  return zoo;
}
