/** Commands that run the script and travel through its recording. */
import type { EntryIndex } from "../../electron/contract/ids";
import { entryIndex } from "../../electron/contract/ids";
import type { AppState, Direction } from "../state/app-state";
import { lastSubstep } from "../state/graph-state";
import { canCollect, canTakeCommands, isAtEnd, savedOnly } from "../state/selectors";
import { isLive } from "../state/session-reducer";
import {
  entryBack,
  entryOver,
  lastEntry,
  nextEventEntry,
  previousEventEntry,
} from "../state/step-travel";
import type { Command } from "./command";

const canRun = (state: AppState): boolean =>
  state.script !== undefined && state.recording === undefined;
const isRunning = (state: AppState): boolean =>
  state.phase !== undefined && state.phase.kind !== "ended" && state.phase.kind !== "paused-at-end";
const first = entryIndex(0);

/** A command that goes to the entry `find` answers, and is off where that is nowhere. */
function travelCommand(
  command: Pick<Command, "id" | "title" | "keys"> & { readonly group: number },
  find: (state: AppState) => EntryIndex | undefined,
  direction: Direction,
): Command {
  return {
    id: command.id,
    title: command.title,
    keys: command.keys,
    menu: { name: "Run", group: command.group },
    enabled: (state) => {
      const entry = find(state);
      return entry !== undefined && entry !== state.travel.entry;
    },
    run: ({ state, actions }) => actions.travel(find(state), direction),
  };
}

/** Also back through the sub-steps of a collection, and out of them. */
const stepBack: Command = {
  id: "step-back",
  title: "Step back",
  keys: [","],
  menu: { name: "Run", group: 1 },
  enabled: (state) =>
    state.substep !== undefined || entryBack(state.steps, state.travel.entry) !== undefined,
  run: ({ state, actions }) => {
    const { substep, steps, travel } = state;
    if (substep === undefined) actions.travel(entryBack(steps, travel.entry), "back");
    else
      actions.change({
        kind: "substep-changed",
        substep: substep > 1 ? substep - 1 : undefined,
      });
  },
};

/** As F10, but never lets the program run. */
const nextStep: Command = {
  ...travelCommand(
    { id: "next-step", title: "Next recorded step", keys: ["."], group: 1 },
    (state) => entryOver(state.steps, state.travel.entry),
    "forward",
  ),
  enabled: (state) =>
    state.substep !== undefined || entryOver(state.steps, state.travel.entry) !== undefined,
  run: ({ state, actions }) => {
    const { substep, steps, travel } = state;
    if (substep !== undefined && substep < lastSubstep)
      actions.change({ kind: "substep-changed", substep: substep + 1 });
    else actions.travel(entryOver(steps, travel.entry), "forward");
  },
};

export const runCommands: readonly Command[] = [
  {
    id: "stop",
    title: "Stop",
    keys: ["Shift+F5"],
    menu: { name: "Run", group: 0 },
    enabled: isRunning,
    run: ({ actions }) => void actions.stop(),
  },
  {
    id: "restart",
    title: "Run again",
    keys: ["$mod+Shift+F5"],
    menu: { name: "Run", group: 0 },
    enabled: canRun,
    whyOff: savedOnly,
    run: ({ actions }) => void actions.run(),
  },
  {
    id: "arguments",
    title: "Arguments…",
    keys: [],
    menu: { name: "Run", group: 0 },
    enabled: canRun,
    whyOff: savedOnly,
    run: ({ actions }) => actions.change({ kind: "dialog-changed", dialog: "arguments" }),
  },
  stepBack,
  {
    id: "long-form",
    title: "How the collector found them",
    keys: [],
    menu: { name: "Run", group: 4 },
    enabled: ({ picture }) =>
      picture?.view.collections.some((collection) => collection.found.length > 0) === true,
    checked: (state) => state.substep !== undefined,
    run: ({ state, actions }) => {
      if (state.substep === undefined) void actions.openLongForm();
      else actions.change({ kind: "substep-changed", substep: undefined });
    },
  },
  nextStep,
  travelCommand(
    { id: "next-event", title: "Next memory event", keys: ["Shift+Period"], group: 3 },
    (state) => nextEventEntry(state.steps, state.travel.entry),
    "forward",
  ),
  travelCommand(
    { id: "previous-event", title: "Previous memory event", keys: ["Shift+Comma"], group: 3 },
    (state) => previousEventEntry(state.steps, state.travel.entry),
    "back",
  ),
  travelCommand(
    { id: "first-step", title: "First step", keys: ["$mod+Home"], group: 3 },
    () => first,
    "jump",
  ),
  travelCommand(
    { id: "last-step", title: "Last step", keys: ["$mod+End"], group: 3 },
    (state) => lastEntry(state.steps),
    "jump",
  ),
  {
    id: "go-to-step",
    title: "Go to step…",
    keys: ["$mod+g"],
    menu: { name: "Run", group: 3 },
    enabled: (state) => state.steps.length > 0,
    run: ({ actions }) => actions.change({ kind: "dialog-changed", dialog: "go-to-step" }),
  },
  {
    id: "play",
    title: "Play the recording",
    keys: ["Space"],
    onCanvas: "or-timeline",
    menu: { name: "Run", group: 3 },
    enabled: (state) => state.steps.length > 1 && !isLive(state.phase),
    checked: (state) => state.playing,
    run: ({ state, actions }) => {
      if (!state.playing && isAtEnd(state)) actions.travel(first, "jump");
      actions.change({ kind: "playing-changed", playing: !state.playing });
    },
  },
  {
    id: "collect",
    title: "Collect now",
    keys: ["$mod+Shift+g"],
    menu: { name: "Run", group: 4 },
    enabled: canCollect,
    whyOff: (state) =>
      canTakeCommands(state.phase) && !isAtEnd(state) ? "Return to now first" : savedOnly(state),
    run: ({ actions }) => void actions.collect(),
  },
  {
    id: "choose-python",
    title: "Choose interpreter…",
    keys: [],
    menu: { name: "Run", group: 5 },
    enabled: () => true,
    run: ({ actions }) => void actions.choosePython(),
  },
];
