/** Commands of the what-if: enter and leave it, cut what is picked. */
import type { AppState } from "../state/app-state";
import type { PlannedCut } from "../state/inspection-state";
import { cutOfEdge, cutOfName, cutToggled, plannedCuts } from "../state/what-if";
import type { Command } from "./command";

export const whatIfCommands: readonly Command[] = [
  {
    id: "what-if",
    title: "What if references were cut?",
    keys: ["$mod+Shift+x"],
    menu: { name: "Graph", group: 4 },
    enabled: (state) => state.picture !== undefined,
    checked: (state) => plannedCuts(state) !== undefined,
    run: ({ state, actions }) => {
      const leaves = plannedCuts(state) !== undefined;
      actions.change({
        kind: "cuts-changed",
        cuts: leaves ? undefined : [],
        text: leaves ? "leave the what-if" : "enter the what-if",
      });
      const text = leaves
        ? "The program as it is."
        : "What if? Cut references to see what Python would do. Not real.";
      actions.change({ kind: "announced", text });
    },
  },
  {
    id: "cut",
    title: "Cut it, as a what-if",
    keys: ["x"],
    onCanvas: true,
    menu: { name: "Graph", group: 4 },
    enabled: (state) => meantCut(state) !== undefined,
    run: ({ state, actions }) => {
      const cut = meantCut(state);
      if (cut !== undefined) actions.change(cutToggled(state, cut));
    },
  },
];

/** The reference that is picked, or the name the keyboard is on. */
function meantCut({ picture, picked, canvasFocus }: AppState): PlannedCut | undefined {
  if (picture === undefined) return undefined;
  if (picked?.kind === "edge") return cutOfEdge(picture.view, picked.id);
  const name = picture.view.names.find(({ id }) => id === canvasFocus);
  return name === undefined || name.target === undefined || name.deleted !== undefined
    ? undefined
    : cutOfName(name);
}
