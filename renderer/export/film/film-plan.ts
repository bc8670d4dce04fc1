/** When a film shows what: each step is held, and between two steps their storyboard plays. Pure; all times in milliseconds of the film. */

export interface FilmPace {
  readonly framesPerSecond: number;
  /** Twice as fast: half as long, the holds too. */
  readonly speed: number;
}

export interface FilmFrame {
  readonly from: number;
  readonly until: number;
  /** Which step is held, or arrives. */
  readonly step: number;
  /** Of the storyboard that leads to this step, at normal speed; undefined: it is held. */
  readonly moment: number | undefined;
}

/** Long enough to read the caption and look for what has changed. */
export const HOLD_MS = 1500;
/** Before it begins anew. */
export const LAST_HOLD_MS = 2500;

/** `durations` are those of the storyboards into the second, third, ... step. */
export function planFilm(durations: readonly number[], pace: FilmPace): readonly FilmFrame[] {
  const scenes = [undefined, ...durations].flatMap((duration, step) => [
    ...(duration === undefined ? [] : [{ step, length: duration, moving: true }]),
    { step, length: step === durations.length ? LAST_HOLD_MS : HOLD_MS, moving: false },
  ]);
  const ends: number[] = [];
  for (const { length } of scenes) ends.push((ends.at(-1) ?? 0) + length / pace.speed);
  const count = Math.max(1, Math.round(((ends.at(-1) ?? 0) * pace.framesPerSecond) / 1000));
  const time = (frame: number): number => (frame * 1000) / pace.framesPerSecond;
  let current = 0;
  return Array.from({ length: count }, (_, frame) => {
    const from = time(frame);
    while (current < scenes.length - 1 && from >= (ends[current] ?? 0)) current += 1;
    const scene = scenes[current] ?? { step: 0, moving: false };
    const begun = ends[current - 1] ?? 0;
    return {
      from,
      until: time(frame + 1),
      step: scene.step,
      moment: scene.moving ? (from - begun) * pace.speed : undefined,
    };
  });
}
