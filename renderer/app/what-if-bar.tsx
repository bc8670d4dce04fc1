/** The what-if over the graph: says that this is not real, lists what is cut, and what Python would do. */
import { FlaskConical, Redo2, Scissors, Undo2, X } from "lucide-react";
import type { ReactElement } from "react";
import type { WhatIf, WhatIfObject } from "../../electron/contract/what-if";
import type { RunCommand } from "../commands/use-commands";
import { useCommand } from "../commands/use-commands";
import type { PlannedCut } from "../state/inspection-state";
import { cutToggled, plannedCuts, whatIfAnswer } from "../state/what-if";
import { useActions, useAppState, useStore } from "../state/store";
import { bytesInWords } from "../widgets/bytes-in-words";
import "./what-if-bar.css";

export function WhatIfBar({ run }: { readonly run: RunCommand }): ReactElement | null {
  const cuts = useAppState(plannedCuts);
  const answer = useAppState(whatIfAnswer);
  const actions = useActions();
  if (cuts === undefined) return null;
  return (
    <>
      <section className="what-if" aria-label="What if" data-testid="what-if">
        <FlaskConical size={16} className="i" aria-hidden="true" />
        <div className="what-if-words">
          <div>
            <b>What if?</b> Not real: the program still has these references.
          </div>
          <ul className="cuts" aria-label="Cut">
            {cuts.map((planned) => (
              <CutChip key={planned.text} planned={planned} />
            ))}
            <li className="cuts-hint">
              {cuts.length === 0
                ? "Click references in the graph to cut them"
                : "Click more to cut them, too"}
            </li>
          </ul>
        </div>
        <div className="banner-actions">
          <HistoryButton id="undo" run={run} />
          <HistoryButton id="redo" run={run} />
          <button
            type="button"
            className="btn"
            onClick={() =>
              actions.change({ kind: "cuts-changed", cuts: undefined, text: "leave the what-if" })
            }
          >
            Leave
          </button>
        </div>
      </section>
      {answer === undefined ? null : <Outcome answer={answer} />}
    </>
  );
}

function CutChip({ planned }: { readonly planned: PlannedCut }): ReactElement {
  const actions = useActions();
  const store = useStore();
  return (
    <li>
      <button
        type="button"
        className="chip cut-chip"
        aria-label={`Restore ${planned.text}`}
        title="Put it back"
        onClick={() => actions.change(cutToggled(store.get(), planned))}
      >
        <Scissors size={12} aria-hidden="true" />
        <span className="mono">{planned.text}</span>
        <X size={12} aria-hidden="true" />
      </button>
    </li>
  );
}

function HistoryButton({
  id,
  run,
}: {
  readonly id: "undo" | "redo";
  readonly run: RunCommand;
}): ReactElement {
  const command = useCommand(id, run);
  return (
    <button
      type="button"
      className="btn icon"
      aria-label={command.command.title}
      title={command.command.title}
      aria-disabled={!command.enabled}
      onClick={command.run}
    >
      {id === "undo" ? <Undo2 size={15} /> : <Redo2 size={15} />}
    </button>
  );
}

function Outcome({ answer }: { readonly answer: WhatIf }): ReactElement {
  const { freed, waiting, stays, freedBytes, waitingBytes } = answer;
  const finalizers = [...freed, ...waiting].filter(({ hasFinalizer }) => hasFinalizer);
  return (
    <div className="outcome-card" data-testid="what-if-outcome">
      <dl className="outcome">
        <div>
          <dt>Freed at once</dt>
          <dd>{freed.length === 0 ? "nothing" : `${keys(freed)}, ${bytesInWords(freedBytes)}`}</dd>
        </div>
        <div className={waiting.length === 0 ? "" : "alarm"}>
          <dt>Garbage, waiting for the collector</dt>
          <dd>
            {waiting.length === 0 ? "nothing" : `${keys(waiting)}, ${bytesInWords(waitingBytes)}`}
          </dd>
        </div>
        <div>
          <dt>Stays</dt>
          <dd>
            {stays.length === 0 ? "nothing that was cut off" : keys(stays)}
            {stays[0] === undefined ? null : <span className="m"> {stays[0].why}</span>}
          </dd>
        </div>
      </dl>
      {finalizers.length === 0 ? null : (
        <p className="outcome-note">
          <span className="mono">__del__</span> of {keys(finalizers)} would run first; what it does
          is not worked out.
        </p>
      )}
      {answer.unknown.length === 0 ? null : (
        <p className="outcome-note">
          {answer.unknown.length === 1 ? "One cut has" : `${answer.unknown.length} cuts have`} no
          effect: there is no such reference at this step.
        </p>
      )}
    </div>
  );
}

const KEYS_SPELLED = 4;

function keys(objects: readonly Pick<WhatIfObject, "key">[]): string {
  const spelled = objects.slice(0, KEYS_SPELLED).map(({ key }) => key);
  const more = objects.length - spelled.length;
  const all = more > 0 ? [...spelled, `${more.toLocaleString("en-US")} more`] : spelled;
  return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} and ${all.at(-1) ?? ""}`;
}
