// @vitest-environment happy-dom
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { classicUnion, classicViews } from "../graph/gallery/classic-cycle-views";
import { zooUnion, zooView } from "../graph/gallery/zoo-view";
import { layoutUnion } from "../graph/graph-layout";
import type { Scene } from "../graph/scene";
import { buildScene } from "../graph/scene-builder";
import { themeTokens } from "../graph/theme-tokens";
import { type ExportSettings, FIRST_SETTINGS } from "../../electron/contract/export-settings";
import { composeDrawing, type Picture } from "./compose-picture";
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

function pictureOf(
  scene: Scene,
  change: Partial<ExportSettings> = {},
  below: string = CAPTION,
): Picture {
  const words = { below, title: CAPTION, description: "Two objects." };
  return composeDrawing({ ...FIRST_SETTINGS, ...change }, scene, words);
}

function parsed(svg: string): Document {
  return new DOMParser().parseFromString(svg, "image/svg+xml");
}

test("the picture of step 8 is well-formed SVG with its words as text and its objects by name", () => {
  const svg = writeSvg(pictureOf(stepEight()));
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
  const svg = writeSvg(pictureOf(scene, { ground: "transparent" }, ""));
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
  const svg = writeSvg(pictureOf(scene));
  expect(svg).toContain(">weak</text>");
  expect(svg).toContain('stroke-dasharray="2 4"');
});

test("the same picture is always the same text", () => {
  expect(writeSvg(pictureOf(stepEight()))).toBe(writeSvg(pictureOf(stepEight())));
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

test("the pictures of known steps are the same bytes as when people last looked", async () => {
  await expect(writeSvg(pictureOf(stepEight()))).toMatchFileSnapshot("golden/classic-step-8.svg");
  const union = zooUnion("all");
  const everything = buildScene({
    union,
    view: zooView("all"),
    positions: layoutUnion(union, new Map()),
    theme: themeTokens("print"),
    selection: undefined,
    focus: undefined,
  });
  await expect(writeSvg(pictureOf(everything, { ground: "print" }))).toMatchFileSnapshot(
    "golden/everything-for-print.svg",
  );
});
