import * as fc from "fast-check";
import { expect, test } from "vitest";
import { exportName } from "./export-names";
import {
  type ExportSettings,
  exportSettingsOf,
  FIRST_SETTINGS,
  formatsOf,
  isStill,
} from "./export-settings";

const filmstrip = { kind: "filmstrip", from: 6, to: 9, columns: 2 } as const;
const cycle = { script: "cycle.py", step: 8, inner: 0, whatIf: false };

test("settings survive being sent as text, and anything else is no settings", () => {
  const sent = (settings: ExportSettings): unknown => JSON.parse(JSON.stringify(settings));
  const film: ExportSettings = {
    ...FIRST_SETTINGS,
    subject: { kind: "animation", from: 6, to: 9, speed: 1 },
    format: "gif",
    size: { kind: "paper-column" },
  };
  for (const settings of [FIRST_SETTINGS, { ...FIRST_SETTINGS, subject: filmstrip }, film])
    expect(exportSettingsOf(sent(settings))).toEqual(settings);
  const wrong = [
    undefined,
    [],
    { ...FIRST_SETTINGS, format: "gif" },
    { ...film, format: "png" },
    { ...FIRST_SETTINGS, subject: { ...filmstrip, from: 10 } },
    { ...FIRST_SETTINGS, subject: { ...filmstrip, to: 6000 } },
    { ...FIRST_SETTINGS, subject: { ...filmstrip, columns: 0 } },
    { ...FIRST_SETTINGS, size: { kind: "scale", scale: Number.NaN } },
    { ...FIRST_SETTINGS, ground: "red" },
    { ...FIRST_SETTINGS, include: {} },
  ];
  for (const value of wrong) expect(exportSettingsOf(value)).toBeUndefined();
});

test("only an animation is a film, and it is nothing else", () => {
  expect(formatsOf("animation").some(isStill)).toBe(false);
  expect(formatsOf("filmstrip").every(isStill)).toBe(true);
});

test("a file is called after the script and the steps in it", () => {
  const named = (change: Partial<ExportSettings>, recording: Partial<typeof cycle> = {}): string =>
    exportName({ ...FIRST_SETTINGS, ...change }, { ...cycle, ...recording });
  expect(named({})).toBe("cycle-step08.png");
  expect(named({ format: "pdf" }, { inner: 2 })).toBe("cycle-step08-2.pdf");
  expect(named({}, { whatIf: true })).toBe("cycle-step08-what-if.png");
  expect(named({ subject: { kind: "selection" } })).toBe("cycle-step08-selection.png");
  expect(named({ subject: filmstrip, format: "svg" })).toBe("cycle-steps06-09.svg");
  expect(named({ subject: { kind: "timeline" } })).toBe("cycle-timeline.png");
});

test("whatever a script is called, its picture has a name that every file system takes", () => {
  const nameOf = (script: string): string => exportName(FIRST_SETTINGS, { ...cycle, script });
  expect(nameOf("../../etc/pass\nwd.py")).toBe("etc-passwd-step08.png");
  expect(nameOf('a"b\u202Egnp.py')).toBe("a-bgnp-step08.png");
  expect(nameOf("CON.py")).toBe("CON-script-step08.png");
  expect(nameOf(".py")).toBe("graph-step08.png");
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (script) => {
      const name = nameOf(script);
      expect(encodeURIComponent(name).replaceAll(/%../g, "%").length).toBeLessThan(240);
      expect(name).toMatch(/^[^.\\/:*?"<>|\p{Cc}][^\\/:*?"<>|\p{Cc}]*-step08\.png$/u);
    }),
    { numRuns: 100 },
  );
});
