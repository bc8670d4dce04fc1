/** The reference cycles of the picture, unreachable ones first, biggest first. */
import type { ReactElement } from "react";
import type { CycleSummary } from "../../electron/contract/object-detail";
import type { LifeState, NodeId } from "../../electron/contract/subgraph-view";
import { bytesInWords } from "../widgets/bytes-in-words";

interface CycleListProps {
  readonly cycles: readonly CycleSummary[];
  readonly selection: NodeId | undefined;
  onSelect(node: NodeId): void;
}

const rank: Readonly<Record<LifeState, number>> = { unreachable: 0, reachable: 1, freed: 2 };
const mostMembers = 8;

export function CycleList({ cycles, selection, onSelect }: CycleListProps): ReactElement {
  const sorted = cycles.toSorted(
    (one, other) => rank[one.state] - rank[other.state] || other.size - one.size,
  );
  return (
    <div className="insp" data-testid="insp-cycles">
      {sorted.length === 0 ? <p className="insp-hint">No reference cycles</p> : null}
      {sorted.map((cycle) => (
        <section key={cycle.id} className={`card cycle-card ${cycle.state}`}>
          <h2>{cycle.label}</h2>
          <p className="cycle-facts">
            {cycle.members.length} {cycle.members.length === 1 ? "object" : "objects"},{" "}
            {bytesInWords(cycle.size)}, since step {cycle.sinceStep}
          </p>
          <ul>
            {cycle.members.slice(0, mostMembers).map((member) => (
              <li key={member.id}>
                <button
                  type="button"
                  className="ref"
                  aria-pressed={member.id === selection}
                  onClick={() => onSelect(member.id)}
                >
                  <span className="dot" />
                  <span className="mono">{member.key}</span>
                  <span className="m">{member.typeName}</span>
                </button>
              </li>
            ))}
          </ul>
          {cycle.members.length > mostMembers ? (
            <p className="cycle-facts">{cycle.members.length - mostMembers} more</p>
          ) : null}
        </section>
      ))}
    </div>
  );
}
