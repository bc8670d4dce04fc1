/** The colours of a moving picture, fixed by the theme: the same in every frame and every file, so nothing flickers. Pure. */
import type { ThemeTokens } from "../../graph/theme-tokens";

export type Rgb = readonly [red: number, green: number, blue: number];

/** One more says "as in the frame before". */
export const MOST_COLOURS = 255;

/** The theme's own colours first, then the blends that soft edges of letters and lines, and fading, make of them. */
export function gifPalette(theme: ThemeTokens, background: string): readonly Rgb[] {
  const paper = rgb(background);
  const { kinds, nameTag } = theme;
  const written = [theme.text, theme.muted, theme.alarm, theme.alarmText, theme.accent, theme.edge];
  const borders = Object.values(kinds).map(({ border }) => border);
  const fills = Object.values(kinds).map(({ fill }) => fill);
  const surfaces = [theme.canvas, theme.panel, theme.line, theme.alarmFill, theme.scratch];
  const coloured = [theme.string, theme.constant, theme.faint, ...theme.rings, ...borders];
  const wanted: Rgb[] = [
    paper,
    ...[...written, ...surfaces, ...fills, ...coloured, nameTag.fill, nameTag.text].map(rgb),
    ...blends(rgb(theme.alarmFill), rgb(theme.alarm), [0.08, 0.15, 0.35, 0.6]),
    ...blends(rgb(nameTag.fill), rgb(nameTag.text), [0.2, 0.4, 0.6, 0.8]),
    ...blends(paper, rgb(theme.text), tenths(9)),
    ...written.flatMap((colour) => blends(paper, rgb(colour), [0.15, 0.3, 0.45, 0.6, 0.8])),
    ...coloured.flatMap((colour) => blends(paper, rgb(colour), [0.25, 0.5, 0.75])),
    ...fills.flatMap((fill) => [
      ...blends(rgb(fill), rgb(theme.text), [0.3, 0.6]),
      ...blends(paper, rgb(fill), [0.5]),
    ]),
    ...blends(rgb(theme.alarmFill), rgb(theme.text), [0.25, 0.5, 0.75]),
    ...blends(paper, rgb(theme.alarmFill), [0.33, 0.66]),
    ...blends(paper, rgb(theme.text), tenths(19)),
  ];
  return distinct(wanted).slice(0, MOST_COLOURS);
}

/** `#D9480F` in numbers. */
export function rgb(colour: string): Rgb {
  const bits = Number.parseInt(colour.slice(1, 7), 16);
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`No colour of the theme: ${colour}`);
  return [bits >> 16, (bits >> 8) & 255, bits & 255];
}

function tenths(count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => (index + 1) / (count + 1));
}

function blends(from: Rgb, to: Rgb, shares: readonly number[]): Rgb[] {
  const mixed = (share: number, channel: 0 | 1 | 2): number =>
    Math.round(from[channel] + (to[channel] - from[channel]) * share);
  return shares.map((share) => [mixed(share, 0), mixed(share, 1), mixed(share, 2)]);
}

function distinct(colours: readonly Rgb[]): Rgb[] {
  const known = new Set<number>();
  return colours.filter(([red, green, blue]) => {
    const bits = (red << 16) | (green << 8) | blue;
    if (known.has(bits)) return false;
    known.add(bits);
    return true;
  });
}
