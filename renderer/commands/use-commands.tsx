/** Gives components the commands with their present state: on or off, checked, and how to run them. */
import { useMemo } from "react";
import { useActions, useAppState, useStore } from "../state/store";
import type { AppState } from "../state/app-state";
import type { Command, GraphControls } from "./command";
import { commandById } from "./registry";

export type GraphRef = { readonly current: GraphControls | null };

export interface CommandState {
  readonly command: Command;
  /** What it would do now. */
  readonly title: string;
  readonly enabled: boolean;
  readonly checked: boolean;
  readonly whyOff: string | undefined;
  run(): void;
}

export type RunCommand = (command: Command) => void;

export function useRunCommand(graph: GraphRef): RunCommand {
  const store = useStore();
  const actions = useActions();
  return useMemo(
    () => (command) => {
      const state = store.get();
      if (command.enabled(state))
        command.run({ state, actions, graph: graph.current ?? undefined });
    },
    [store, actions, graph],
  );
}

export function useCommand(id: string, run: RunCommand): CommandState {
  const command = commandById(id);
  const enabled = useAppState((state: AppState) => command.enabled(state));
  const checked = useAppState((state: AppState) => command.checked?.(state) ?? false);
  const whyOff = useAppState((state: AppState) => command.whyOff?.(state));
  const title = useAppState((state: AppState) => command.titleNow?.(state) ?? command.title);
  return { command, title, enabled, checked, whyOff, run: () => run(command) };
}
