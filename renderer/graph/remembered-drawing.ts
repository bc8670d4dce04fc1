/** Keeps what was drawn of a thing for as long as neither it nor its surroundings change: views share what has not changed (view-sharing.ts). */
import { sameValue } from "../../electron/contract/same-value";
import type { ScenePart } from "./scene";

export function remembered<Subject extends object, Frame extends object>(
  draw: (subject: Subject, frame: Frame) => ScenePart[],
): (subject: Subject, frame: Frame) => ScenePart[] {
  const drawn = new WeakMap<Subject, { readonly frame: Frame; readonly parts: ScenePart[] }>();
  return (subject, frame) => {
    const last = drawn.get(subject);
    if (last !== undefined && sameValue(last.frame, frame)) return last.parts;
    const parts = draw(subject, frame);
    drawn.set(subject, { frame, parts });
    return parts;
  };
}
