/** Draws a picture again of which only marks on single things have changed (pointed at, selected, ringed, pinned): those things and nothing else. Pure. */
import { sameValue } from "../../electron/contract/same-value";
import { type BuiltScene, inLayers, type SceneInput } from "./scene-builder";
import { faces } from "./scene-faces";
import type { SceneMarks } from "./scene-marks";

/** Undefined when more than such marks differ; nothing may have moved since `earlier` was drawn as `scene`. */
export function remarkedScene(
  input: SceneInput,
  earlier: SceneInput,
  scene: BuiltScene,
): BuiltScene | undefined {
  const { view, union, theme, marks = {} } = input;
  const { marks: before = {} } = earlier;
  const isSame =
    view === earlier.view &&
    union === earlier.union &&
    sameValue(theme, earlier.theme) &&
    sameValue(ofWhole(marks), ofWhole(before)) &&
    sameIds(marks.expanded, before.expanded) &&
    sameIds(marks.changed, before.changed) &&
    marks.scratch === before.scratch;
  if (!isSame) return undefined;
  const marked = new Set([...markedIn(input), ...markedIn(earlier)]);
  const kept = scene.parts.filter((part) => !marked.has(part.owner));
  const fresh = faces(input, scene.rects, marked);
  return {
    parts: inLayers([...kept, ...fresh]),
    get owners() {
      return scene.owners;
    },
    bounds: scene.bounds,
    legend: scene.legend,
    theme: scene.theme,
    rects: scene.rects,
    routes: scene.routes,
  };
}

/** A picked line or hull is drawn with all others: labels make room for each other. */
function ofWhole({ picked }: SceneMarks): Pick<SceneMarks, "picked"> {
  return picked === undefined ? {} : { picked };
}

/** An opened pill is larger, so lines lead elsewhere. */
function sameIds(
  one: ReadonlySet<string> | undefined,
  other: ReadonlySet<string> | undefined,
): boolean {
  return one === other || ((one?.size ?? 0) === 0 && (other?.size ?? 0) === 0);
}

function markedIn({ selection, focus, marks = {} }: SceneInput): readonly string[] {
  const { hovered, alsoSelected, rings, pinned } = marks;
  const single = [selection, focus, hovered].filter((id) => id !== undefined);
  return [...single, ...(alsoSelected ?? []), ...(rings?.keys() ?? []), ...(pinned ?? [])];
}
