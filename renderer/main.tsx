/** Starts the window: store, actions, connection to main, then the page. */
import "@fontsource-variable/inter";
import "@fontsource-variable/jetbrains-mono";
import { createRef } from "react";
import { createRoot } from "react-dom/client";
import "./app/theme.css";
import "./app/window.css";
import { App } from "./app/app";
import { commands } from "./commands/registry";
import { exposeWindowState } from "./e2e/window-state";
import type { GraphHandle } from "./graph/graph-handle";
import { createStore, StoreProvider } from "./state/store";
import { connectToMain, createUserActions } from "./state/user-actions";

const { heap } = window;
const store = createStore();
const actions = createUserActions(heap, store);
const graph = createRef<GraphHandle>();

const runCommand = (id: string): void => {
  const command = commands.find((candidate) => candidate.id === id);
  if (command?.enabled(store.get()) === true)
    command.run({ state: store.get(), actions, graph: graph.current ?? undefined });
};

connectToMain(heap, store, actions, runCommand);
if (heap.e2e) exposeWindowState(store, graph);

const root = document.querySelector("#root");
if (root === null) throw new Error("index.html has no #root to draw the window in.");
createRoot(root).render(
  <StoreProvider store={store} actions={actions}>
    <App graph={graph} platform={heap.platform} />
  </StoreProvider>,
);
