/** Puts a short message over the window; each has its own serial so that a repeated text shows again. */
import type { AppState } from "./app-state";

export function showToast(state: AppState, text: string, path?: string): AppState {
  const serial = (state.toast?.serial ?? 0) + 1;
  return { ...state, toast: path === undefined ? { text, serial } : { text, path, serial } };
}
