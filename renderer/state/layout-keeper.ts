/** Takes the remembered arrangement of the panels from main, and hands main every later one. */
import type { HeapApi } from "../../electron/preload/heap-api";
import { layoutOf } from "./panel-state";
import type { Store } from "./store";

/** A divider that is dragged changes its size with every frame. */
const restMilliseconds = 300;

export async function restoreLayout(heap: HeapApi, store: Store): Promise<void> {
  const layout = await heap.windowLayout();
  if (layout !== undefined) store.dispatch({ kind: "layout-restored", layout });
}

/** Answers how to stop. */
export function keepLayout(heap: HeapApi, store: Store): () => void {
  let kept = JSON.stringify(layoutOf(store.get()));
  let timer: ReturnType<typeof setTimeout> | undefined;
  const unsubscribe = store.subscribe(() => {
    const layout = layoutOf(store.get());
    const text = JSON.stringify(layout);
    if (text === kept) return;
    kept = text;
    clearTimeout(timer);
    timer = setTimeout(() => void heap.keepWindowLayout(layout), restMilliseconds);
  });
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
