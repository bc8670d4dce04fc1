/** The line at a pause: Python typed here runs in the program as a step of its own. Keeps the text being written; the history is the store's. */
import { useRef, useState, type KeyboardEvent, type ReactElement } from "react";

interface ConsoleLineProps {
  /** The program is paused where the person looks. */
  readonly ready: boolean;
  /** What it is for, or why it is off. */
  readonly placeholder: string;
  /** Oldest first. */
  readonly history: readonly string[];
  onRun(code: string): void;
}

const mostRows = 6;

export function ConsoleLine({
  ready,
  placeholder,
  history,
  onRun,
}: ConsoleLineProps): ReactElement {
  const [text, setText] = useState("");
  /** How far back in the history; 0 is what was being written, kept in `written`. */
  const [back, setBack] = useState(0);
  const written = useRef("");

  const recall = (to: number): void => {
    if (to < 0 || to > history.length) return;
    if (back === 0) written.current = text;
    setBack(to);
    setText(to === 0 ? written.current : (history.at(-to) ?? ""));
  };
  const press = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    const { selectionStart: at, selectionEnd: end } = event.currentTarget;
    const isFirstLine = at === end && !text.slice(0, at).includes("\n");
    const isLastLine = at === end && !text.slice(end).includes("\n");
    if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
      event.preventDefault();
      if (!ready || text.trim() === "") return;
      onRun(text);
      setText("");
      setBack(0);
    } else if (event.key === "ArrowUp" && isFirstLine) {
      event.preventDefault();
      recall(back + 1);
    } else if (event.key === "ArrowDown" && isLastLine) {
      event.preventDefault();
      recall(back - 1);
    }
  };
  return (
    <div className={ready ? "console mono" : "console mono off"}>
      <span className="console-prompt" aria-hidden="true">
        &gt;&gt;&gt;
      </span>
      {/* Read-only rather than disabled: it keeps the focus while code runs, and says why it is off. */}
      <textarea
        data-testid="console"
        aria-label="Run Python in the paused program"
        aria-disabled={!ready}
        readOnly={!ready}
        rows={Math.min(mostRows, text.split("\n").length)}
        value={text}
        placeholder={placeholder}
        spellCheck={false}
        onChange={(event) => {
          setText(event.target.value);
          setBack(0);
        }}
        onKeyDown={press}
      />
    </div>
  );
}
