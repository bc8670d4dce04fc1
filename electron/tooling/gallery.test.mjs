import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { projectRoot } from "./project-root.mjs";

const assets = path.join(projectRoot, "assets");
const read = (...parts) => fs.readFileSync(path.join(assets, ...parts), "utf8");

test("each picture of the gallery is of a bundled example and is there, with its words as text", () => {
  const examples = new Map(
    JSON.parse(read("examples", "catalogue.json")).map(({ id, file }) => [id, file]),
  );
  const shown = [...read("pictures", "gallery.md").matchAll(/\(gallery\/(.+)\.svg\)/g)];
  expect(shown.length).toBeGreaterThan(5);
  for (const [, id] of shown) {
    const picture = read("pictures", "gallery", `${id}.svg`);
    expect(picture).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg"[^]*<\/svg>\n$/);
    expect(picture).toContain(`>${examples.get(id)}, step `);
  }
  const kept = fs.readdirSync(path.join(assets, "pictures", "gallery"));
  expect(new Set(kept)).toEqual(new Set(shown.map(([, id]) => `${id}.svg`)));
});
