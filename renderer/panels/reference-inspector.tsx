/** What there is to say about one selected reference: what it is, who made it and when, whether it owns a count; and cutting it, as a what-if. */
import { Scissors } from "lucide-react";
import type { ReactElement } from "react";
import type { EdgeFacts } from "../../electron/contract/edge-facts";
import type { NodeId } from "../../electron/contract/subgraph-view";
import { fileName } from "../state/selectors";

interface ReferenceInspectorProps {
  readonly facts: EdgeFacts;
  readonly scriptName: string;
  readonly isCut: boolean;
  onSelect(node: NodeId): void;
  /** `file` is empty for the script. */
  onReveal(line: number, file: string): void;
  onTravel(step: number): void;
  onCut(): void;
}

const MOST_LABELS = 12;

export function ReferenceInspector(props: ReferenceInspectorProps): ReactElement {
  const { facts, isCut } = props;
  const { made } = facts;
  const [first = ""] = facts.labels;
  return (
    <div className="insp" data-testid="insp-edge">
      <div className="hd">
        <div className={`ic edge-${facts.kind}`}>
          <svg
            width="18"
            height="18"
            viewBox="0 0 20 20"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.7"
            aria-hidden="true"
          >
            <path
              d="M3 10h12M11 5.5 15.5 10 11 14.5"
              strokeDasharray={facts.ownsCount ? "none" : "2 2.5"}
            />
          </svg>
        </div>
        <div className="hd-words">
          <h2>
            {facts.fromKey}
            {/^[.[{]/.test(first) && facts.count === 1 ? first : ""}{" "}
            <span className="formerly">refers to</span> {facts.toKey}
          </h2>
          <div className="hd-marks">
            <span className="state">{facts.kindText}</span>
            {facts.count > 1 ? <span className="id">{facts.count} references</span> : null}
          </div>
        </div>
      </div>
      <p className="card why">{facts.sentence}</p>
      <dl className="kv">
        <dt>From</dt>
        <dd>
          <End id={facts.from} text={facts.fromKey} onSelect={props.onSelect} />
        </dd>
        <dt>To</dt>
        <dd>
          <End id={facts.to} text={facts.toKey} onSelect={props.onSelect} />
        </dd>
        {facts.count < 2 ? null : (
          <>
            <dt>Written as</dt>
            <dd className="mono wrap">
              {facts.labels.slice(0, MOST_LABELS).join(" ")}
              {facts.labels.length > MOST_LABELS
                ? ` and ${facts.labels.length - MOST_LABELS} more`
                : ""}
            </dd>
          </>
        )}
        <dt>Counts</dt>
        <dd>{countWords(facts)}</dd>
        {made === undefined ? null : (
          <>
            <dt>Since</dt>
            <dd>
              <button type="button" className="link" onClick={() => props.onTravel(made.step)}>
                step {made.step}
              </button>
              <MadeLine {...props} made={made} />
            </dd>
            {made.code === "" ? null : (
              <>
                <dt>Made by</dt>
                <dd className="mono" title={made.code}>
                  {made.code}
                </dd>
              </>
            )}
          </>
        )}
      </dl>
      <button
        type="button"
        className="btn cut-button"
        aria-pressed={isCut}
        data-testid="cut-reference"
        onClick={props.onCut}
      >
        <Scissors size={14} /> {isCut ? "Restore it in the what-if" : "What if it were cut?"}
      </button>
    </div>
  );
}

function countWords({ ownsCount, count, toKey }: EdgeFacts): string {
  if (!ownsCount) return "none: it is weak and keeps nothing alive";
  return `${count} of the references that ${toKey} counts`;
}

interface EndProps extends Pick<ReferenceInspectorProps, "onSelect"> {
  readonly id: string;
  readonly text: string;
}

function End({ id, text, onSelect }: EndProps): ReactElement {
  if (!id.startsWith("o")) return <span className="mono">{text}</span>;
  return (
    <button type="button" className="ref-link mono" onClick={() => onSelect(id)}>
      {text}
    </button>
  );
}

function MadeLine({
  made,
  scriptName,
  onReveal,
}: Pick<ReferenceInspectorProps, "scriptName" | "onReveal"> & {
  readonly made: NonNullable<EdgeFacts["made"]>;
}): ReactElement | null {
  const { line, file } = made;
  if (line === undefined) return null;
  return (
    <>
      ,{" "}
      <button type="button" className="link" onClick={() => onReveal(line, file)}>
        {file === "" ? scriptName : fileName(file)}:{line}
      </button>
    </>
  );
}
