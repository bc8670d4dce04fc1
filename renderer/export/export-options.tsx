/** The choices of the export dialog: what, format, size, background, what to include. */
import type { ReactElement } from "react";
import {
  type ExportSettings,
  formatsOf,
  type PictureFormat,
  type PictureGround,
  type PictureInclusions,
} from "../../electron/contract/export-settings";
import type { DataChoice } from "../state/data-choice";
import { ExportCheck, ExportChoice } from "./export-choice";
import { DataFormatChoice, DataOptions } from "./export-data";
import { ExportSize } from "./export-size";
import { ExportSubjectChoice } from "./export-subject";
import type { PictureContent } from "./picture-content";
import { clampMessage, type OutputSize } from "./picture-size";

interface ExportOptionsProps {
  /** In place of a picture. */
  readonly data: DataChoice | undefined;
  onData(choice: DataChoice | undefined): void;
  readonly settings: ExportSettings;
  readonly content: PictureContent;
  /** Undefined until there is a picture. */
  readonly size: OutputSize | undefined;
  /** The theme of the window. */
  readonly screen: "light" | "dark";
  readonly failure: string | undefined;
  onChange(settings: ExportSettings): void;
}

const FORMATS: Readonly<Record<PictureFormat, string>> = {
  png: "PNG",
  svg: "SVG",
  pdf: "PDF",
  gif: "GIF",
  webm: "WebM",
};
const GROUNDS: readonly (readonly [PictureGround, string])[] = [
  ["white", "White"],
  ["transparent", "Transparent"],
  ["theme", "As on screen"],
  ["print", "Grey print"],
];
const INCLUSIONS: readonly (readonly [keyof PictureInclusions, string, string])[] = [
  ["legend", "legend", "Legend"],
  ["caption", "caption", "Caption"],
  ["stepNumber", "step-number", "Step number"],
  ["codeLine", "code-line", "Code line"],
];

/** A timeline is of no single step. */
function isSaid(key: keyof PictureInclusions, { subject }: ExportSettings): boolean {
  return subject.kind !== "timeline" || key === "legend" || key === "caption";
}

export function ExportOptions(props: ExportOptionsProps): ReactElement {
  const { settings, data, onData, content, failure, onChange } = props;
  const { format } = settings;
  const change = (some: Partial<ExportSettings>): void => onChange({ ...settings, ...some });
  return (
    <div className="export-options">
      <div className="export-subject" inert={data !== undefined}>
        <ExportSubjectChoice settings={settings} content={content} onChange={onChange} />
      </div>
      <ExportChoice<PictureFormat | "">
        name="format"
        title="Format"
        options={formatsOf(settings.subject.kind).map((one) => [one, FORMATS[one]])}
        chosen={data === undefined ? format : ""}
        onChoose={(chosen) => {
          onData(undefined);
          if (chosen !== "") change({ format: chosen });
        }}
      />
      <DataFormatChoice chosen={data} onChoose={onData} />
      {data === undefined ? (
        <PictureOptions {...props} />
      ) : (
        <DataOptions choice={data} onChoose={onData} />
      )}
      {failure === undefined ? null : (
        <p className="export-note failed" role="alert" data-testid="export-failure">
          {failure}
        </p>
      )}
    </div>
  );
}

function PictureOptions({ settings, size, screen, onChange }: ExportOptionsProps): ReactElement {
  const { format, ground, include } = settings;
  const change = (some: Partial<ExportSettings>): void => onChange({ ...settings, ...some });
  const tooLarge = size === undefined || format !== "png" ? undefined : clampMessage(size);
  return (
    <>
      <ExportSize settings={settings} size={size} onChange={onChange} />
      {tooLarge === undefined ? null : (
        <p className="export-note" role="status" data-testid="export-too-large">
          {tooLarge}
        </p>
      )}
      <ExportChoice
        name="background"
        title="Background"
        options={GROUNDS}
        chosen={ground}
        off={settings.subject.kind === "animation" ? ["transparent"] : []}
        onChoose={(chosen) => change({ ground: chosen })}
      />
      {ground === "transparent" && screen === "dark" ? (
        <ExportCheck
          name="light-colours"
          title="Use light colours for transparent images"
          checked={settings.transparentColours === "light"}
          onChange={(light) => change({ transparentColours: light ? "light" : "theme" })}
        />
      ) : null}
      <fieldset className="export-checks">
        <legend>Include</legend>
        {INCLUSIONS.filter(([key]) => isSaid(key, settings)).map(([key, name, title]) => (
          <ExportCheck
            key={key}
            name={name}
            title={title}
            checked={include[key]}
            onChange={(checked) => change({ include: { ...include, [key]: checked } })}
          />
        ))}
        <ExportCheck
          name="addresses"
          title="Memory addresses (0x…)"
          checked={!settings.anonymise}
          onChange={(shown) => change({ anonymise: !shown })}
        />
      </fieldset>
    </>
  );
}
