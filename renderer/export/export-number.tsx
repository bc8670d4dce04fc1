/** A number of the export dialog: counts as soon as it can be one, and says when it cannot. */
import { useId, useState, type ReactElement } from "react";

interface ExportNumberProps {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly least: number;
  readonly most: number;
  /** Whole numbers only, unless fractions are wanted. */
  readonly fractions?: boolean;
  onChange(value: number): void;
}

export function ExportNumber(props: ExportNumberProps): ReactElement {
  const { name, label, value, least, most, fractions = false, onChange } = props;
  const [typed, setTyped] = useState<string>();
  const field = useId();
  const isRight = (text: string): boolean => {
    const number = Number(text);
    const isWhole = fractions || Number.isInteger(number);
    return text.trim() !== "" && isWhole && number >= least && number <= most;
  };
  const isWrong = typed !== undefined && !isRight(typed);
  return (
    <span className="export-number">
      <label htmlFor={field}>{label}</label>
      <input
        id={field}
        data-testid={`export-${name}`}
        inputMode={fractions ? "decimal" : "numeric"}
        autoComplete="off"
        value={typed ?? String(value)}
        aria-invalid={isWrong}
        aria-describedby={`${field}-hint`}
        onChange={({ target }) => {
          setTyped(target.value);
          if (isRight(target.value)) onChange(Number(target.value));
        }}
        onBlur={() => setTyped(undefined)}
      />
      <span id={`${field}-hint`} role="status" className="hint">
        {isWrong ? `From ${least} to ${most}; ${value} is kept.` : ""}
      </span>
    </span>
  );
}
