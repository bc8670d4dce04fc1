import { expect, test } from "vitest";
import { HOLD_MS, LAST_HOLD_MS, planFilm } from "./film-plan";

const pace = { framesPerSecond: 15, speed: 1 };

test("each step is held and each storyboard plays in between, in order", () => {
  const frames = planFilm([300, 600], pace);
  const runs = frames
    .map(({ step, moment }) => `${step}${moment === undefined ? "" : " plays"}`)
    .filter((run, index, all) => run !== all[index - 1]);
  expect(runs).toEqual(["0", "1 plays", "1", "2 plays", "2"]);
});

test("frames follow each other without a gap, as long together as all parts", () => {
  const frames = planFilm([300, 600], pace);
  frames.slice(1).forEach(({ from }, index) => expect(from).toBe(frames[index]?.until));
  const whole = 2 * HOLD_MS + 300 + 600 + LAST_HOLD_MS;
  expect(Math.abs((frames.at(-1)?.until ?? 0) - whole)).toBeLessThanOrEqual(1000 / 15);
});

test("moments of a storyboard go forwards within its duration", () => {
  const moments = planFilm([900], pace).flatMap(({ moment }) => moment ?? []);
  expect(moments.length).toBeGreaterThan(10);
  expect([...moments].sort((a, b) => a - b)).toEqual(moments);
  expect(moments[0]).toBeLessThan(70);
  expect(moments.at(-1)).toBeLessThan(900);
});

test("at double speed the film is half as long and its storyboards still play to their end", () => {
  const [normal, fast] = [planFilm([900], pace), planFilm([900], { ...pace, speed: 2 })];
  const length = (frames: typeof normal) => frames.at(-1)?.until ?? 0;
  expect(Math.abs(length(fast) - length(normal) / 2)).toBeLessThanOrEqual(1000 / 15);
  const moments = fast.flatMap(({ moment }) => moment ?? []);
  expect(moments.at(-1)).toBeGreaterThan(900 - 2 * (1000 / 15) - 1);
});

test("one step alone is one picture that is held", () => {
  const frames = planFilm([], pace);
  expect(new Set(frames.map(({ step, moment }) => `${step} ${moment}`))).toEqual(
    new Set(["0 undefined"]),
  );
});
