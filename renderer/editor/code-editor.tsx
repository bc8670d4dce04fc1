/** The script, read-only, with the marks of the current step. Owns the CodeMirror view's lifetime and scrolling; decides nothing. */
import { EditorState } from "@codemirror/state";
import { EditorView, lineNumbers } from "@codemirror/view";
import { useEffect, useRef, type ReactElement } from "react";
import { lineMarks, setLineMarks, type LineMarks } from "./line-marks";
import { pythonColours } from "./python-colours";
import "./editor.css";

interface CodeEditorProps {
  readonly text: string;
  readonly marks: LineMarks;
  /** Line to bring into view; a new serial scrolls again. */
  readonly revealed: { readonly line: number; readonly serial: number } | undefined;
}

export function CodeEditor({ text, marks, revealed }: CodeEditorProps): ReactElement {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>(undefined);

  useEffect(() => {
    if (host.current === null) return undefined;
    const view = new EditorView({
      parent: host.current,
      state: EditorState.create({ doc: withoutLastLineEnd(text), extensions }),
    });
    editor.current = view;
    return () => {
      view.destroy();
      editor.current = undefined;
    };
  }, [text]);

  useEffect(() => {
    editor.current?.dispatch({ effects: setLineMarks.of(marks) });
    const line = marks.next ?? marks.done;
    if (line === undefined || host.current === null) return undefined;
    // Observing answers at once, and again when the panel gets smaller and may hide the line.
    const observer = new ResizeObserver(() => reveal(editor.current, line));
    observer.observe(host.current);
    return () => observer.disconnect();
  }, [text, marks]);

  useEffect(() => {
    if (revealed !== undefined) reveal(editor.current, revealed.line);
  }, [revealed]);

  return <div className="code-editor" ref={host} />;
}

const extensions = [
  lineMarks,
  lineNumbers(),
  pythonColours,
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({ tabindex: "0", "aria-label": "The script" }),
];

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
