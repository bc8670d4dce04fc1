/** The page's questions about the graph of one entry, checked and handed to the engine. */
import type { GraphRequestName, GraphRequests } from "../contract/graph-questions";
import type { Session } from "../session/session-interface";
import * as graphGuard from "./graph-guards";
import * as guard from "./request-guards";
import { viewOptionsArgument } from "./view-options-guard";

type GraphHandlers = {
  readonly [Name in GraphRequestName]: (
    ...args: readonly unknown[]
  ) => ReturnType<GraphRequests[Name]>;
};

export function graphHandlers(engine: () => Session["engine"]): GraphHandlers {
  const { entryArgument, textArgument } = guard;
  return {
    whyAlive: (entry, node, options) =>
      engine().ask({
        kind: "whyAlive",
        args: [
          entryArgument(entry),
          textArgument(node),
          graphGuard.whyAliveOptionsArgument(options),
        ],
      }),
    neighbours: (entry, node, limit) =>
      engine().ask({
        kind: "neighbours",
        args: [entryArgument(entry), textArgument(node), graphGuard.countArgument(limit)],
      }),
    neighbourhood: (entry, node, options) =>
      engine().ask({
        kind: "neighbourhood",
        args: [
          entryArgument(entry),
          textArgument(node),
          graphGuard.neighbourhoodOptionsArgument(options),
        ],
      }),
    whatIf: (entry, cuts, options) =>
      engine().ask({
        kind: "whatIf",
        args: [entryArgument(entry), graphGuard.cutsArgument(cuts), viewOptionsArgument(options)],
      }),
    smallestCut: (entry, cycle) =>
      engine().ask({ kind: "smallestCut", args: [entryArgument(entry), textArgument(cycle)] }),
    edgeFacts: (entry, edge) =>
      engine().ask({ kind: "edgeFacts", args: [entryArgument(entry), textArgument(edge)] }),
    search: (entry, query) =>
      engine().ask({ kind: "search", args: [entryArgument(entry), textArgument(query)] }),
    types: (entry) => engine().ask({ kind: "types", args: [entryArgument(entry)] }),
    lessonFact: (entry, fact) =>
      engine().ask({
        kind: "lessonFact",
        args: [entryArgument(entry), graphGuard.lessonFactArgument(fact)],
      }),
    substeps: (entry, place) =>
      engine().ask({
        kind: "substeps",
        args: [entryArgument(entry), graphGuard.countArgument(place)],
      }),
  };
}
