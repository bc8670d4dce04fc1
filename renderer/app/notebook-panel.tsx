/** A notebook in place of the script's editor: its cells one below the other, each with what it did here. Joins them to the store. */
import { FastForward } from "lucide-react";
import { useMemo, type ReactElement } from "react";
import type { NotebookCell } from "../../electron/contract/notebook";
import { commandById } from "../commands/registry";
import type { RunCommand } from "../commands/use-commands";
import { MarkdownText } from "../notebook/markdown-text";
import { printedByCell, runningCell } from "../state/notebook-state";
import { useAppState } from "../state/store";
import { NotebookCodeCell } from "./notebook-code-cell";
import "../notebook/notebook.css";

interface NotebookPanelProps {
  readonly run: RunCommand;
  /** While another file is looked at: what is scrolled to stays. */
  readonly hidden: boolean;
}

export function NotebookPanel({ run, hidden }: NotebookPanelProps): ReactElement {
  const cells = useAppState((state) => state.script?.notebook?.cells) ?? noCells;
  const output = useAppState((state) => state.output);
  const steps = useAppState((state) => state.steps);
  const running = useAppState(runningCell);
  const printed = useMemo(() => printedByCell(output, steps, running), [output, steps, running]);
  return (
    <div className="notebook" data-testid="notebook" hidden={hidden}>
      <NotebookHead run={run} hasCode={cells.some(({ kind }) => kind === "code")} />
      {cells.map((cell) =>
        cell.kind === "code" ? (
          <NotebookCodeCell key={cell.id} cell={cell} printed={printed} run={run} />
        ) : (
          <TextCell key={cell.id} cell={cell} />
        ),
      )}
    </div>
  );
}

const noCells: readonly NotebookCell[] = [];

function NotebookHead({
  run,
  hasCode,
}: {
  readonly run: RunCommand;
  readonly hasCode: boolean;
}): ReactElement {
  const hasRun = useAppState((state) => state.cellRuns.size > 0);
  const canRun = useAppState((state) => commandById("run-all-cells").enabled(state));
  if (!hasCode)
    return (
      <p className="notebook-head">This notebook has no code cells: there is nothing to run.</p>
    );
  return (
    <div className="notebook-head">
      <button
        type="button"
        className="btn quiet"
        disabled={!canRun}
        onClick={() => run(commandById("run-all-cells"))}
      >
        <FastForward size={14} strokeWidth={1.9} />
        Run all
      </button>
      <span>{hasRun ? "" : "Not run here yet; saved outputs shown in grey"}</span>
    </div>
  );
}

function TextCell({
  cell,
}: {
  readonly cell: Exclude<NotebookCell, { kind: "code" }>;
}): ReactElement {
  switch (cell.kind) {
    case "markdown":
      return <MarkdownText text={cell.text} />;
    case "raw":
      return <pre className="cell-raw">{cell.text}</pre>;
    case "broken":
      return (
        <p className="cell-broken" data-testid="cell-broken">
          {`Cell ${cell.place} of the file is damaged: ${cell.reason}. The others can be run.`}
        </p>
      );
  }
}
