/** Commands that step and run: through the recording while it lasts, and at its live end in the paused program; and those that set breakpoints. */
import type { PlacedBreakpoint, ResumeUntil, SourceLine } from "../../electron/contract/breakpoint";
import type { EntryIndex } from "../../electron/contract/ids";
import { codeCellsOf } from "../../electron/contract/notebook";
import type { AppState } from "../state/app-state";
import { entryOfLine, firstEntryOfLine, nextBreakpointEntry } from "../state/breakpoint-travel";
import { breakpointAt, switched, toggled } from "../state/breakpoints";
import { meantLine } from "../state/line-ahead";
import { cellNameOf } from "../state/notebook-state";
import { canGoOn, isAtEnd } from "../state/selectors";
import { isLive } from "../state/session-reducer";
import type { GraphAction } from "../state/graph-action";
import { lastSubstep } from "../state/graph-state";
import { entryInto, entryOut, entryOver, lastEntry } from "../state/step-travel";
import type { Command, CommandContext } from "./command";

/** The program is paused where the person looks. */
const isLiveEdge = (state: AppState): boolean => isAtEnd(state) && canGoOn(state.phase);

/** Between two cells a step begins the chosen one, and pauses before its first line. */
function cellToStepInto(state: AppState, until: ResumeUntil): string | undefined {
  const isBetween = state.phase?.kind === "paused-at-end" && isAtEnd(state);
  const cell = codeCellsOf(state.script?.notebook).find(({ id }) => id === state.chosenCell);
  return isBetween && until !== "out" ? cell?.id : undefined;
}

function whyNoStep(state: AppState): string | undefined {
  if (state.steps.length === 0) return undefined;
  if (isLive(state.phase)) return "The program is running";
  return isAtEnd(state) ? "This is the end of the recording" : undefined;
}

/** Travels while the recording lasts, then lets the paused program do the same. */
function stepCommand(
  command: Pick<Command, "id" | "title" | "keys">,
  until: ResumeUntil,
  find: (state: AppState) => EntryIndex | undefined,
): Command {
  /** A program that is paused on its way goes on from the end of the recording only. */
  const target = (state: AppState): EntryIndex | undefined =>
    find(state) ?? (canGoOn(state.phase) && !isAtEnd(state) ? lastEntry(state.steps) : undefined);
  return {
    ...command,
    menu: { name: "Run", group: 1 },
    enabled: (state) =>
      state.substep !== undefined ||
      target(state) !== undefined ||
      isLiveEdge(state) ||
      cellToStepInto(state, until) !== undefined,
    whyOff: whyNoStep,
    run: ({ state, actions }) => {
      const { substep } = state;
      if (substep !== undefined) actions.change(substepAfter(substep));
      // The last sub-step is the end of its step: a step from there goes on.
      if (substep !== undefined && substep < lastSubstep) return;
      const cell = cellToStepInto(state, until);
      if (isLiveEdge(state)) void actions.resume(until);
      else if (cell !== undefined) void actions.runCells([cell], "into");
      else actions.travel(target(state), "forward");
    },
  };
}

function substepAfter(substep: number): GraphAction {
  return {
    kind: "substep-changed",
    substep: substep < lastSubstep ? substep + 1 : undefined,
  };
}

/** On in the cell that is paused before that line; else from the cell's beginning. */
function runCellTo(
  id: string,
  line: SourceLine,
  { state, actions }: Pick<CommandContext, "state" | "actions">,
): void {
  const { phase } = state;
  const isAhead =
    phase?.kind === "paused-at-line" &&
    cellNameOf(phase.file) === cellNameOf(line.file) &&
    line.line > (phase.line ?? line.line);
  if (isAhead) void actions.resume("breakpoint", { file: phase.file, line: line.line });
  else void actions.runCells([id], "breakpoint", { file: cellNameOf(line.file), line: line.line });
}

const isTheSame = (state: AppState): PlacedBreakpoint | undefined =>
  breakpointAt(state.breakpoints, meantLine(state));
const canMean = (state: AppState): boolean => meantLine(state) !== undefined;
const breakpointMenu = { name: "Run", group: 2 } as const;

