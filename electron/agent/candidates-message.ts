/** The columns of a `candidates` frame -> CandidatesMessage, after checking that all counts fit each other. */
import { NONE, ObjectOwner, type CandidatesMessage } from "../contract/agent-message";
import type { ColumnReader } from "./column-reader";
import { decodeTypes } from "./heap-message";
import { WireError } from "./wire-format";

export function decodeCandidates(read: ColumnReader): CandidatesMessage {
  const address = read.u64s(0);
  const count = address.length;
  const [separator = 0] = read.u64s(3, 1);
  const owner = read.u8s(6, count);
  if (!owner.every((whose) => whose <= ObjectOwner.interpreter))
    throw new WireError("In candidates, an object is nobody's.");
  const [agentReferences = 0, immortalFrom = 0] = read.u32s(10, 2);
  return {
    kind: "candidates",
    address,
    typeAddress: read.u64s(1, count),
    refcount: read.u32s(2, count).map((said) =>
      // What only the agent refers to cannot be garbage of the program's: a root, as what is immortal.
      said >= immortalFrom || said <= agentReferences ? NONE : said - agentReferences,
    ),
    ...splitEdges(read.u64s(4), separator, count),
    borrowed: read.u64s(5),
    owner,
    types: decodeTypes(read, 7),
  };
}

function splitEdges(
  edges: Float64Array,
  separator: number,
  count: number,
): Pick<CandidatesMessage, "edgeCount" | "edgeTarget"> {
  const edgeCount = new Uint32Array(count);
  const edgeTarget = new Float64Array(Math.max(0, edges.length - count));
  let objects = 0;
  let targets = 0;
  let first = 0;
  for (const edge of edges) {
    if (edge === separator) {
      edgeCount[objects] = targets - first;
      objects += 1;
      first = targets;
    } else {
      edgeTarget[targets] = edge;
      targets += 1;
    }
  }
  if (objects !== count || first !== targets)
    throw new WireError(`In candidates, the edges of ${objects} objects are told, not ${count}.`);
  return { edgeCount, edgeTarget };
}
