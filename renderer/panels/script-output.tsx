/** What the script printed, each line with the step that printed it, and the line to type when it waits for input. */
import {
  useEffect,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type FormEvent,
  type ReactElement,
} from "react";
import type { EntryIndex } from "../../electron/contract/ids";
import type { OutputChunk, StepSummary } from "../../electron/contract/session-events";
import { outputLines, type OutputLine } from "./output-lines";
import "./script-output.css";

interface ScriptOutputProps {
  readonly output: readonly OutputChunk[];
  readonly steps: readonly StepSummary[];
  readonly entry: EntryIndex;
  readonly waitsForInput: boolean;
  /** While the script runs, and at the end: also what came after the last step. */
  readonly showAll: boolean;
  /** A plain remark below, such as "Neither __del__ has run yet." */
  readonly remark: string | undefined;
  onTravel(entry: EntryIndex): void;
  onInput(text: string): void;
}

/** The DOM holds this many lines around the newest shown; a megabyte of output stays quick. */
const mostLines = 600;

export function ScriptOutput(props: ScriptOutputProps): ReactElement {
  const { output, steps, entry, onTravel } = props;
  const lines = useMemo(() => outputLines(output, steps), [output, steps]);
  const shown = useMemo(
    () => (props.showAll ? lines : lines.filter((line) => line.entry <= entry)),
    [lines, entry, props.showAll],
  );
  const visible = shown.slice(-mostLines);
  const end = useRef<HTMLDivElement>(null);
  useEffect(
    () => end.current?.scrollIntoView({ block: "nearest" }),
    [shown.length, props.waitsForInput],
  );
  const stampWidth = Math.max(6, ...visible.map((line) => line.stamp.length));
  const cut = shown.length - visible.length;
  return (
    <div
      className="output"
      style={stampStyle(stampWidth)}
      data-testid="panel-output"
      role="log"
      aria-label="Output of the script"
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keys
      tabIndex={0}
    >
      {shown.length === 0 && !props.waitsForInput ? (
        <p className="empty">
          {lines.length === 0
            ? "The script has printed nothing yet"
            : "Nothing printed up to this step"}
        </p>
      ) : null}
      {cut === 0 ? null : (
        <p className="output-remark">{cut.toLocaleString("en-US")} lines before are not shown.</p>
      )}
      {visible.map((line) => (
        <OutputRow key={line.number} line={line} here={line.entry === entry} onTravel={onTravel} />
      ))}
      {props.remark === undefined || shown.length === 0 ? null : (
        <p className="output-remark">{props.remark}</p>
      )}
      {props.waitsForInput ? <InputLine onInput={props.onInput} /> : null}
      <div ref={end} />
    </div>
  );
}

/** Stamps stand in one column, as wide as the longest needs. */
function stampStyle(width: number): CSSProperties {
  const style: CSSProperties & { readonly "--stamp-width": number } = { "--stamp-width": width };
  return style;
}

interface OutputRowProps {
  readonly line: OutputLine;
  readonly here: boolean;
  onTravel(entry: EntryIndex): void;
}

function OutputRow({ line, here, onTravel }: OutputRowProps): ReactElement {
  return (
    <div className={`output-row mono ${line.stream}${here ? " here" : ""}`}>
      {line.stamp === "" ? (
        <span className="stamp" />
      ) : (
        <button type="button" className="stamp" tabIndex={-1} onClick={() => onTravel(line.entry)}>
          {line.stamp}
        </button>
      )}
      <span className="words">
        {line.stream === "console" ? <span className="console-prompt">{line.prompt} </span> : null}
        {line.text === "" ? " " : line.text}
      </span>
    </div>
  );
}

function InputLine({ onInput }: { onInput(text: string): void }): ReactElement {
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    onInput(`${text}\n`);
    setText("");
  };
  return (
    <form className="output-row mono stdin" onSubmit={send}>
      <span className="stamp">input</span>
      <input
        ref={input}
        className="words"
        data-testid="stdin-line"
        aria-label="Input for the script"
        value={text}
        spellCheck={false}
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  );
}
