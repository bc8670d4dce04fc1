/** The script, or another file of the person's, in the editor: joins it to the store, its marks and its context menu. */
import { ContextMenu } from "@base-ui/react/context-menu";
import { Pencil } from "lucide-react";
import { useMemo, type ReactElement } from "react";
import type { OpenCondition } from "../editor/condition-field";
import { CodeEditor } from "../editor/code-editor";
import type { LineMarks } from "../editor/line-marks";
import { commandById } from "../commands/registry";
import type { RunCommand } from "../commands/use-commands";
import { breakpointAt, toggled, withCondition } from "../state/breakpoints";
import { lineAhead, lineDone, shownFile } from "../state/line-ahead";
import { failedLine } from "../state/selectors";
import { useActions, useAppState, useStore } from "../state/store";
import { CommandItem } from "./menus";

export interface ScriptPanelProps {
  readonly run: RunCommand;
  readonly platform: string;
}

export function ScriptPanel({ run, platform }: ScriptPanelProps): ReactElement {
  const isEditable = useAppState(
    (state) => shownFile(state) === "" && state.recording === undefined,
  );
  return (
    <>
      {isEditable ? <EditSwitch /> : null}
      <ContextMenu.Root>
        <ContextMenu.Trigger className="editor-place">
          <ShownFile run={run} />
        </ContextMenu.Trigger>
        <ContextMenu.Portal>
          <ContextMenu.Positioner className="menu-positioner">
            <ContextMenu.Popup className="menu-popup">
              {lineCommands.map((command) => (
                <CommandItem key={command.id} command={command} run={run} platform={platform} />
              ))}
            </ContextMenu.Popup>
          </ContextMenu.Positioner>
        </ContextMenu.Portal>
      </ContextMenu.Root>
    </>
  );
}

const lineCommands = [
  "toggle-breakpoint",
  "breakpoint-condition",
  "switch-breakpoint",
  "run-to-line",
].map(commandById);

function ShownFile({ run }: Pick<ScriptPanelProps, "run">): ReactElement {
  const file = useAppState(shownFile);
  const text = useAppState((state) =>
    file === "" ? (state.script?.text ?? "") : (state.sources.get(file) ?? ""),
  );
  const editing = useAppState((state) => state.editing) && file === "";
  const draft = useAppState((state) => (file === "" ? state.draft : undefined));
  const revealed = useAppState((state) =>
    state.revealedLine?.file === file ? state.revealedLine : undefined,
  );
  const openCondition = useOpenCondition(file);
  const store = useStore();
  const actions = useActions();
  return (
    <CodeEditor
      text={text}
      draft={draft}
      editable={editing}
      onEdit={(edited) => actions.change({ kind: "draft-changed", text: edited })}
      marks={useLineMarks(file)}
      revealed={revealed}
      openCondition={openCondition}
      onToggleBreakpoint={(line) =>
        void actions.changeBreakpoints(toggled(store.get().breakpoints, { file, line }))
      }
      onRunToLine={(line) => {
        actions.change({ kind: "cursor-moved", place: { file, line } });
        run(commandById("run-to-line"));
      }}
      onCursor={(line) => actions.change({ kind: "cursor-moved", place: { file, line } })}
    />
  );
}

function useLineMarks(file: string): LineMarks {
  const next = useAppState((state) => {
    const ahead = lineAhead(state);
    return ahead?.file === file ? ahead.line : undefined;
  });
  const done = useAppState((state) => {
    const line = lineDone(state);
    return line?.file === file ? line.line : undefined;
  });
  const notes = useAppState((state) => state.picture?.view.notes);
  const failed = useAppState(failedLine);
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
      failed: failed?.file === file ? failed : undefined,
      jumped,
      created,
      notes: (notes ?? []).filter((note) => (note.file ?? "") === file),
      breakpoints: breakpoints.filter((one) => one.file === file),
    }),
    [next, done, failed, jumped, created, notes, breakpoints, file],
  );
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

function EditSwitch(): ReactElement {
  const editing = useAppState((state) => state.editing);
  const actions = useActions();
  return (
    <button
      type="button"
      className="btn icon edit-switch"
      aria-label="Edit the script"
      aria-pressed={editing}
      title={editing ? "Done editing" : "Edit the script (the recording stays until you run again)"}
      onClick={() => actions.change({ kind: "editing-changed", editing: !editing })}
    >
      <Pencil size={15} strokeWidth={1.8} />
    </button>
  );
}
