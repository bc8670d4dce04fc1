import { expect, test } from "vitest";
import { directTransition } from "./animation-director";
import { createAnimationPlayer } from "./animation-player";
import { classicUnion, classicViews } from "./gallery/classic-cycle-views";
import { sceneText } from "./gallery/scene-text";
import { layoutUnion } from "./graph-layout";
import { type BuiltScene, buildScene } from "./scene-builder";
import { type Mixer, mixScenes } from "./scene-mixer";
import { themeTokens } from "./theme-tokens";

type Step = 6 | 7 | 8 | 9;

function scene(step: Step): BuiltScene {
  const positions = layoutUnion(classicUnion, new Map());
  return buildScene({
    union: classicUnion,
    view: classicViews[step],
    positions,
    theme: themeTokens("light"),
    selection: undefined,
    focus: undefined,
  });
}

function mixer(from: Step, to: Step): Mixer {
  return mixScenes(
    scene(from),
    scene(to),
    directTransition({
      previous: classicViews[from],
      next: classicViews[to],
      direction: "forward",
      still: false,
    }),
  );
}

const textAt = (mix: Mixer, time: number): string => sceneText({ parts: mix.at(time) });

test("a transition starts with the picture before and ends with the picture after", () => {
  for (const [from, to] of [
    [6, 7],
    [7, 8],
    [8, 9],
  ] as const) {
    expect(textAt(mixer(from, to), 0)).toBe(sceneText(scene(from)));
    expect(textAt(mixer(from, to), 1400)).toBe(sceneText(scene(to)));
  }
});

test("the alarm is seen only after the pulse has found no way in", () => {
  expect(textAt(mixer(7, 8), 500)).not.toContain("hatched");
  expect(textAt(mixer(7, 8), 1100)).toContain("hatched");
});

test("the collector's sums stand over the badges and finalizer chips beside them", () => {
  const nine = mixer(8, 9);
  expect(textAt(nine, 340).match(/"1 − 1 = 0"/g)).toHaveLength(2);
  expect(textAt(nine, 600).match(/"__del__"/g)).toHaveLength(1);
  expect(textAt(nine, 750).match(/"__del__"/g)).toHaveLength(2);
});

test("a new step jumps to the end of the running one, and what was still to be said is said", () => {
  let now = 0;
  const log: string[] = [];
  const player = createAnimationPlayer(
    {
      onFrame: () => undefined,
      onAnnounce: (text) => log.push(text),
      onTransition: (running) => log.push(String(running)),
    },
    { now: () => now, request: () => 1, cancel: () => undefined },
  );
  const seven = directTransition({
    previous: classicViews[6],
    next: classicViews[7],
    direction: "forward",
    still: false,
  });
  const eight = directTransition({
    previous: classicViews[7],
    next: classicViews[8],
    direction: "forward",
    still: false,
  });
  player.play(seven, mixer(6, 7), 1);
  now = 100;
  player.play(eight, mixer(7, 8), 1);
  expect(log).toEqual([
    "true",
    "obj1 object: count 2 to 1.",
    "Still reachable through obj2.",
    "false",
    "true",
  ]);
  expect(player.running()).toBe(true);
  player.finish();
  expect(player.running()).toBe(false);
});
