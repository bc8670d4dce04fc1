/** The script, or another file of the person's, in the editor, with the lines' context menu; for a notebook its cells. */
import { ContextMenu } from "@base-ui/react/context-menu";
import { Pencil } from "lucide-react";
import type { ReactElement } from "react";
import { isCellFile } from "../../electron/contract/notebook";
import { commandById } from "../commands/registry";
import type { RunCommand } from "../commands/use-commands";
import { shownFile } from "../state/line-ahead";
import { useActions, useAppState } from "../state/store";
import { FileEditor } from "./file-editor";
import { CommandItem } from "./menus";
import { NotebookPanel } from "./notebook-panel";

export interface ScriptPanelProps {
  readonly run: RunCommand;
  readonly platform: string;
}

export function ScriptPanel({ run, platform }: ScriptPanelProps): ReactElement {
  const isNotebook = useAppState((state) => state.script?.notebook !== undefined);
  const isOtherFile = useAppState((state) => isOther(shownFile(state)));
  const isRecording = useAppState((state) => state.recording !== undefined);
  const isEditable = !isNotebook && !isOtherFile && !isRecording;
  return (
    <>
      {isEditable ? <EditSwitch /> : null}
      <ContextMenu.Root>
        <ContextMenu.Trigger className="editor-place">
          {isNotebook ? <NotebookPanel run={run} hidden={isOtherFile} /> : null}
          {isNotebook && !isOtherFile ? null : <ShownFile run={run} />}
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

const isOther = (file: string): boolean => file !== "" && !isCellFile(file);

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
  const actions = useActions();
  return (
    <FileEditor
      file={file}
      place={file}
      label="The script"
      text={text}
      draft={draft}
      editable={editing}
      run={run}
      onEdit={(edited) => actions.change({ kind: "draft-changed", text: edited })}
    />
  );
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
