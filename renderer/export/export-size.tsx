/** "Size" in the export dialog: presets for slides, papers and screens, or any scale. */
import type { ReactElement } from "react";
import {
  type ExportSettings,
  LARGEST_SCALE,
  type PictureSize,
} from "../../electron/contract/export-settings";
import { ExportChoice } from "./export-choice";
import { ExportNumber } from "./export-number";
import type { OutputSize } from "./picture-size";
import { withSize } from "./settings-changes";

interface ExportSizeProps {
  readonly settings: ExportSettings;
  readonly size: OutputSize | undefined;
  onChange(settings: ExportSettings): void;
}

const PRESETS = [
  ["slide", "Slide"],
  ["slide-2x", "Slide 2×"],
  ["paper-column", "Paper column"],
  ["paper-full", "Paper full width"],
] as const;
const SCALES = [
  ["1", "1×"],
  ["2", "2×"],
  ["3", "3×"],
  ["4", "4×"],
  ["custom", "Custom"],
] as const;
/** What has no pixels has one size on the screen. */
const NATURAL = [["1", "Natural"]] as const;

export function ExportSize({ settings, size, onChange }: ExportSizeProps): ReactElement {
  const { format, size: chosen } = settings;
  const isVector = format === "svg" || format === "pdf";
  const options = [...(isVector ? NATURAL : SCALES), ...PRESETS];
  return (
    <>
      <ExportChoice
        name="size"
        title="Size"
        options={options}
        chosen={optionOf(chosen, isVector)}
        onChoose={(option) => onChange(withSize(settings, sizeOf(option, chosen)))}
      />
      {chosen.kind === "scale" && optionOf(chosen, isVector) === "custom" ? (
        <div className="export-numbers">
          <ExportNumber
            name="scale"
            label="Scale, in pixels for each at 1×"
            value={size?.clamped === true ? Math.floor(size.scale * 100) / 100 : chosen.scale}
            least={0.1}
            most={LARGEST_SCALE}
            fractions={true}
            onChange={(scale) => onChange(withSize(settings, { kind: "scale", scale }))}
          />
        </div>
      ) : null}
    </>
  );
}

type Option = (typeof PRESETS)[number][0] | (typeof SCALES)[number][0];

function optionOf(size: PictureSize, isVector: boolean): Option {
  if (size.kind !== "scale") return size.kind;
  if (isVector) return "1";
  const words = String(size.scale);
  return SCALES.find(([option]) => option === words)?.[0] ?? "custom";
}

function sizeOf(option: Option, before: PictureSize): PictureSize {
  switch (option) {
    case "1":
    case "2":
    case "3":
    case "4":
      return { kind: "scale", scale: Number(option) };
    case "custom":
      return { kind: "scale", scale: before.kind === "scale" ? before.scale + 0.5 : 2.5 };
    case "slide":
    case "slide-2x":
    case "paper-column":
    case "paper-full":
      return { kind: option };
  }
}
