/** The small field under a line in which a breakpoint's condition is written. Owns its input; decides nothing. */
import {
  StateEffect,
  StateField,
  type Extension,
  type StateEffectType,
  type Text,
} from "@codemirror/state";
import { Decoration, EditorView, WidgetType, type DecorationSet } from "@codemirror/view";

export interface OpenCondition {
  readonly line: number;
  readonly condition: string;
  /** Undefined: left as it was. */
  onDone(condition: string | undefined): void;
}

export const setOpenCondition: StateEffectType<OpenCondition | undefined> = StateEffect.define<
  OpenCondition | undefined
>();

export const conditionField: Extension = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(shown, transaction) {
    for (const effect of transaction.effects) {
      if (effect.is(setOpenCondition)) return decorationOf(effect.value, transaction.newDoc);
    }
    return shown.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorationOf(open: OpenCondition | undefined, doc: Text): DecorationSet {
  if (open === undefined || open.line < 1 || open.line > doc.lines) return Decoration.none;
  const widget = Decoration.widget({ widget: new ConditionWidget(open), block: true, side: 1 });
  return Decoration.set([widget.range(doc.line(open.line).to)]);
}

class ConditionWidget extends WidgetType {
  private readonly open: OpenCondition;

  constructor(open: OpenCondition) {
    super();
    this.open = open;
  }

  override eq(other: ConditionWidget): boolean {
    return other.open === this.open;
  }

  override toDOM(): HTMLElement {
    const { line, condition, onDone } = this.open;
    const form = document.createElement("form");
    form.className = "condition-field";
    const input = document.createElement("input");
    input.value = condition;
    input.placeholder = "Pause only when… for example n > 3";
    input.spellcheck = false;
    input.setAttribute("aria-label", `Condition of the breakpoint at line ${line}`);
    form.append(input);
    let isDone = false;
    const done = (value: string | undefined): void => {
      if (isDone) return;
      isDone = true;
      onDone(value);
    };
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      done(input.value);
    });
    input.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      done(undefined);
    });
    input.addEventListener("blur", () => done(undefined));
    requestAnimationFrame(() => input.focus());
    return form;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}
