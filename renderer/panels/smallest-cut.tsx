/** The fewest references that keep a cycle closed: the line that made each, what to write there instead, and trying it. */
import { Scissors } from "lucide-react";
import type { ReactElement } from "react";
import type { CutReference, CycleCut } from "../../electron/contract/what-if";
import type { PlannedCut } from "../state/inspection-state";
import { fileName } from "../state/selectors";

interface SmallestCutProps {
  readonly cut: CycleCut;
  readonly scriptName: string;
  isPlanned(cut: PlannedCut): boolean;
  onReveal(line: number, file: string): void;
  onCut(cuts: readonly PlannedCut[]): void;
}

const MOST_REFERENCES = 5;

export function SmallestCut(props: SmallestCutProps): ReactElement | null {
  const { cut, isPlanned, onCut } = props;
  if (cut.references.length === 0) return null;
  const plan = cut.references.map(plannedCut);
  const isTried = plan.every(isPlanned);
  return (
    <div className="smallest-cut" data-testid="smallest-cut">
      <h3>{cut.isSmallest ? "Smallest cut" : "A small cut"}</h3>
      <p className="why">{cut.sentence}</p>
      {cut.references.slice(0, MOST_REFERENCES).map((reference) => (
        <OneReference key={reference.edge} {...props} reference={reference} />
      ))}
      <button
        type="button"
        className="btn small"
        aria-pressed={isTried}
        onClick={() => onCut(isTried ? plan : plan.filter((one) => !isPlanned(one)))}
      >
        <Scissors size={13} /> {isTried ? "Restore in the what-if" : "Try it: what if?"}
      </button>
    </div>
  );
}

function OneReference({
  reference,
  scriptName,
  onReveal,
}: SmallestCutProps & { readonly reference: CutReference }): ReactElement {
  const { made, fix, expression } = reference;
  return (
    <dl className="kv cut-facts">
      <dt>Reference</dt>
      <dd className="mono">{expression}</dd>
      {made === undefined || made.line === undefined ? null : (
        <>
          <dt>Made by</dt>
          <dd>
            <span className="mono code-line">{made.code}</span>{" "}
            <button
              type="button"
              className="link"
              onClick={() => onReveal(made.line ?? 0, made.file)}
            >
              {made.file === "" ? scriptName : fileName(made.file)}:{made.line}
            </button>
          </dd>
        </>
      )}
      {fix === undefined ? null : (
        <>
          <dt>Write</dt>
          <dd>
            <span className="mono fix-line">{fix.code}</span>
            <span className="fix-note">{fix.note}</span>
          </dd>
        </>
      )}
    </dl>
  );
}

export function plannedCut({ edge, expression, count, label }: CutReference): PlannedCut {
  return {
    cut: { kind: "reference", edge },
    text: count > 1 ? `${expression} ${label}` : expression,
  };
}
