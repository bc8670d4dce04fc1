import { expect, test } from "vitest";
import { colourDistance, contrast, VISIONS } from "./colour-distance-for-tests";
import { type ThemeTokens, themeTokens } from "./theme-tokens";

/** Borders of the families and the alarm: what has to be told apart. */
function tellingColours({ kinds, alarm }: ThemeTokens): readonly string[] {
  const families = ["instance", "dict", "list", "function", "class"] as const;
  return [...families.map((kind) => kinds[kind].border), alarm];
}

function leastDistance(theme: ThemeTokens): number {
  const colours = tellingColours(theme);
  const distances = Object.values(VISIONS).flatMap((vision) =>
    colours.flatMap((one, index) =>
      colours.slice(index + 1).map((other) => colourDistance(one, other, vision)),
    ),
  );
  return Math.min(...distances);
}

test("every two kinds differ for people who see red, green or blue poorly", () => {
  expect(leastDistance(themeTokens("light"))).toBeGreaterThanOrEqual(12.7);
  expect(leastDistance(themeTokens("dark"))).toBeGreaterThanOrEqual(10.5);
});

test("the distance is the published one", () => {
  const normal = VISIONS["normal"];
  if (normal === undefined) throw new Error("There is normal vision.");
  expect(colourDistance("#FFFFFF", "#000000", normal)).toBeCloseTo(100, 1);
  expect(colourDistance("#3C6CC8", "#3C6CC8", normal)).toBe(0);
});

test("all words have a contrast of 4.5 to what they stand on, all lines one of 3", () => {
  for (const name of ["light", "dark", "print"] as const) {
    const theme = themeTokens(name);
    const words = [theme.text, theme.muted, theme.string, theme.constant];
    const fills = Object.values(theme.kinds).map((kind) => kind.fill);
    for (const ground of [theme.canvas, theme.panel, ...fills])
      for (const color of words) expect(contrast(color, ground)).toBeGreaterThanOrEqual(4.5);
    const lines = [theme.faint, theme.edge, theme.alarm, theme.accent, ...theme.rings];
    for (const color of [...lines, ...tellingColours(theme)])
      expect(contrast(color, theme.canvas)).toBeGreaterThanOrEqual(3);
    expect(contrast(theme.alarmText, theme.alarmFill)).toBeGreaterThanOrEqual(4.5);
  }
});

test("in print nothing has a fill but paper, and the alarm is black with heavy dashes", () => {
  const print = themeTokens("print");
  expect(new Set(Object.values(print.kinds).map((kind) => kind.fill))).toEqual(
    new Set(["#FFFFFF"]),
  );
  expect(print.border).toBe(1.5);
  expect(print.alarm).toBe("#000000");
  expect(print.alarmLine.width).toBeGreaterThan(themeTokens("light").alarmLine.width);
});
