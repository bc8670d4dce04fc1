import { expect, test } from "vitest";
import {
  type ExportSettings,
  FIRST_SETTINGS,
  MOST_FRAMES,
} from "../../electron/contract/export-settings";
import { firstRange, settingsFor, withRange, withSize, withSubject } from "./settings-changes";

const filmstrip = { kind: "filmstrip", from: 6, to: 9, columns: 2 } as const;
const film = { kind: "animation", from: 6, to: 9, speed: 1 } as const;
const occasion = { theme: "dark", lastStep: 9, selected: false, ofSelection: false } as const;

test("several steps say which is which, and one step leaves that to its caption", () => {
  const several = withSubject(FIRST_SETTINGS, filmstrip);
  expect(several.include).toEqual({ ...FIRST_SETTINGS.include, stepNumber: true, codeLine: true });
  const chosen = { ...several, include: { ...several.include, codeLine: false } };
  expect(withSubject(chosen, { ...filmstrip, columns: 4 }).include.codeLine).toBe(false);
  expect(withSubject(several, { kind: "view" }).include).toEqual(FIRST_SETTINGS.include);
});

test("a film has a film's format and ground, and leaves them again", () => {
  const clear: ExportSettings = { ...FIRST_SETTINGS, ground: "transparent" };
  const moving = withSubject(clear, film);
  expect(moving).toMatchObject({ format: "gif", ground: "white" });
  expect(withSubject(moving, filmstrip).format).toBe("png");
});

test("the dialog opens as it was left, as far as that is there", () => {
  const left = withSubject(FIRST_SETTINGS, filmstrip);
  expect(settingsFor(left, occasion)).toEqual({ ...left, theme: "dark" });
  expect(settingsFor(left, { ...occasion, lastStep: 5 }).subject).toEqual({ kind: "whole" });
  const selection = withSubject(FIRST_SETTINGS, { kind: "selection" });
  expect(settingsFor(selection, occasion).subject).toEqual({ kind: "whole" });
  const asked = { ...occasion, selected: true, ofSelection: true };
  expect(settingsFor(left, asked).subject).toEqual({ kind: "selection" });
});

test("a range is never empty and never longer than can be looked at", () => {
  expect(firstRange(8, 9)).toEqual({ from: 6, to: 9 });
  expect(firstRange(0, 2)).toEqual({ from: 0, to: 2 });
  expect(withRange(filmstrip, { from: 12 })).toMatchObject({ from: 12, to: 12 });
  expect(withRange(filmstrip, { to: 3 })).toMatchObject({ from: 3, to: 3 });
  expect(withRange(filmstrip, { to: 5000 })).toMatchObject({ from: 5001 - MOST_FRAMES, to: 5000 });
});

test("addresses are left out on paper, and stay left out", () => {
  const paper = withSize(FIRST_SETTINGS, { kind: "paper-column" });
  expect(paper.anonymise).toBe(true);
  expect(withSize(paper, { kind: "slide" }).anonymise).toBe(true);
  expect(withSize(FIRST_SETTINGS, { kind: "slide" }).anonymise).toBe(false);
});
