/** The text of one file, or of a notebook's cell, in an editor with the marks of the step on the screen: joins it to the store. */
import { useMemo, type ReactElement } from "react";
import type { CellRun } from "../../electron/contract/notebook";
import { commandById } from "../commands/registry";
import type { RunCommand } from "../commands/use-commands";
import { CodeEditor } from "../editor/code-editor";
import type { OpenCondition } from "../editor/condition-field";
import type { LineMarks } from "../editor/line-marks";
import { breakpointAt, toggled, withCondition } from "../state/breakpoints";
import { lineAhead, lineDone } from "../state/line-ahead";
import { failedRun } from "../state/notebook-state";
import { failedLine } from "../state/selectors";
import { useActions, useAppState, useStore } from "../state/store";

interface FileEditorProps {
  /** As the recording calls the text; empty: the script. */
  readonly file: string;
  /** Where breakpoints are set: a cell's keep its name however often it runs. */
  readonly place: string;
  readonly label: string;
  readonly text: string;
  readonly draft: string | undefined;
  readonly editable: boolean;
  readonly run: RunCommand;
  onEdit(text: string): void;
  /** Shift+Enter. */
  onRun?(): void;
}

export function FileEditor(props: FileEditorProps): ReactElement {
  const { file, place, run } = props;
  const revealed = useAppState((state) =>
    state.revealedLine?.file === file ? state.revealedLine : undefined,
  );
  const openCondition = useOpenCondition(place);
  const store = useStore();
  const actions = useActions();
  return (
    <CodeEditor
      label={props.label}
      text={props.text}
      draft={props.draft}
      editable={props.editable}
      onEdit={props.onEdit}
      onRun={props.onRun}
      marks={useLineMarks(file, place)}
      revealed={revealed}
      openCondition={openCondition}
      onToggleBreakpoint={(line) =>
        void actions.changeBreakpoints(toggled(store.get().breakpoints, { file: place, line }))
      }
      onRunToLine={(line) => {
        actions.change({ kind: "cursor-moved", place: { file: place, line } });
        run(commandById("run-to-line"));
      }}
      onCursor={(line) => actions.change({ kind: "cursor-moved", place: { file: place, line } })}
    />
  );
}

function useLineMarks(file: string, place: string): LineMarks {
  const next = useAppState((state) => {
    const ahead = lineAhead(state);
    return ahead?.file === file ? ahead.line : undefined;
  });
  const done = useAppState((state) => {
    const line = lineDone(state);
    return line?.file === file ? line.line : undefined;
  });
  const notes = useAppState((state) => state.picture?.view.notes);
  const ended = useAppState(failedLine);
  const failedCell = useAppState((state) => failedRun(state, file));
  const jumped = useAppState((state) =>
    state.revealedLine?.file === file ? state.revealedLine.line : undefined,
  );
  const created = useAppState((state) => {
    const place = state.selection === undefined ? undefined : state.detail?.value?.created;
    return place !== undefined && (place.file ?? "") === file ? place.line : undefined;
  });
  const breakpoints = useAppState((state) => state.breakpoints);
  return useMemo(
    () => ({
      next,
      done,
      failed: ended?.file === file ? ended : failureOf(failedCell),
      jumped,
      created,
      notes: (notes ?? []).filter((note) => (note.file ?? "") === file),
      breakpoints: breakpoints.filter((one) => one.file === place),
    }),
    [next, done, ended, failedCell, jumped, created, notes, breakpoints, file, place],
  );
}

function failureOf(run: CellRun | undefined): LineMarks["failed"] {
  if (run?.state.kind !== "failed" || run.state.line === undefined) return undefined;
  return { line: run.state.line, text: run.state.message };
}

function useOpenCondition(file: string): OpenCondition | undefined {
  const place = useAppState((state) => state.conditionAt);
  const condition = useAppState(
    (state) => breakpointAt(state.breakpoints, state.conditionAt)?.condition ?? "",
  );
  const store = useStore();
  const actions = useActions();
  return useMemo(() => {
    if (place === undefined || place.file !== file) return undefined;
    return {
      line: place.line,
      condition,
      onDone(written) {
        if (written === undefined) actions.change({ kind: "condition-opened", place: undefined });
        else void actions.changeBreakpoints(withCondition(store.get().breakpoints, place, written));
      },
    };
  }, [place, file, condition, store, actions]);
}
