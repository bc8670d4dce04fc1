/** The script with the marks of the current step, read-only unless the person edits it. Owns the CodeMirror view's lifetime and scrolling; decides nothing. */
import {
  cursorLineDown,
  cursorLineUp,
  defaultKeymap,
  history,
  historyKeymap,
  indentWithTab,
} from "@codemirror/commands";
import { indentUnit } from "@codemirror/language";
import { Compartment, EditorState, Prec, type Extension } from "@codemirror/state";
import { EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { useEffect, useRef, type ReactElement } from "react";
import { conditionField, setOpenCondition, type OpenCondition } from "./condition-field";
import { isPlainClick, lineNumber, markGutter } from "./mark-gutter";
import { lineMarks, setLineMarks, type LineMarks } from "./line-marks";
import { pythonColours } from "./python-colours";
import "./editor.css";

interface CodeEditorProps {
  /** What a screen reader calls it. */
  readonly label: string;
  readonly text: string;
  /** What the person made of the text; shown instead when the editor appears. */
  readonly draft: string | undefined;
  readonly editable: boolean;
  onEdit(text: string): void;
  /** Shift+Enter, where that means something. */
  onRun?: (() => void) | undefined;
  readonly marks: LineMarks;
  /** The breakpoint whose condition is being written. */
  readonly openCondition: OpenCondition | undefined;
  onToggleBreakpoint(line: number): void;
  onRunToLine(line: number): void;
  onCursor(line: number): void;
  /** Line to bring into view; a new serial scrolls again. */
  readonly revealed: { readonly line: number; readonly serial: number } | undefined;
}

export function CodeEditor(props: CodeEditorProps): ReactElement {
  const { text, editable, marks, revealed, openCondition } = props;
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(undefined);
  const now = useRef(props);
  const wasEditable = useRef(editable);

  // First of all effects: the editor made below begins with the draft of this moment.
  useEffect(() => {
    now.current = props;
  });

  useEffect(() => {
    if (host.current === null) return undefined;
    const view = new EditorView({
      parent: host.current,
      state: EditorState.create({
        doc: withoutLastLineEnd(now.current.draft ?? text),
        extensions: [
          EditorView.contentAttributes.of({ "aria-label": now.current.label }),
          Prec.high(keymap.of([{ key: "Shift-Enter", run: () => ranBy(now.current.onRun) }])),
          markGutter((line) => now.current.onToggleBreakpoint(line)),
          ...extensions,
          numbersThatRunToALine((line) => now.current.onRunToLine(line)),
          EditorView.updateListener.of((update) => {
            if (update.docChanged) now.current.onEdit(`${update.state.doc.toString()}\n`);
            // The cursor that follows the program is nobody's wish.
            if (update.transactions.some((transaction) => transaction.isUserEvent("select")))
              now.current.onCursor(lineNumber(update.view, update.state.selection.main.head));
          }),
          EditorView.domEventHandlers({
            contextmenu: (event, view) => {
              const position = view.posAtCoords({ x: event.clientX, y: event.clientY }, false);
              view.dispatch({ selection: { anchor: position }, userEvent: "select.pointer" });
            },
          }),
        ],
      }),
    });
    editor.current = view;
    return () => {
      view.destroy();
      editor.current = undefined;
    };
  }, [text]);

  useEffect(() => {
    editor.current?.dispatch({
      effects: editability.reconfigure(editable ? editableSetup : readOnlySetup),
    });
    // An editor that is born editable, such as a cell's, was not asked for with that.
    if (editable && !wasEditable.current) editor.current?.focus();
    wasEditable.current = editable;
  }, [text, editable]);

  useEffect(() => {
    const view = editor.current;
    view?.dispatch({ effects: setLineMarks.of(marks) });
    const line = marks.next ?? marks.done;
    if (line === undefined || host.current === null) return undefined;
    if (view?.state.readOnly === true && line <= view.state.doc.lines)
      view.dispatch({ selection: { anchor: view.state.doc.line(line).from } });
    // Observing answers at once, and again when the panel gets smaller and may hide the line.
    const observer = new ResizeObserver(() => reveal(editor.current, line));
    observer.observe(host.current);
    return () => observer.disconnect();
  }, [text, marks]);

  useEffect(() => {
    editor.current?.dispatch({ effects: setOpenCondition.of(openCondition) });
  }, [text, openCondition]);

  useEffect(() => {
    if (revealed !== undefined) reveal(editor.current, revealed.line);
  }, [revealed]);

  return <div className={editable ? "code-editor editable" : "code-editor"} ref={host} />;
}

const editability = new Compartment();
const readOnlySetup: Extension = [
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  // Text that cannot be edited has no caret: the line the keys are on is marked instead.
  highlightActiveLine(),
  keymap.of([
    { key: "ArrowUp", run: cursorLineUp },
    { key: "ArrowDown", run: cursorLineDown },
  ]),
];
const editableSetup: Extension = [
  history(),
  indentUnit.of("    "),
  keymap.of([indentWithTab, ...defaultKeymap, ...historyKeymap]),
];

const extensions = [
  lineMarks,
  conditionField,
  pythonColours,
  editability.of(readOnlySetup),
  EditorView.contentAttributes.of({ tabindex: "0" }),
];

function ranBy(run: (() => void) | undefined): boolean {
  run?.();
  return run !== undefined;
}

function numbersThatRunToALine(onRunToLine: (line: number) => void): Extension {
  return lineNumbers({
    domEventHandlers: {
      dblclick(view, block, event) {
        if (!isPlainClick(event)) return false;
        onRunToLine(lineNumber(view, block.from));
        return true;
      },
    },
  });
}

/** A file ends with a line end; an empty line 20 below nineteen lines would be one too many. */
const withoutLastLineEnd = (text: string): string => text.replace(/\r?\n$/, "");

/** Scrolls only when the line is out of sight, so that stepping through visible lines keeps still. */
function reveal(view: EditorView | undefined, line: number): void {
  if (view === undefined || line < 1 || line > view.state.doc.lines) return;
  const { from } = view.state.doc.line(line);
  const block = view.lineBlockAt(from);
  const { scrollTop, clientHeight } = view.scrollDOM;
  const hidden = block.top < scrollTop || block.bottom > scrollTop + clientHeight - 12;
  if (hidden) view.dispatch({ effects: EditorView.scrollIntoView(from, { y: "center" }) });
}
