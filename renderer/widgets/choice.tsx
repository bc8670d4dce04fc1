/** One of a few choices as a row of radio buttons; the arrow keys of the browser's own radios move between them. */
import { useId, type ReactElement } from "react";
import "./choice.css";

interface ChoiceProps<Value extends string | number> {
  readonly legend: string;
  readonly remark?: string;
  readonly chosen: Value;
  readonly choices: readonly { readonly value: Value; readonly title: string }[];
  readonly onChoose: (value: Value) => void;
}

export function Choice<Value extends string | number>(props: ChoiceProps<Value>): ReactElement {
  const group = useId();
  return (
    <fieldset className="choice">
      <legend>{props.legend}</legend>
      <div className="choice-row">
        {props.choices.map(({ value, title }) => (
          <label key={value} className={value === props.chosen ? "chosen" : undefined}>
            <input
              type="radio"
              name={group}
              checked={value === props.chosen}
              onChange={() => props.onChoose(value)}
            />
            {title}
          </label>
        ))}
      </div>
      {props.remark === undefined ? null : <p className="choice-remark">{props.remark}</p>}
    </fieldset>
  );
}
