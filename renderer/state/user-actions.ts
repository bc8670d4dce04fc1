/** What a person can make the app do. Only this file, `file-actions.ts` and `program-actions.ts` call window.heap; the loaders and playback are given what they need from it. */
import type { EntryIndex } from "../../electron/contract/ids";
import type { Failure } from "../../electron/contract/failure";
import type { NativeMenu } from "../../electron/contract/native-menu";
import type { Settings } from "../../electron/contract/requests";
import type { SessionEvent } from "../../electron/contract/session-events";
import type { NodeId, SubgraphView } from "../../electron/contract/subgraph-view";
import { failureText } from "../app/failure-text";
import type { Direction } from "./app-state";
import type { HeapApi } from "../../electron/preload/heap-api";
import { createExportActions, type ExportActions } from "./export-actions";
import { createFileActions, type FileActions } from "./file-actions";
import { createLessonActions, startLessonLoader, type LessonActions } from "./lesson-actions";
import { createInspectionLoader } from "./inspection-loader";
import { createPictureActions, type PictureActions } from "./picture-actions";
import { keepLayout, restoreLayout } from "./layout-keeper";
import { startPictureLoader } from "./picture-loader";
import { followRun } from "./run-following";
import { createNotebookActions, type NotebookActions } from "./notebook-actions";
import { createProgramActions, type ProgramActions } from "./program-actions";
import { viewOptions } from "./shape-wishes";
import { startSourceLoader } from "./source-loader";
import type { Store } from "./store";
import type { UserAction } from "./user-action";

export interface UserActions
  extends
    NotebookActions,
    FileActions,
    ProgramActions,
    PictureActions,
    ExportActions,
    LessonActions {
  run(): Promise<void>;
  travel(entry: EntryIndex | undefined, direction: Direction): void;
  select(node: NodeId | undefined): void;
  lookForPythons(): Promise<void>;
  choosePython(): Promise<void>;
  selectPython(path: string): Promise<void>;
  changeSettings(change: Partial<Settings>): Promise<void>;
  /** The picture of any step, as it would be drawn. */
  viewAt(entry: EntryIndex): Promise<SubgraphView>;
  windowControl(action: "minimize" | "maximize" | "close"): Promise<void>;
  showMenus(menus: readonly NativeMenu[]): Promise<void>;
  aboutVersions(): Promise<Readonly<Record<string, string>>>;
  /** Everything that only changes the window's own state. */
  change(action: UserAction): void;
}

export function createUserActions(heap: HeapApi, store: Store): UserActions {
  const { dispatch } = store;
  const sayFailure = (failure: Failure): void =>
    dispatch({ kind: "toast-shown", text: failureText(failure).title });

  const actions: UserActions = {
    run: async () => {
      const { script, draft, scriptArguments, recording } = store.get();
      // A file may name any script: it is run when the person opens it, and not before.
      if (script === undefined || recording !== undefined) return;
      dispatch({ kind: "run-requested" });
      const answer = await heap.run(script.path, {
        args: scriptArguments,
        ...(draft === undefined ? {} : { text: draft }),
      });
      if (!answer.ok) dispatch({ kind: "run-refused", failure: answer.failure });
    },
    ...createFileActions(heap, store, () => actions.run()),
    ...createProgramActions(heap, store),
    ...createNotebookActions(heap, store, () => actions.run()),
    ...createPictureActions(heap, store),
    ...createExportActions(heap, store),
    ...createLessonActions(heap, store),
    travel: (entry, direction) => {
      if (entry !== undefined) dispatch({ kind: "travelled", entry, direction });
    },
    select: (node) => dispatch({ kind: "selected", node }),
    lookForPythons: async () => {
      dispatch({ kind: "pythons-arrived", pythons: await heap.pythons() });
    },
    choosePython: async () => {
      const answer = await heap.choosePython();
      if (!answer.ok) return sayFailure(answer.failure);
      if (answer.value !== undefined) await actions.selectPython(answer.value.path);
    },
    selectPython: async (path) => {
      const answer = await heap.selectPython(path);
      if (!answer.ok) return dispatch({ kind: "run-refused", failure: answer.failure });
      dispatch({ kind: "python-chosen", python: answer.value });
      await actions.run();
    },
    changeSettings: async (change) =>
      dispatch({ kind: "settings-arrived", settings: await heap.changeSettings(change) }),
    viewAt: (entry) => heap.view(entry, viewOptions(store.get())),
    windowControl: (action) => heap.windowControl(action),
    showMenus: (menus) => heap.showMenus(menus),
    aboutVersions: () => heap.aboutVersions(),
    change: dispatch,
  };
  return actions;
}

/** Connects the store to main: events in, first facts, pictures on demand. Answers how to disconnect. */
export function connectToMain(
  heap: HeapApi,
  store: Store,
  actions: UserActions,
  runCommand: (command: string) => void,
): () => void {
  const follow = followRun(store);
  const receive = (event: SessionEvent): void => {
    if (event.kind === "open-requested") void actions.openPath(event.path, event.args);
    if (event.kind === "command-invoked") runCommand(event.command);
    store.receive(event);
    follow(event);
  };
  const stopLoading = startPictureLoader(heap, store);
  const stopReading = startSourceLoader(heap, store);
  const stopLessons = startLessonLoader(heap, store);
  const inspect = createInspectionLoader(heap, store);
  const stopInspecting = store.subscribe(() => inspect(store.get()));
  const unsubscribe = heap.subscribe(receive);
  const stopKeeping = keepLayout(heap, store);
  void loadFirstFacts(heap, store, actions);
  return () => {
    unsubscribe();
    stopKeeping();
    stopLoading();
    stopReading();
    stopLessons();
    stopInspecting();
  };
}

async function loadFirstFacts(heap: HeapApi, store: Store, actions: UserActions): Promise<void> {
  const [examples, recent, settings] = await Promise.all([
    heap.examples(),
    heap.recentFiles(),
    heap.settings(),
    restoreLayout(heap, store),
  ]);
  store.dispatch({ kind: "examples-arrived", examples });
  store.dispatch({ kind: "recent-arrived", recent });
  store.dispatch({ kind: "settings-arrived", settings });
  // Only now is the page able to show what was given on the command line.
  await heap.ready();
  await actions.lookForPythons();
}
