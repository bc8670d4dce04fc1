/** What a person can do with files: open scripts and recordings, save recordings and copies, and forget what was opened. Part of `user-actions.ts`. */
import type { Failure } from "../../electron/contract/failure";
import type { Redaction } from "../../electron/contract/recording-facts";
import type { Answer, OpenedFile, SaveManner } from "../../electron/contract/requests";
import type { ScriptSource } from "../../electron/contract/session-events";
import type { HeapApi } from "../../electron/preload/heap-api";
import { failureText } from "../app/failure-text";
import { fileName, isUnsaved } from "./selectors";
import type { Store } from "./store";

export interface FileActions {
  openDialog(): Promise<void>;
  openPath(path: string, args?: readonly string[]): Promise<void>;
  openFile(file: File): Promise<void>;
  openExample(id: string): Promise<void>;
  /** Shows a saved recording; of a damaged one the part that can be read, when that is wished. */
  openRecording(path: string, readablePart: boolean): Promise<void>;
  discardUnsaved(): Promise<void>;
  saveRecording(manner: SaveManner, redaction?: Redaction): Promise<void>;
  /** A script of the person's own, which is opened then. */
  saveCopy(): Promise<void>;
  closeScript(): void;
  forgetRecent(path: string): Promise<void>;
}

export function createFileActions(
  heap: HeapApi,
  { get, dispatch }: Store,
  run: () => Promise<void>,
): FileActions {
  const sayFailure = (failure: Failure): void =>
    dispatch({ kind: "toast-shown", text: failureText(failure).title });

  const opened = async (
    answer: Answer<OpenedFile | undefined>,
    args: readonly string[] = [],
  ): Promise<void> => {
    if (!answer.ok) return sayFailure(answer.failure);
    if (answer.value === undefined) return;
    if (answer.value.kind === "recording") return actions.openRecording(answer.value.path, false);
    await openScript(answer.value.script, args);
  };

  const openScript = async (script: ScriptSource, args: readonly string[]): Promise<void> => {
    dispatch({ kind: "script-opened", script, args });
    await loadBreakpoints(script.path);
    await run();
  };

  const loadBreakpoints = async (script: string): Promise<void> =>
    dispatch({ kind: "breakpoints-changed", breakpoints: await heap.breakpoints(script) });

  const refreshRecent = async (): Promise<void> =>
    dispatch({ kind: "recent-arrived", recent: await heap.recentFiles() });

  const actions: FileActions = {
    openDialog: async () => opened(await heap.openDialog()),
    openPath: async (path, args) => opened(await heap.openFile(path), args),
    openFile: async (file) => opened(await heap.openFile(heap.pathForFile(file))),
    openExample: async (id) => {
      const answer = await heap.openExample(id);
      if (!answer.ok) return sayFailure(answer.failure);
      await openScript(answer.value, []);
    },
    openRecording: async (path, readablePart) => {
      const answer = await heap.openRecording(path, readablePart);
      if (!answer.ok) return dispatch({ kind: "recording-refused", failure: answer.failure });
      const { script } = get();
      if (script !== undefined) await loadBreakpoints(script.path);
    },
    discardUnsaved: async () => {
      dispatch({ kind: "unsaved-settled" });
      await heap.discardUnsaved();
    },
    saveRecording: async (manner, redaction = { values: false, source: false }) => {
      const answer = await heap.saveRecording(manner, redaction);
      if (!answer.ok) return sayFailure(answer.failure);
      if (answer.value === undefined) return;
      const text = `Saved ${fileName(answer.value)}`;
      dispatch({ kind: "toast-shown", text, path: answer.value });
      const isWhole = !redaction.values && !redaction.source;
      if (isWhole && isUnsaved(get())) dispatch({ kind: "unsaved-settled" });
      await refreshRecent();
    },
    saveCopy: async () => {
      const { script, draft } = get();
      if (script === undefined) return;
      const answer = await heap.saveScript(script.name, draft ?? script.text);
      if (!answer.ok) return sayFailure(answer.failure);
      if (answer.value !== undefined) await actions.openPath(answer.value);
    },
    closeScript: () => {
      void heap.stop();
      dispatch({ kind: "script-closed" });
      void refreshRecent();
    },
    forgetRecent: async (path) =>
      dispatch({ kind: "recent-arrived", recent: await heap.forgetRecent(path) }),
  };
  return actions;
}
