/** Where the cells of a notebook begin on the timeline, and which of their names have room. Pure. */
import { isCellFile } from "../../electron/contract/notebook";
import { slotX, type TimelineScale } from "./timeline-scale";

export interface CellPlace {
  readonly x: number;
  /** Empty where there is no room for it. */
  readonly name: string;
}

const characterWidth = 6.4;
const gapAfterName = 8;

export function cellPlaces(scale: TimelineScale): readonly CellPlace[] {
  const places: CellPlace[] = [];
  let last = "";
  let freeFrom = -Infinity;
  scale.slots.forEach((step, slot) => {
    // Functions of an earlier cell run inside the line that calls them.
    if (step.depth > 0 || step.file === last) return;
    last = step.file;
    const x = slotX(scale, slot);
    if (!isCellFile(step.file) || x < scale.seen.from - 1 || x > scale.seen.to + 1) return;
    const hasRoom = x >= freeFrom;
    if (hasRoom) freeFrom = x + step.file.length * characterWidth + gapAfterName;
    places.push({ x, name: hasRoom ? step.file : "" });
  });
  return places;
}
