/** The options that say what an exported picture looks like: colours, ground, size and what stands beside it. */
import {
  type ExportSettings,
  FIRST_SETTINGS,
  LARGEST_SCALE,
  type PictureGround,
  type PictureSize,
} from "../contract/export-settings";
import { oneOf } from "./option-choice";
import type { KnownOptions, SortedWords } from "./option-words";

export type PictureLook = Omit<ExportSettings, "subject" | "format">;

export const lookOptions: KnownOptions = {
  valued: ["--theme", "--background", "--scale", "--size"],
  flags: [
    "--no-legend",
    "--no-caption",
    "--step-number",
    "--no-step-number",
    "--code-line",
    "--no-code-line",
    "--anonymise",
  ],
};

const sizes = ["slide", "slide-2x", "paper-column", "paper-full"] as const;
/** A film is watched on a screen; a picture may be enlarged or printed. */
const filmSize: PictureSize = { kind: "scale", scale: 1 };

/** A sentence when something is wrong. A picture of one step has its caption; of several, each says which it is. */
export function readLook(
  words: SortedWords,
  subject: "step" | "steps" | "film",
): PictureLook | string {
  const theme = oneOf(words, "--theme", ["light", "dark", "print"]);
  if (theme.wrong !== undefined) return theme.wrong;
  const background = oneOf(words, "--background", ["white", "transparent", "theme", "print"]);
  if (background.wrong !== undefined) return background.wrong;
  const size = readSize(words, subject === "film");
  if (typeof size === "string") return size;
  const { flags } = words;
  const told = subject !== "step";
  return {
    size,
    ground: background.value ?? groundOf(theme.value),
    theme: theme.value === "dark" ? "dark" : "light",
    // Who names a theme wants its colours; who does not, those that can be read on white.
    transparentColours: theme.value === undefined ? "light" : "theme",
    include: {
      legend: !flags.has("--no-legend"),
      caption: !flags.has("--no-caption"),
      stepNumber: told ? !flags.has("--no-step-number") : flags.has("--step-number"),
      codeLine: told ? !flags.has("--no-code-line") : flags.has("--code-line"),
    },
    anonymise: flags.has("--anonymise"),
  };
}

function groundOf(theme: "light" | "dark" | "print" | undefined): PictureGround {
  switch (theme) {
    case "dark":
      return "theme";
    case "print":
      return "print";
    case "light":
    case undefined:
      return "white";
  }
}

function readSize(words: SortedWords, isFilm: boolean): PictureSize | string {
  const size = oneOf(words, "--size", sizes);
  if (size.wrong !== undefined) return size.wrong;
  const text = words.options.get("--scale");
  if (size.value !== undefined)
    return text === undefined ? { kind: size.value } : `Either "--size" or "--scale", not both.`;
  if (text === undefined) return isFilm ? filmSize : FIRST_SETTINGS.size;
  const scale = Number(text);
  return scale > 0 && scale <= LARGEST_SCALE
    ? { kind: "scale", scale }
    : `"--scale" needs a number above 0, at most ${LARGEST_SCALE}.`;
}
