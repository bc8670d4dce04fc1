/** One of a few choices of the export dialog as a row of buttons that are radios. */
import type { ReactElement } from "react";

interface ExportChoiceProps<Value extends string | number> {
  readonly name: string;
  readonly title: string;
  readonly options: readonly (readonly [value: Value, words: string])[];
  readonly chosen: Value;
  /** Cannot be chosen now. */
  readonly off?: readonly Value[];
  onChoose(value: Value): void;
}

export function ExportChoice<Value extends string | number>({
  name,
  title,
  options,
  chosen,
  off = [],
  onChoose,
}: ExportChoiceProps<Value>): ReactElement {
  return (
    <fieldset>
      <legend>{title}</legend>
      {options.map(([value, words]) => (
        <label key={value} className="export-choice">
          <input
            type="radio"
            name={`export-${name}`}
            data-testid={`export-${name}-${value}`}
            checked={value === chosen}
            disabled={off.includes(value)}
            onChange={() => onChoose(value)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}

interface ExportCheckProps {
  readonly name: string;
  readonly title: string;
  readonly checked: boolean;
  onChange(checked: boolean): void;
}

export function ExportCheck({ name, title, checked, onChange }: ExportCheckProps): ReactElement {
  return (
    <label className="export-check">
      <input
        type="checkbox"
        data-testid={`export-${name}`}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      {title}
    </label>
  );
}
