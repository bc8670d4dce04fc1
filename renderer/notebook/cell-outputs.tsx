/** What a cell printed here, why it stopped, what of it was left out, and what was saved of a run somewhere else. */
import type { ReactElement } from "react";
import type { CellRun, SavedOutput } from "../../electron/contract/notebook";

/** Lines of a long output. */
const shownAtEachEnd = 12;

interface CellOutputsProps {
  readonly run: CellRun | undefined;
  /** What the last run printed. */
  readonly printed: string;
  readonly saved: readonly SavedOutput[];
}

export function CellOutputs({ run, printed, saved }: CellOutputsProps): ReactElement {
  return (
    <>
      {run === undefined ? null : <SkippedLines run={run} />}
      {printed === "" ? null : (
        <pre className="cell-output" data-testid="cell-output">
          {shortened(printed)}
        </pre>
      )}
      {run?.state.kind === "failed" ? (
        <p className="cell-failure" data-testid="cell-failure">
          {`${run.state.type}${run.state.message === "" ? "" : `: ${run.state.message}`}`}
          {run.state.line === undefined ? "" : ` (line ${run.state.line})`}
        </p>
      ) : null}
      {saved.length === 0 ? null : (
        <div className="cell-saved" data-testid="cell-saved">
          <span
            className="cell-saved-label"
            title="Saved in the file by another program. It may count objects of that program itself."
          >
            saved, not run here
          </span>
          {saved.map((output, at) => (
            <pre key={at}>{savedText(output)}</pre>
          ))}
        </div>
      )}
    </>
  );
}

function SkippedLines({ run }: { readonly run: CellRun }): ReactElement | null {
  if (run.skipped.length === 0) return null;
  const lines = run.skipped.map(({ line, command }) => `${command} (line ${line})`);
  return (
    <p className="cell-skipped" data-testid="error-notebook-magic">
      {`${run.file} uses notebook-only commands, which were skipped: ${lines.join(", ")}.`}
    </p>
  );
}

/** The whole is in the Output panel. */
function shortened(text: string): string {
  const lines = text.split("\n");
  const left = lines.length - 2 * shownAtEachEnd;
  if (left <= 1) return text;
  const [start, end] = [lines.slice(0, shownAtEachEnd), lines.slice(-shownAtEachEnd)];
  return [...start, `… ${left} lines more …`, ...end].join("\n");
}

function savedText(output: SavedOutput): string {
  return output.kind === "left-out"
    ? `[${output.text}]`
    : shortened(output.text.replace(/\n$/, ""));
}
