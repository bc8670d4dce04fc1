import { expect, test } from "vitest";
import { themeTokens } from "../../graph/theme-tokens";
import { gifPalette, MOST_COLOURS, type Rgb, rgb } from "./gif-palette";
import { createGifWriter } from "./gif-writer";

const palette: readonly Rgb[] = [
  [255, 255, 255],
  [217, 72, 15],
  [27, 33, 40],
];
const size = { width: 8, height: 8 };

function plain([red, green, blue]: Rgb): Uint8ClampedArray {
  return new Uint8ClampedArray(Array.from({ length: 64 }, () => [red, green, blue, 255]).flat());
}

function gif(frames: readonly (readonly [Rgb, number])[]): Uint8Array {
  const writer = createGifWriter(size, palette);
  for (const [colour, until] of frames) writer.add(plain(colour), until);
  return writer.finish();
}

const latin = (file: Uint8Array): string => String.fromCodePoint(...file);

/** Hundredths of a second of each frame, from the graphic control extensions. */
function delaysOf(file: Uint8Array): number[] {
  const delays: number[] = [];
  for (let at = 0; at < file.length - 8; at += 1)
    if (file[at] === 0x21 && file[at + 1] === 0xf9 && file[at + 2] === 4)
      delays.push((file[at + 4] ?? 0) + 256 * (file[at + 5] ?? 0));
  return delays;
}

test("a file begins as a GIF of its size that repeats, and ends as one", () => {
  const file = gif([[[255, 255, 255], 100]]);
  expect(latin(file.subarray(0, 6))).toBe("GIF89a");
  expect([file[6], file[8]]).toEqual([8, 8]);
  expect(latin(file)).toContain("NETSCAPE2.0");
  expect(file.at(-1)).toBe(0x3b);
});

test("a frame that changes nothing prolongs the one before", () => {
  const white = [255, 255, 255] as const;
  const file = gif([
    [white, 66.7],
    [white, 133.3],
    [[217, 72, 15], 200],
    [white, 266.7],
  ]);
  expect(delaysOf(file)).toEqual([13, 7, 7]);
});

test("a frame that is held need not be looked at again", () => {
  const writer = createGifWriter(size, palette);
  writer.add(plain([255, 255, 255]), 66.7);
  writer.hold(133.3);
  writer.add(plain([217, 72, 15]), 200);
  writer.hold(500);
  expect(delaysOf(writer.finish())).toEqual([13, 37]);
});

test("times are rounded so that they do not add up to another length", () => {
  const frames = Array.from({ length: 30 }, (_, index): [Rgb, number] => [
    palette[index % 2] ?? [0, 0, 0],
    ((index + 1) * 1000) / 15,
  ]);
  const delays = delaysOf(gif(frames));
  expect(delays.length).toBe(30);
  expect(delays.reduce((sum, delay) => sum + delay, 0)).toBe(200);
});

test("the same frames make the same bytes", () => {
  const frames = [
    [[27, 33, 40], 100],
    [[255, 255, 255], 200],
  ] as const;
  expect(gif(frames)).toEqual(gif(frames));
});

test.each(["light", "dark", "print"] as const)(
  "the %s palette has room for one more, each colour once, and the theme's own colours exactly",
  (name) => {
    const theme = themeTokens(name);
    const colours = gifPalette(theme, "#FFFFFF").map((colour) => colour.join(" "));
    expect(colours.length).toBeLessThanOrEqual(MOST_COLOURS);
    expect(new Set(colours).size).toBe(colours.length);
    const own = [theme.alarm, theme.text, theme.canvas, theme.kinds.instance.border, "#FFFFFF"];
    for (const colour of own) expect(colours).toContain(rgb(colour).join(" "));
  },
);
