/** A number the person types: kept when it is one that can be, explained when it is not. */
import { useId, useState, type KeyboardEvent, type ReactElement } from "react";

interface NumberFieldProps {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

export function NumberField(props: NumberFieldProps): ReactElement {
  const { value, least, most } = props;
  const [text, setText] = useState<string>();
  const field = useId();
  const typed = text === undefined ? value : Number(text.replaceAll(/[\s,]/g, ""));
  const isWrong = !Number.isInteger(typed) || typed < least || typed > most;
  const keep = (): void => {
    if (isWrong) return;
    if (typed !== value) props.onChange(typed);
    setText(undefined);
  };
  const press = (event: KeyboardEvent): void => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    keep();
  };
  return (
    <div className="number-field">
      <label htmlFor={field}>{props.label}</label>
      <span className="number-place">
        <input
          id={field}
          inputMode="numeric"
          autoComplete="off"
          value={text ?? value.toLocaleString("en-US")}
          aria-invalid={isWrong}
          aria-describedby={`${field}-hint`}
          onChange={(event) => setText(event.target.value)}
          onBlur={keep}
          onKeyDown={press}
        />
        {props.unit}
      </span>
      <span id={`${field}-hint`} className={isWrong ? "hint wrong" : "hint"} role="status">
        {isWrong
          ? `A whole number from ${least.toLocaleString("en-US")} to ${most.toLocaleString("en-US")}; ${value.toLocaleString("en-US")} is kept.`
          : ""}
      </span>
    </div>
  );
}
