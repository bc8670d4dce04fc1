/** How wide text will be, from fixed tables: the same answer in the window, in a worker, in a test and in an export. */
import type { Font } from "./scene";

export const SANS: readonly string[] = [
  "Inter Variable",
  "Inter",
  "Helvetica Neue",
  "Arial",
  "sans-serif",
];
export const MONO: readonly string[] = [
  "JetBrains Mono Variable",
  "JetBrains Mono",
  "Menlo",
  "Consolas",
  "monospace",
];

export function textWidth(text: string, font: Font): number {
  let hundredths = 0;
  for (const character of text) hundredths += advance(character, font);
  const slimmer = font.family === "sans" && font.weight < 550 ? LIGHTER : 1;
  return (hundredths / 100) * font.size * slimmer;
}

/** Cuts with an ellipsis so that the text fits. */
export function fitText(text: string, font: Font, width: number): string {
  if (textWidth(text, font) <= width) return text;
  const room = width - textWidth("…", font);
  let used = 0;
  let kept = "";
  for (const character of text) {
    used += (advance(character, font) / 100) * font.size;
    if (used > room) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Distance from the middle of a line to its baseline: both families have it at 0.363 of the size. */
export function baseline(middle: number, font: Font): number {
  return Math.round((middle + font.size * 0.363) * 100) / 100;
}

export function familyList(font: Font): string {
  return (font.family === "sans" ? SANS : MONO)
    .map((name) => (/[ ]/.test(name) ? `"${name}"` : name))
    .join(", ");
}

/** Inter's advances for U+0020 to U+007E in hundredths of the size at weight 600. */
const INTER = [
  25, 32, 52, 64, 65, 100, 66, 33, 37, 37, 54, 67, 32, 47, 32, 38, 66, 42, 62, 64, 67, 61, 64, 58,
  64, 64, 32, 33, 67, 67, 67, 54, 100, 73, 66, 74, 72, 61, 59, 75, 75, 28, 58, 70, 57, 92, 76, 77,
  65, 77, 65, 65, 66, 74, 73, 102, 72, 71, 65, 37, 38, 37, 48, 47, 35, 57, 62, 58, 62, 59, 39, 63,
  61, 26, 26, 57, 26, 90, 61, 61, 62, 62, 40, 55, 35, 61, 59, 84, 57, 59, 57, 45, 36, 45, 67,
];
/** Weight 450 in comparison, on average. */
const LIGHTER = 0.977;
/** East Asian wide characters and pictures take two cells. */
const WIDE = 0x1100;
const ARROWS_TO_SYMBOLS = [0x2000, 0x2e7f] as const;

function advance(character: string, font: Font): number {
  const code = character.codePointAt(0) ?? 0;
  const symbol = code >= ARROWS_TO_SYMBOLS[0] && code <= ARROWS_TO_SYMBOLS[1];
  if (code >= WIDE && !symbol) return 100;
  if (font.family === "mono") return 60;
  return INTER[code - 32] ?? (symbol ? 85 : 62);
}
