/** What the script panel marks on lines: the line about to run, notes of this step, the line that failed, the line somebody jumped to, the one that made the selected object, breakpoints. Pure state for CodeMirror; no colours. */
import {
  RangeSet,
  RangeSetBuilder,
  StateEffect,
  StateField,
  type StateEffectType,
  type EditorState,
  type Extension,
  type Text,
} from "@codemirror/state";
import {
  Decoration,
  EditorView,
  GutterMarker,
  WidgetType,
  gutterLineClass,
  type DecorationSet,
} from "@codemirror/view";
import type { LineNote } from "../../electron/contract/subgraph-view";

export interface LineMarks {
  /** About to run. */
  readonly next: number | undefined;
  /** The line of this step, marked only where no next line is known. */
  readonly done: number | undefined;
  readonly failed: { readonly line: number; readonly text: string } | undefined;
  readonly jumped: number | undefined;
  /** Where the selected object was made. */
  readonly created: number | undefined;
  readonly notes: readonly LineNote[];
  readonly breakpoints: readonly LineBreakpoint[];
}

export interface LineBreakpoint {
  readonly line: number;
  readonly enabled: boolean;
  /** Empty: always. */
  readonly condition: string;
}

const noMarks: LineMarks = {
  next: undefined,
  done: undefined,
  failed: undefined,
  jumped: undefined,
  created: undefined,
  notes: [],
  breakpoints: [],
};

export const setLineMarks: StateEffectType<LineMarks> = StateEffect.define<LineMarks>();

export const marksField: StateField<LineMarks> = StateField.define<LineMarks>({
  create: () => noMarks,
  update: (marks, transaction) =>
    transaction.effects.reduce(
      (value, effect) => (effect.is(setLineMarks) ? effect.value : value),
      marks,
    ),
});

class NoteWidget extends WidgetType {
  private readonly note: LineNote;

  constructor(note: LineNote) {
    super();
    this.note = note;
  }

  override eq(other: NoteWidget): boolean {
    return other.note.text === this.note.text && other.note.tone === this.note.tone;
  }

  override toDOM(): HTMLElement {
    const pill = document.createElement("span");
    pill.className = `line-note ${this.note.tone}`;
    pill.textContent = this.note.text;
    return pill;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

const lineDecorations = EditorView.decorations.compute([marksField], (state) => decorate(state));

function decorate(state: EditorState): DecorationSet {
  const marks = state.field(marksField);
  const classes = new Map<number, string[]>();
  const add = (line: number | undefined, name: string): void => {
    if (line === undefined || line < 1 || line > state.doc.lines) return;
    classes.set(line, [...(classes.get(line) ?? []), name]);
  };
  add(marks.failed?.line, "line-failed");
  add(marks.next, "line-next");
  if (marks.next === undefined) add(marks.done, "line-done");
  add(marks.jumped, "line-jumped");
  add(marks.created, "line-created");
  const notes = notesByLine(marks, state.doc);
  const builder = new RangeSetBuilder<Decoration>();
  const lines = [...new Set([...classes.keys(), ...notes.keys()])].toSorted(
    (one, other) => one - other,
  );
  for (const line of lines) {
    const { from } = state.doc.line(line);
    const names = classes.get(line);
    if (names !== undefined) builder.add(from, from, Decoration.line({ class: names.join(" ") }));
    for (const note of notes.get(line) ?? [])
      builder.add(from, from, Decoration.widget({ widget: new NoteWidget(note), side: -1 }));
  }
  return builder.finish();
}

function notesByLine(marks: LineMarks, doc: Text): Map<number, LineNote[]> {
  const notes = new Map<number, LineNote[]>();
  for (const note of marks.notes) {
    if (note.line >= 1 && note.line <= doc.lines)
      notes.set(note.line, [...(notes.get(note.line) ?? []), note]);
  }
  return notes;
}

class GutterClass extends GutterMarker {
  override readonly elementClass: string;

  constructor(elementClass: string) {
    super();
    this.elementClass = elementClass;
  }
}

const nextInGutter = new GutterClass("gutter-next");
const doneInGutter = new GutterClass("gutter-done");

/** The highlight of the line runs through the gutters. */
const gutterHighlight = gutterLineClass.compute([marksField], (state) => {
  const { next, done } = state.field(marksField);
  const line = next ?? done;
  if (line === undefined || line < 1 || line > state.doc.lines)
    return RangeSet.of<GutterMarker>([]);
  const marker = next === undefined ? doneInGutter : nextInGutter;
  return RangeSet.of<GutterMarker>([marker.range(state.doc.line(line).from)]);
});

/** Marks of whole lines; those beside them are the gutter's (mark-gutter.ts). */
export const lineMarks: Extension = [marksField, gutterHighlight, lineDecorations];
