/** Keeps the union graph in the store as new as the recording, one question at a time. */
import type { AppState } from "./app-state";
import type { PictureSource } from "./picture-source";
import { isLive } from "./session-reducer";
import { unionKey, viewOptions } from "./shape-wishes";
import type { Store } from "./store";

/** While steps stream in, the union is read at most this often. */
const livePause = 120;

/** Answers what to call after every change of the state, and with the version a picture needs that has more than the recording knew of. */
export function createUnionLoader(
  source: Pick<PictureSource, "unionGraph">,
  store: Store,
): (state: AppState, atLeast?: number) => void {
  let asked = false;
  let readAt = -Infinity;
  let needed = -1;
  let shownKey = "";

  const read = async (): Promise<void> => {
    const asking = store.get();
    const union = await source.unionGraph(viewOptions(asking)).catch(() => undefined);
    readAt = performance.now();
    asked = false;
    const now = store.get();
    if (keyOf(now) !== keyOf(asking)) load(now);
    else if (union !== undefined) {
      shownKey = keyOf(now);
      store.dispatch({ kind: "union-arrived", union });
    }
  };

  const load = (state: AppState, atLeast?: number): void => {
    if (state.union === undefined) needed = -1;
    needed = Math.max(needed, atLeast ?? -1);
    const { union } = state;
    const wanted = Math.max(state.unionVersion, needed);
    const isFresh = union !== undefined && shownKey === keyOf(state) && union.version >= wanted;
    if (isFresh || asked || state.session === undefined) return;
    asked = true;
    const waits = isLive(state.phase) && union !== undefined;
    setTimeout(() => void read(), waits ? Math.max(0, readAt + livePause - performance.now()) : 0);
  };
  return load;
}

const keyOf = (state: AppState): string => `${state.session}|${unionKey(state)}`;
