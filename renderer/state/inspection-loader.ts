/** Asks the engine what the panels of the inspector say, whenever what they are about changes; late answers are dropped. */
import type { GraphRequests } from "../../electron/contract/graph-questions";
import type { CycleCut } from "../../electron/contract/what-if";
import type { AppState } from "./app-state";
import type { InspectionAnswers, WayWish } from "./inspection-state";
import { viewOptions, optionsKey } from "./shape-wishes";
import type { Store } from "./store";
import { plannedCuts } from "./what-if";

export type InspectionSource = Pick<
  GraphRequests,
  "edgeFacts" | "whyAlive" | "whatIf" | "smallestCut" | "types"
>;

/** Cycles whose smallest cut is worked out; a list of more is not read. */
const MOST_CYCLES_CUT = 12;

interface Question {
  /** What it depends on; undefined: nobody wants to know now. */
  key(state: AppState): string | undefined;
  ask(state: AppState): Promise<InspectionAnswers>;
}

/** Answers what to call after every change of the state. */
export function createInspectionLoader(
  source: InspectionSource,
  store: Store,
): (state: AppState) => void {
  const asked = questions(source).map((question) => ({
    question,
    key: undefined as string | undefined,
  }));
  return (state) => {
    const { travel, session, steps, unionVersion, picture } = state;
    if (session === undefined || picture?.view.entry !== travel.entry) return;
    for (const one of asked) {
      const about = one.question.key(state);
      const key =
        about === undefined
          ? undefined
          : `${session}|${travel.entry}|${steps.length}|${unionVersion}|${about}`;
      if (key === one.key) continue;
      one.key = key;
      if (key === undefined) continue;
      one.question.ask(state).then(
        (answers) => {
          if (one.key === key) store.dispatch({ kind: "inspection-answered", answers });
        },
        // The session ended under the question; the next one asks anew.
        () => {
          if (one.key === key) one.key = undefined;
        },
      );
    }
  };
}

const questions = (source: InspectionSource): readonly Question[] => [
  {
    key: ({ picked }) => (picked?.kind === "edge" ? picked.id : undefined),
    ask: async ({ travel, picked }) => {
      const id = picked?.id ?? "";
      return { edge: { id, value: await source.edgeFacts(travel.entry, id) } };
    },
  },
  {
    key: (state) => {
      const wish = wishedWay(state);
      return wish === undefined || state.inspectorTab !== "object"
        ? undefined
        : JSON.stringify(wish);
    },
    ask: async (state) => {
      const wish = wishedWay(state);
      if (wish === undefined) return {};
      const { node, skip } = wish;
      const ignored = wish.ignored.map(({ id }) => id);
      const value = await source.whyAlive(state.travel.entry, node, { ignored, skip });
      return { way: { node, value } };
    },
  },
  {
    key: (state) => {
      const cuts = plannedCuts(state);
      return cuts === undefined || cuts.length === 0
        ? undefined
        : `${JSON.stringify(cuts)}|${optionsKey(state)}`;
    },
    ask: async (state) => {
      const { whatIf } = state;
      if (whatIf === undefined) return {};
      const cuts = whatIf.cuts.map(({ cut }) => cut);
      const value = await source.whatIf(whatIf.entry, cuts, viewOptions(state));
      return { whatIf: { plan: whatIf, value } };
    },
  },
  {
    key: ({ inspectorTab, cycles }) =>
      inspectorTab === "cycles"
        ? cycles.map(({ id, state }) => `${id} ${state}`).join()
        : undefined,
    ask: async ({ travel, cycles }) => {
      const alive = cycles.filter(({ state }) => state !== "freed").slice(0, MOST_CYCLES_CUT);
      const found = await Promise.all(alive.map(({ id }) => source.smallestCut(travel.entry, id)));
      return { cuts: new Map(found.flatMap(byCycle)) };
    },
  },
  {
    key: ({ leftTab }) => (leftTab === "types" ? "" : undefined),
    ask: async ({ travel }) => ({ types: await source.types(travel.entry) }),
  },
];

/** The first way to the selected object, or the other one a person asked for. */
export function wishedWay({
  selection,
  way,
}: Pick<AppState, "selection" | "way">): WayWish | undefined {
  if (selection === undefined) return undefined;
  return way?.node === selection ? way : { node: selection, skip: 0, ignored: [] };
}

const byCycle = (cut: CycleCut | undefined): readonly (readonly [string, CycleCut])[] =>
  cut === undefined ? [] : [[cut.cycle, cut]];
