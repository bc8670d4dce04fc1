/** Lists of breakpoints as values: found, toggled, given a condition. Pure. */
import type { PlacedBreakpoint, SourceLine } from "../../electron/contract/breakpoint";

type Breakpoints = readonly PlacedBreakpoint[];

export function breakpointAt(
  breakpoints: Breakpoints,
  place: SourceLine | undefined,
): PlacedBreakpoint | undefined {
  return breakpoints.find((one) => place !== undefined && isAt(one, place));
}

export function toggled(breakpoints: Breakpoints, place: SourceLine): Breakpoints {
  return breakpointAt(breakpoints, place) === undefined
    ? placed(breakpoints, { ...place, condition: "", enabled: true })
    : breakpoints.filter((one) => !isAt(one, place));
}

/** Sets a breakpoint where there is none. */
export function withCondition(
  breakpoints: Breakpoints,
  place: SourceLine,
  condition: string,
): Breakpoints {
  return placed(breakpoints, { ...place, condition: condition.trim(), enabled: true });
}

export function switched(breakpoints: Breakpoints, place: SourceLine): Breakpoints {
  const one = breakpointAt(breakpoints, place);
  return one === undefined ? breakpoints : placed(breakpoints, { ...one, enabled: !one.enabled });
}

function placed(breakpoints: Breakpoints, one: PlacedBreakpoint): Breakpoints {
  const { file, line, condition, enabled } = one;
  const others = breakpoints.filter((other) => !isAt(other, one));
  return [...others, { file, line, condition, enabled }].toSorted(
    (a, b) => a.file.localeCompare(b.file) || a.line - b.line,
  );
}

const isAt = (one: SourceLine, place: SourceLine): boolean =>
  one.line === place.line && one.file === place.file;
