/** Fetches the text of another file of the person's when it is to be shown for the first time. */
import { isCellFile } from "../../electron/contract/notebook";
import { shownFile } from "./line-ahead";
import type { Store } from "./store";

interface SourceTexts {
  sourceText(file: string): Promise<string | undefined>;
}

const noText = "# This file could not be read.\n";

export function startSourceLoader(texts: SourceTexts, store: Store): () => void {
  const asked = new Set<string>();
  return store.subscribe(() => {
    const state = store.get();
    const file = shownFile(state);
    const key = `${state.session}|${file}`;
    if (file === "" || isCellFile(file) || asked.has(key) || state.sources.has(file)) return;
    asked.add(key);
    texts.sourceText(file).then(
      (text) => {
        if (store.get().session === state.session)
          store.dispatch({ kind: "source-arrived", file, text: text ?? noText });
      },
      // The session ended under the question; the next one asks anew.
      () => asked.delete(key),
    );
  });
}
