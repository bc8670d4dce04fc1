/** The part of `user-reducer.ts` for breakpoints, the editor's files and the console. Pure. */
import { assertNever } from "../../electron/contract/assert-never";
import { isCellFile } from "../../electron/contract/notebook";
import type { AppState } from "./app-state";
import type { UserAction } from "./user-action";

export type DebugAction = Extract<
  UserAction,
  {
    kind:
      | "line-revealed"
      | "breakpoints-changed"
      | "cursor-moved"
      | "condition-opened"
      | "file-chosen"
      | "source-arrived"
      | "code-sent";
  }
>;

const longestHistory = 200;

export function reduceDebugAction(state: AppState, action: DebugAction): AppState {
  switch (action.kind) {
    case "line-revealed":
      return {
        ...state,
        leftOpen: true,
        leftTab: "script",
        ...(action.file === "" || isCellFile(action.file) ? {} : { fileTab: action.file }),
        chosenFile: action.file,
        revealedLine: {
          file: action.file,
          line: action.line,
          serial: (state.revealedLine?.serial ?? 0) + 1,
        },
      };
    case "breakpoints-changed":
      return { ...state, breakpoints: action.breakpoints, conditionAt: undefined };
    case "cursor-moved":
      return { ...state, cursor: action.place };
    case "condition-opened":
      return { ...state, conditionAt: action.place };
    case "file-chosen":
      return { ...state, chosenFile: action.file, leftTab: "script", leftOpen: true };
    case "source-arrived":
      return { ...state, sources: new Map(state.sources).set(action.file, action.text) };
    case "code-sent": {
      const others = state.consoleHistory.filter((code) => code !== action.code);
      return { ...state, consoleHistory: [...others, action.code].slice(-longestHistory) };
    }
    default:
      return assertNever(action, "debug action");
  }
}
