/** Ctrl+G: type a step, press Enter. */
import { useState, type FormEvent, type ReactElement } from "react";
import { stepCode, stepCount } from "../state/selectors";
import { entryOfStepText } from "../state/step-travel";
import { useActions, useAppState } from "../state/store";
import { Modal } from "../widgets/modal";

export function GoToStep(): ReactElement {
  const steps = useAppState((state) => state.steps);
  const count = useAppState(stepCount);
  const actions = useActions();
  const [text, setText] = useState("");
  const entry = entryOfStepText(steps, text);
  const step = entry === undefined ? undefined : steps[entry];
  const close = (): void => actions.change({ kind: "dialog-changed", dialog: "none" });
  const go = (event: FormEvent): void => {
    event.preventDefault();
    if (entry === undefined) return;
    close();
    actions.travel(entry, "jump");
  };
  const wrong = text.trim() !== "" && step === undefined;
  return (
    <Modal label="Go to step" className="go-to-step at-top" onClose={close}>
      <form onSubmit={go}>
        <label htmlFor="go-to-step-field">
          Go to step (0 to {count}, or an inner step such as 3.2)
        </label>
        <input
          id="go-to-step-field"
          autoComplete="off"
          value={text}
          aria-invalid={wrong}
          onChange={(event) => setText(event.target.value)}
        />
        <span className={wrong ? "hint wrong" : "hint mono"}>
          {wrong ? "There is no such step" : step === undefined ? "" : stepCode(step)}
        </span>
      </form>
    </Modal>
  );
}
