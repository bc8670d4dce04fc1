/** Commands that show the lesson beside the script and turn its pages. */
import type { AppState } from "../state/app-state";
import type { Command } from "./command";

const lastPage = ({ lesson }: AppState): number =>
  lesson?.ok === true ? lesson.value.steps.length : 0;
const menu = { name: "View", group: 5 } as const;

function whyOff({ lesson }: AppState): string | undefined {
  return lesson === undefined ? "There is no lesson beside this script" : undefined;
}

export const lessonCommands: readonly Command[] = [
  {
    id: "lesson",
    title: "Lesson",
    keys: [],
    menu,
    enabled: (state) => state.lesson !== undefined,
    whyOff,
    run: ({ state, actions }) => actions.change({ kind: "lesson-turned", page: state.lessonPage }),
  },
  {
    id: "lesson-next",
    title: "Next page of the lesson",
    keys: ["Alt+PageDown"],
    menu,
    enabled: (state) => state.lessonPage < lastPage(state),
    whyOff,
    run: ({ state, actions }) => actions.turnToPage(state.lessonPage + 1),
  },
  {
    id: "lesson-back",
    title: "Page of the lesson before",
    keys: ["Alt+PageUp"],
    menu,
    enabled: (state) => state.lesson !== undefined && state.lessonPage > 0,
    whyOff,
    run: ({ state, actions }) => actions.turnToPage(state.lessonPage - 1),
  },
];
