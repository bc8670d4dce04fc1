// @vitest-environment happy-dom
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { classicUnion, classicViews } from "../graph/gallery/classic-cycle-views";
import { zooUnion, zooView } from "../graph/gallery/zoo-view";
import { layoutUnion } from "../graph/graph-layout";
import type { Scene } from "../graph/scene";
import { buildScene } from "../graph/scene-builder";
import { themeTokens } from "../graph/theme-tokens";
import { fileName, FIRST_CHOICES, pictureFor, themeFor } from "./export-choices";
import { framePicture } from "./picture-frame";
import { clampMessage, pixelSize } from "./picture-size";
import { escapeXml, writeSvg } from "./svg-writer";

const CAPTION = "cycle.py, step 8 of 9: del obj2, Python 3.11.7";

function stepEight(): Scene {
  const positions = layoutUnion(classicUnion, new Map());
  return buildScene({
    union: classicUnion,
    view: classicViews[8],
    positions,
    theme: themeTokens("light"),
    selection: undefined,
    focus: undefined,
  });
}

function parsed(svg: string): Document {
  return new DOMParser().parseFromString(svg, "image/svg+xml");
}

test("the picture of step 8 is well-formed SVG with its words as text and its objects by name", () => {
  const svg = writeSvg(pictureFor(FIRST_CHOICES, stepEight(), CAPTION));
  const document = parsed(svg);
  expect(document.querySelector("parsererror")).toBeNull();
  const texts = [...document.querySelectorAll("text")].map((text) => text.textContent);
  expect(texts).toEqual(
    expect.arrayContaining([
      "MyObject",
      ".ref",
      "Cycle 1, nothing outside points in",
      CAPTION,
      "'obj1'",
      "unreachable cycle",
    ]),
  );
  for (const id of ["obj-obj1", "obj-obj2", "obj-MyObject"])
    expect(document.getElementById(id)).not.toBeNull();
  expect(document.querySelector("image")).toBeNull();
  expect(document.getElementById("obj-obj1")?.querySelector("desc")?.textContent).toBe(
    "MyObject, formerly obj1, refcount 1, unreachable",
  );
});

test("every id is used once and every tag is closed", () => {
  const union = zooUnion("all");
  const scene = buildScene({
    union,
    view: zooView("all"),
    positions: layoutUnion(union, new Map()),
    theme: themeTokens("print"),
    selection: undefined,
    focus: undefined,
  });
  const svg = writeSvg(
    framePicture(scene, { background: "transparent", legend: true, caption: "" }),
  );
  const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(svg.match(/<g /g)?.length).toBe(svg.match(/<\/g>/g)?.length);
  expect(svg).not.toContain("NaN");
  expect(svg).not.toContain("undefined");
  expect(svg).not.toContain('id="background"');
});

test("a weak reference is a dashed line with an open arrow and its name, in the picture and in the legend", () => {
  const union = zooUnion("all");
  const view = zooView("all");
  const scene = buildScene({
    union,
    view: { ...view, nodes: view.nodes.slice(0, 7) },
    positions: layoutUnion(union, new Map()),
    theme: themeTokens("light"),
    selection: undefined,
    focus: undefined,
  });
  const weak = view.edges.find((edge) => edge.kind === "weak");
  const [line, arrow] = scene.parts.find((one) => one.key === `${weak?.id}/line`)?.primitives ?? [];
  expect(line).toMatchObject({ kind: "path", stroke: { width: 1.6, dash: [2, 4] } });
  expect(arrow).toMatchObject({ kind: "path", stroke: { width: 1.6 } });
  expect(arrow).not.toHaveProperty("fill");
  const svg = writeSvg(framePicture(scene, { background: "white", legend: true, caption: "" }));
  expect(svg).toContain(">weak</text>");
  expect(svg).toContain('stroke-dasharray="2 4"');
});

test("the same picture is always the same text", () => {
  expect(writeSvg(pictureFor(FIRST_CHOICES, stepEight(), CAPTION))).toBe(
    writeSvg(pictureFor(FIRST_CHOICES, stepEight(), CAPTION)),
  );
});

test("whatever a program calls its things, the text stays well-formed", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (words) => {
      const escaped = escapeXml(words);
      expect(escaped).not.toMatch(/[<>"]/);
      // oxlint-disable-next-line no-control-regex -- exactly these must be gone
      expect(escaped).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/);
    }),
    { numRuns: 40 },
  );
});

test("a picture is as large as it says, and too large a one is reduced with a word about it", () => {
  const picture = pictureFor(FIRST_CHOICES, stepEight(), CAPTION);
  const { width, height } = picture.frame;
  expect(pixelSize(picture, 2)).toEqual({
    width: width * 2,
    height: height * 2,
    scale: 2,
    clamped: false,
  });
  const wide = { ...picture, frame: { x: 0, y: 0, width: 8000, height: 100 } };
  const size = pixelSize(wide, 4);
  expect(size.width).toBe(16_384);
  expect(clampMessage(size)).toContain("SVG has no such limit");
  expect(clampMessage(pixelSize(picture, 4))).toBeUndefined();
});

test("pictures on white and transparent ground use the light colours whatever is on screen", () => {
  expect(themeFor("white", "dark")).toBe("light");
  expect(themeFor("transparent", "dark")).toBe("light");
  expect(themeFor("theme", "dark")).toBe("dark");
  expect(fileName("cycle-step08", "svg")).toBe("cycle-step08.svg");
  expect(fileName("cycle-step08.png", "svg")).toBe("cycle-step08.svg");
});

test("what nobody may miss stands in the picture even without a caption", () => {
  const choices = { ...FIRST_CHOICES, caption: false };
  expect(writeSvg(pictureFor(choices, stepEight(), CAPTION, "What if, not real."))).toContain(
    "What if, not real.",
  );
});
