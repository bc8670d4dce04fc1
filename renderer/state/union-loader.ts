/** Keeps the union graph in the store as new as the recording, one question at a time. */
import type { AppState } from "./app-state";
import type { PictureSource } from "./picture-source";
import { isLive } from "./session-reducer";
import type { Store } from "./store";

/** While steps stream in, the union is read at most this often. */
const livePause = 120;

/** Answers what to call after every change of the state. */
export function createUnionLoader(
  source: Pick<PictureSource, "unionGraph">,
  store: Store,
): (state: AppState) => void {
  let asked = false;
  let readAt = -Infinity;

  const read = async (): Promise<void> => {
    const { session, showHidden } = store.get();
    const union = await source.unionGraph({ showHidden }).catch(() => undefined);
    readAt = performance.now();
    asked = false;
    const now = store.get();
    if (now.session !== session || now.showHidden !== showHidden) load(now);
    else if (union !== undefined) store.dispatch({ kind: "union-arrived", union });
  };

  const load = (state: AppState): void => {
    const isFresh = state.union !== undefined && state.union.version >= state.unionVersion;
    if (isFresh || asked || state.session === undefined) return;
    asked = true;
    const waits = isLive(state.phase) && state.union !== undefined;
    setTimeout(() => void read(), waits ? Math.max(0, readAt + livePause - performance.now()) : 0);
  };
  return load;
}
