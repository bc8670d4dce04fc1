/** Listens for the shortcuts of the command registry, and Esc. */
import { useEffect } from "react";
import { commandForKey } from "../commands/keyboard-shortcuts";
import { commands } from "../commands/registry";
import type { RunCommand } from "../commands/use-commands";
import { escaped } from "../state/escape";
import { useActions, useStore } from "../state/store";

export function useKeyboard(run: RunCommand): void {
  const store = useStore();
  const actions = useActions();
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const state = store.get();
      if (event.defaultPrevented || state.dialog !== "none") return;
      if (event.key === "Escape") {
        const action = escaped(state);
        if (action !== undefined) actions.change(action);
        return;
      }
      const command = commandForKey(commands, event);
      if (command === undefined) return;
      // Also when the command is off: F10 must never open the browser's menu, nor Ctrl+W close the window.
      event.preventDefault();
      run(command);
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [run, store, actions]);
}
