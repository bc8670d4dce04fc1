/** The line above a cell's code: its run button, what it is called, and what became of it in this program. */
import { Check, CircleX, Hourglass, LoaderCircle, Play, SkipForward } from "lucide-react";
import type { ReactElement } from "react";
import type { CellRun } from "../../electron/contract/notebook";

interface CellHeadProps {
  readonly name: string;
  readonly run: CellRun | undefined;
  /** False while another's recording is shown. */
  readonly canRun: boolean;
  /** The text is not the one that ran last. */
  readonly isChanged: boolean;
  onRun(): void;
}

export function CellHead({ name, run, canRun, isChanged, onRun }: CellHeadProps): ReactElement {
  return (
    <div className="cell-head">
      <button
        type="button"
        className="btn icon quiet cell-run"
        aria-label={`Run ${name}`}
        title={`Run ${name} (Shift+Enter)`}
        disabled={!canRun}
        onClick={onRun}
      >
        <Play size={13} strokeWidth={2} />
      </button>
      <span className="cell-name">{name}</span>
      {run === undefined || run.run === 0 ? null : <RunState run={run} isChanged={isChanged} />}
    </div>
  );
}

function RunState({
  run,
  isChanged,
}: {
  readonly run: CellRun;
  readonly isChanged: boolean;
}): ReactElement {
  const { words, icon } = stateOf(run);
  return (
    <span className={`cell-state ${run.state.kind}`} data-testid="cell-state">
      {icon}
      {run.run > 1 ? `run ${run.run}, ` : ""}
      {words}
      {isChanged ? ", changed since" : ""}
    </span>
  );
}

function stateOf({ state }: CellRun): { readonly words: string; readonly icon: ReactElement } {
  const size = { size: 13, strokeWidth: 2.2, "aria-hidden": true } as const;
  switch (state.kind) {
    case "queued":
      return { words: "waiting", icon: <Hourglass {...size} /> };
    case "running":
      return { words: "running", icon: <LoaderCircle className="turning" {...size} /> };
    case "done":
      return { words: "done", icon: <Check {...size} /> };
    case "left":
      return { words: "not finished", icon: <SkipForward {...size} /> };
    case "failed":
      return { words: "failed", icon: <CircleX {...size} /> };
  }
}
