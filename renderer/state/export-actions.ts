/** What leaves the window as a file or onto the clipboard: pictures, and the graph on the screen or a table as text. */
import { dataName } from "../../electron/contract/export-names";
import type { Answer, SaveManner, SavePicture } from "../../electron/contract/requests";
import { graphFacts } from "../../electron/data-formats/graph-facts";
import type { HeapApi } from "../../electron/preload/heap-api";
import { failureText } from "../app/failure-text";
import type { AppState } from "./app-state";
import { type DataChoice, dataText, dataTitle, endingOf, isOfStep, partOf } from "./data-choice";
import { currentStep, fileName } from "./selectors";
import type { Store } from "./store";
import { drawnView, plannedCuts } from "./what-if";

export interface ExportActions {
  savePicture(picture: SavePicture, manner: SaveManner): Promise<Answer<string | undefined>>;
  dragPicture(picture: SavePicture, thumbnail: Uint8Array): Promise<Answer<void>>;
  showInFolder(path: string): Promise<void>;
  /** The text at the step on the screen; undefined while nothing is drawn. */
  dataText(choice: DataChoice): Promise<string | undefined>;
  dataFileName(choice: DataChoice): string;
  copyData(choice: DataChoice): Promise<void>;
  /** Asks where; answers the file, undefined when cancelled. Says nothing. */
  saveData(choice: DataChoice): Promise<Answer<string | undefined>>;
  /** The same, and says how it went. */
  saveDataAndSay(choice: DataChoice): Promise<void>;
}

export function createExportActions(
  heap: Pick<HeapApi, "types" | "saveData" | "savePicture" | "dragPicture" | "showInFolder">,
  store: Store,
): ExportActions {
  const toast = (text: string, path?: string): void =>
    store.dispatch({ kind: "toast-shown", text, ...(path === undefined ? {} : { path }) });

  async function textOf(choice: DataChoice): Promise<string | undefined> {
    const state = store.get();
    const view = drawnView(state);
    const step = currentStep(state);
    if (view === undefined || step === undefined) return undefined;
    const facts = graphFacts(view, {
      script: state.script?.name ?? "",
      python: state.python?.version ?? "",
      step: step.step,
      inner: step.inner,
      line: step.line ?? null,
      code: step.code,
    });
    const isTypes = choice.format === "csv" && choice.table === "types";
    const types = isTypes ? await heap.types(state.travel.entry) : { rows: [], steps: [] };
    const { collections, steps } = state;
    return dataText(choice, { facts, types, collections, steps });
  }

  const nameOf = (choice: DataChoice): string => nameIn(store.get(), choice);

  async function save(choice: DataChoice): Promise<Answer<string | undefined>> {
    const suggestedName = nameOf(choice);
    const text = await textOf(choice);
    if (text === undefined) return { ok: true, value: undefined };
    return heap.saveData({ suggestedName, ending: endingOf(choice), text });
  }

  return {
    savePicture: (picture, manner) => heap.savePicture(picture, manner),
    dragPicture: (picture, thumbnail) => heap.dragPicture(picture, thumbnail),
    showInFolder: (path) => heap.showInFolder(path),
    dataText: textOf,
    dataFileName: nameOf,
    saveData: save,
    copyData: async (choice) => {
      const text = await textOf(choice);
      if (text === undefined) return;
      const copied = await navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      );
      toast(copied ? `Copied ${dataTitle(choice)}` : "The text could not be copied");
    },
    saveDataAndSay: async (choice) => {
      const answer = await save(choice);
      if (!answer.ok) toast(failureText(answer.failure).title);
      else if (answer.value !== undefined) toast(`Saved ${fileName(answer.value)}`, answer.value);
    },
  };
}

function nameIn(state: AppState, choice: DataChoice): string {
  const step = currentStep(state);
  return dataName(
    { part: partOf(choice), ending: endingOf(choice), ofStep: isOfStep(choice) },
    {
      script: state.script?.name ?? "graph",
      step: step?.step,
      inner: step?.inner ?? 0,
      whatIf: plannedCuts(state) !== undefined,
    },
  );
}
