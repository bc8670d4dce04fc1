/** What the script finds in sys.argv: typed as on a command line, then the script runs again. */
import { useState, type FormEvent, type ReactElement } from "react";
import { joinArguments, splitArguments } from "../state/script-arguments";
import { useActions, useAppState } from "../state/store";
import { Modal } from "../widgets/modal";

export function ArgumentsDialog(): ReactElement {
  const current = useAppState((state) => state.scriptArguments);
  const actions = useActions();
  const [text, setText] = useState(joinArguments(current));
  const close = (): void => actions.change({ kind: "dialog-changed", dialog: "none" });
  const apply = (event: FormEvent): void => {
    event.preventDefault();
    close();
    actions.change({ kind: "arguments-changed", args: splitArguments(text) });
    void actions.run();
  };
  const words = splitArguments(text);
  return (
    <Modal label="Arguments of the script" className="go-to-step at-top" onClose={close}>
      <form onSubmit={apply}>
        <label htmlFor="arguments-field">Arguments of the script; Enter runs it again</label>
        <input
          id="arguments-field"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <span className="hint mono">
          {words.length === 0 ? "none" : words.map((word) => JSON.stringify(word)).join(", ")}
        </span>
      </form>
    </Modal>
  );
}