export const debugCommands: readonly Command[] = [
  {
    id: "continue",
    title: "Continue",
    keys: ["F5"],
    menu: { name: "Run", group: 0 },
    enabled: (state) =>
      state.script !== undefined &&
      (!isAtEnd(state) || isLiveEdge(state)) &&
      (state.steps.length > 0 || !isLive(state.phase)),
    whyOff: whyNoStep,
    run: ({ state, actions }) => {
      if (state.steps.length === 0) void actions.run();
      else if (isLiveEdge(state)) void actions.resume("breakpoint");
      else actions.travel(nextBreakpointEntry(state) ?? lastEntry(state.steps), "jump");
    },
  },
  {
    id: "pause",
    title: "Pause",
    keys: ["F6"],
    menu: { name: "Run", group: 0 },
    enabled: ({ phase }) =>
      phase?.kind === "running" ||
      phase?.kind === "waiting-for-input" ||
      phase?.kind === "time-limit-reached",
    whyOff: (state) => (state.script === undefined ? undefined : "The program is not running"),
    run: ({ actions }) => void actions.pauseProgram(),
  },
  stepCommand({ id: "step-over", title: "Step over", keys: ["F10", "$mod+'"] }, "over", (state) =>
    entryOver(state.steps, state.travel.entry),
  ),
  stepCommand({ id: "step-into", title: "Step into", keys: ["F11", "$mod+;"] }, "into", (state) =>
    entryInto(state.steps, state.travel.entry),
  ),
  stepCommand(
    { id: "step-out", title: "Step out", keys: ["Shift+F11", "$mod+Shift+;"] },
    "out",
    (state) => entryOut(state.steps, state.travel.entry),
  ),
  {
    id: "run-to-line",
    title: "Run to this line",
    keys: ["$mod+F10"],
    menu: { name: "Run", group: 1 },
    enabled: (state) => canMean(state) && state.steps.length > 0,
    run: ({ state, actions }) => {
      const line = meantLine(state);
      if (line === undefined) return;
      const cell = codeCellsOf(state.script?.notebook).find(
        ({ name }) => name === cellNameOf(line.file),
      );
      if (cell !== undefined && state.recording === undefined)
        return runCellTo(cell.id, line, { state, actions });
      const ahead = entryOfLine(state, line);
      if (ahead !== undefined) actions.travel(ahead, "jump");
      else if (canGoOn(state.phase)) void actions.resume("breakpoint", line);
      else {
        const entry = firstEntryOfLine(state, line);
        if (entry !== undefined) actions.travel(entry, "jump");
        else actions.change({ kind: "toast-shown", text: `Line ${line.line} was not run` });
      }
    },
  },
  {
    id: "toggle-breakpoint",
    title: "Toggle breakpoint",
    keys: ["F9"],
    menu: breakpointMenu,
    enabled: canMean,
    checked: (state) => isTheSame(state) !== undefined,
    run: ({ state, actions }) => {
      const line = meantLine(state);
      if (line === undefined) return;
      const had = isTheSame(state) !== undefined;
      void actions.changeBreakpoints(toggled(state.breakpoints, line));
      const words = `Breakpoint ${had ? "removed from" : "set at"} line ${line.line}.`;
      actions.change({ kind: "announced", text: words });
    },
  },
  {
    id: "breakpoint-condition",
    title: "Breakpoint with a condition…",
    keys: ["Shift+F9"],
    menu: breakpointMenu,
    enabled: canMean,
    run: ({ state, actions }) =>
      actions.change({ kind: "condition-opened", place: meantLine(state) }),
  },
  {
    id: "switch-breakpoint",
    title: "Breakpoint is on",
    keys: [],
    menu: breakpointMenu,
    enabled: (state) => isTheSame(state) !== undefined,
    checked: (state) => isTheSame(state)?.enabled === true,
    run: ({ state, actions }) => {
      const line = meantLine(state);
      if (line !== undefined) void actions.changeBreakpoints(switched(state.breakpoints, line));
    },
  },
  {
    id: "clear-breakpoints",
    title: "Remove all breakpoints",
    keys: [],
    menu: breakpointMenu,
    enabled: (state) => state.breakpoints.length > 0,
    run: ({ actions }) => void actions.changeBreakpoints([]),
  },
];
