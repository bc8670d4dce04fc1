/** Holds the one state, and hands it to components: provider and hooks over useSyncExternalStore. */
import {
  createContext,
  useContext,
  useSyncExternalStore,
  type ReactElement,
  type ReactNode,
} from "react";
import type { SessionEvent } from "../../electron/contract/session-events";
import { initialState, type AppState } from "./app-state";
import { reduceSessionEvent } from "./session-reducer";
import type { UserAction } from "./user-action";
import type { UserActions } from "./user-actions";
import { reduceUserAction } from "./user-reducer";

export interface Store {
  get(): AppState;
  dispatch(action: UserAction): void;
  receive(event: SessionEvent): void;
  subscribe(listener: () => void): () => void;
}

export function createStore(start: AppState = initialState): Store {
  let state = start;
  const listeners = new Set<() => void>();
  const change = (next: AppState): void => {
    if (next === state) return;
    state = next;
    for (const listener of listeners) listener();
  };
  return {
    get: () => state,
    dispatch: (action) => change(reduceUserAction(state, action)),
    receive: (event) => change(reduceSessionEvent(state, event)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

interface Shared {
  readonly store: Store;
  readonly actions: UserActions;
}

const SharedContext = createContext<Shared | undefined>(undefined);

export function StoreProvider(props: Shared & { readonly children: ReactNode }): ReactElement {
  return <SharedContext value={props}>{props.children}</SharedContext>;
}

/** `select` must answer the same reference while nothing it reads has changed. */
export function useAppState<Value>(select: (state: AppState) => Value): Value {
  const { store } = useShared();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}

export function useActions(): UserActions {
  return useShared().actions;
}

export function useStore(): Store {
  return useShared().store;
}

function useShared(): Shared {
  const shared = useContext(SharedContext);
  if (shared === undefined)
    throw new Error("A component of the window was used outside its StoreProvider.");
  return shared;
}
