/** The reference cycles of the step, garbage first, then by bytes: what they are made of, since when, and the fewest references whose cutting opens them. */
import type { ReactElement } from "react";
import type { CycleSummary } from "../../electron/contract/object-detail";
import type { LifeState, NodeId } from "../../electron/contract/subgraph-view";
import type { CycleCut } from "../../electron/contract/what-if";
import type { PlannedCut } from "../state/inspection-state";
import { bytesInWords } from "../widgets/bytes-in-words";
import { SmallestCut } from "./smallest-cut";

interface CycleListProps {
  readonly cycles: readonly CycleSummary[];
  /** By cycle. */
  readonly cuts: ReadonlyMap<string, CycleCut>;
  readonly selection: NodeId | undefined;
  readonly scriptName: string;
  isPlanned(cut: PlannedCut): boolean;
  onSelect(node: NodeId): void;
  /** Brings the cycle into view, with its hull marked. */
  onPick(cycle: string): void;
  /** Ids of what the pointer is on; undefined: nothing any more. */
  onLook(ids: readonly string[] | undefined): void;
  onReveal(line: number, file: string): void;
  onCut(cuts: readonly PlannedCut[]): void;
}

const rank: Readonly<Record<LifeState, number>> = { unreachable: 0, reachable: 1, freed: 2 };
const mostMembers = 8;
const mostCycles = 60;

export function CycleList(props: CycleListProps): ReactElement {
  const sorted = props.cycles.toSorted(
    (one, other) => rank[one.state] - rank[other.state] || other.size - one.size,
  );
  return (
    <div className="insp" data-testid="insp-cycles">
      {sorted.length === 0 ? <p className="insp-hint">No reference cycles</p> : null}
      {sorted.slice(0, mostCycles).map((cycle) => (
        <CycleCard key={cycle.id} {...props} cycle={cycle} />
      ))}
      {sorted.length > mostCycles ? (
        <p className="insp-hint">{sorted.length - mostCycles} smaller cycles are not listed</p>
      ) : null}
    </div>
  );
}

function CycleCard({
  cycle,
  ...props
}: CycleListProps & { readonly cycle: CycleSummary }): ReactElement {
  const { selection, onSelect, onLook } = props;
  const cut = props.cuts.get(cycle.id);
  return (
    <section
      className={`card cycle-card ${cycle.state}`}
      onPointerEnter={() => onLook([cycle.id, ...cycle.members.map(({ id }) => id)])}
      onPointerLeave={() => onLook(undefined)}
    >
      <h2>
        <button
          type="button"
          className="cycle-title"
          title="Show it in the graph"
          onClick={() => props.onPick(cycle.id)}
        >
          {cycle.label}
        </button>
      </h2>
      <p className="cycle-facts">
        {typesInWords(cycle)}, {bytesInWords(cycle.size)}, since step {cycle.sinceStep}
      </p>
      <ul>
        {cycle.members.slice(0, mostMembers).map((member) => (
          <li key={member.id}>
            <button
              type="button"
              className="ref"
              data-node={member.id}
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
        <p className="cycle-facts">{number(cycle.members.length - mostMembers)} more</p>
      ) : null}
      {cut === undefined || cycle.state === "freed" ? null : <SmallestCut {...props} cut={cut} />}
    </section>
  );
}

/** `2 MyObject`, `3 Node, 1 list and 1 dict`. */
function typesInWords({ members }: CycleSummary): string {
  const counts = new Map<string, number>();
  for (const { typeName } of members) counts.set(typeName, (counts.get(typeName) ?? 0) + 1);
  const words = [...counts]
    .toSorted(([, one], [, other]) => other - one)
    .map(([typeName, count]) => `${number(count)} ${typeName}`);
  return words.length < 2
    ? words.join("")
    : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}

const number = (count: number): string => count.toLocaleString("en-US");
