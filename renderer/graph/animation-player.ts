/** Plays one storyboard at a time; a new step jumps to the end of the running one and starts its own. */
import type { ScenePart } from "./scene";
import type { Mixer } from "./scene-mixer";
import type { Storyboard } from "./storyboard";

export interface PlayerOutput {
  onFrame(parts: readonly ScenePart[]): void;
  onAnnounce(text: string): void;
  onTransition(running: boolean): void;
}

export interface Clock {
  now(): number;
  request(callback: () => void): number;
  cancel(handle: number): void;
}

export interface AnimationPlayer {
  /** `speed` multiplies the pace. */
  play(story: Storyboard, mixer: Mixer, speed: number): void;
  /** Jumps to the end of what is playing. */
  finish(): void;
  running(): boolean;
}

export const BROWSER_CLOCK: Clock = {
  now: () => performance.now(),
  request: (callback) => requestAnimationFrame(callback),
  cancel: (handle) => cancelAnimationFrame(handle),
};

interface Playing {
  readonly story: Storyboard;
  readonly mixer: Mixer;
  readonly speed: number;
  readonly startedAt: number;
  said: number;
}

export function createAnimationPlayer(output: PlayerOutput, clock: Clock): AnimationPlayer {
  let playing: Playing | undefined;
  let frame = 0;

  const say = (current: Playing, until: number): void => {
    const due = current.story.announcements.slice(current.said).filter((one) => one.at <= until);
    current.said += due.length;
    for (const one of due) output.onAnnounce(one.text);
  };

  const show = (): void => {
    if (playing === undefined) return;
    const time = Math.min(
      (clock.now() - playing.startedAt) * playing.speed,
      playing.story.duration,
    );
    say(playing, time);
    output.onFrame(playing.mixer.at(time));
    if (time >= playing.story.duration) end();
    else frame = clock.request(show);
  };

  const end = (): void => {
    clock.cancel(frame);
    playing = undefined;
    output.onTransition(false);
  };

  const finish = (): void => {
    if (playing === undefined) return;
    const last = playing;
    say(last, Infinity);
    output.onFrame(last.mixer.at(last.story.duration));
    end();
  };

  return {
    play(story, mixer, speed) {
      finish();
      playing = { story, mixer, speed: Math.max(speed, 0.1), startedAt: clock.now(), said: 0 };
      output.onTransition(true);
      show();
    },
    finish,
    running: () => playing !== undefined,
  };
}
