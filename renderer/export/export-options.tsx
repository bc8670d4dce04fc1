/** The choices of the export dialog: format, scale, background, what to include. */
import type { ReactElement } from "react";
import type { ExportChoices } from "./export-choices";
import type { Picture } from "./picture-frame";
import { clampMessage, pixelSize } from "./picture-size";

interface ExportOptionsProps {
  readonly choices: ExportChoices;
  readonly picture: Picture;
  readonly failure: string | undefined;
  onChange(choices: ExportChoices): void;
}

const FORMATS = [
  ["png", "PNG"],
  ["svg", "SVG"],
] as const;
const SCALES = [
  [1, "1×"],
  [2, "2×"],
  [3, "3×"],
  [4, "4×"],
] as const;
const BACKGROUNDS = [
  ["white", "White"],
  ["transparent", "Transparent"],
  ["theme", "As on screen"],
  ["print", "Grey print"],
] as const;

export function ExportOptions({
  choices,
  picture,
  failure,
  onChange,
}: ExportOptionsProps): ReactElement {
  const vector = choices.format === "svg";
  const tooLarge = vector ? undefined : clampMessage(pixelSize(picture, choices.scale));
  return (
    <div className="export-options">
      <Choices
        name="format"
        title="Format"
        options={FORMATS}
        chosen={choices.format}
        onChoose={(format) => onChange({ ...choices, format })}
      />
      <Choices
        name="scale"
        title="Scale"
        options={SCALES}
        chosen={choices.scale}
        disabled={vector}
        onChoose={(scale) => onChange({ ...choices, scale })}
      />
      <Choices
        name="background"
        title="Background"
        options={BACKGROUNDS}
        chosen={choices.background}
        onChoose={(background) => onChange({ ...choices, background })}
      />
      <fieldset>
        <legend>Include</legend>
        <label className="export-check">
          <input
            type="checkbox"
            data-testid="export-legend"
            checked={choices.legend}
            onChange={(event) => onChange({ ...choices, legend: event.target.checked })}
          />
          Legend
        </label>
        <label className="export-check">
          <input
            type="checkbox"
            data-testid="export-caption"
            checked={choices.caption}
            onChange={(event) => onChange({ ...choices, caption: event.target.checked })}
          />
          Caption
        </label>
      </fieldset>
      {tooLarge === undefined ? null : (
        <p className="export-note" role="status" data-testid="export-too-large">
          {tooLarge}
        </p>
      )}
      {failure === undefined ? null : (
        <p className="export-note failed" role="alert" data-testid="export-failure">
          {failure}
        </p>
      )}
    </div>
  );
}

interface ChoicesProps<Value extends string | number> {
  readonly name: string;
  readonly title: string;
  readonly options: readonly (readonly [Value, string])[];
  readonly chosen: Value;
  readonly disabled?: boolean;
  onChoose(value: Value): void;
}

function Choices<Value extends string | number>({
  name,
  title,
  options,
  chosen,
  disabled = false,
  onChoose,
}: ChoicesProps<Value>): ReactElement {
  return (
    <fieldset disabled={disabled}>
      <legend>{title}</legend>
      {options.map(([value, words]) => (
        <label key={value} className="export-choice">
          <input
            type="radio"
            name={`export-${name}`}
            data-testid={`export-${name}-${value}`}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          {words}
        </label>
      ))}
    </fieldset>
  );
}
