/** Commands that make pictures of the graph: with the dialog, as the last time, onto the clipboard. */
import { failureText } from "../app/failure-text";
import type { PictureSource } from "../export/picture-gathering";
import { copyView, lastSettings, pictureAgain } from "../export/quick-pictures";
import type { AppState } from "../state/app-state";
import { allSelected } from "../state/graph-selection";
import { fileName } from "../state/selectors";
import type { Command, CommandContext } from "./command";

const hasPicture = (state: AppState): boolean => state.picture !== undefined;
const hasSelection = (state: AppState): boolean =>
  hasPicture(state) && (allSelected(state).length > 0 || state.picked !== undefined);

function sourceOf({ state, actions, graph }: CommandContext): PictureSource | undefined {
  return graph === undefined ? undefined : { state, graph, viewAt: actions.viewAt };
}

async function exportAgain(context: CommandContext): Promise<void> {
  const { actions } = context;
  const [source, settings] = [sourceOf(context), lastSettings()];
  if (source === undefined || settings === undefined)
    return actions.change({ kind: "dialog-changed", dialog: "export" });
  const picture = await pictureAgain(settings, source);
  if (picture === undefined) return;
  const answer = await actions.savePicture(picture, "again");
  const path = answer.ok ? answer.value : undefined;
  if (!answer.ok) actions.change({ kind: "toast-shown", text: failureText(answer.failure).title });
  else if (path !== undefined)
    actions.change({ kind: "toast-shown", text: `Saved ${fileName(path)}`, path });
}

async function copyImage(context: CommandContext): Promise<void> {
  const source = sourceOf(context);
  if (source === undefined) return;
  const copied = await copyView(source).then(
    () => true,
    () => false,
  );
  const text = copied ? "Copied the picture" : "The picture could not be copied";
  context.actions.change({ kind: "toast-shown", text });
}

export const pictureCommands: readonly Command[] = [
  {
    id: "export",
    title: "Export image…",
    keys: ["$mod+Shift+e"],
    menu: { name: "File", group: 1 },
    enabled: hasPicture,
    run: ({ actions }) => actions.change({ kind: "dialog-changed", dialog: "export" }),
  },
  {
    id: "export-again",
    title: "Export again, as last time",
    keys: ["$mod+Alt+e"],
    menu: { name: "File", group: 1 },
    enabled: hasPicture,
    run: (context) => void exportAgain(context),
  },
  {
    id: "export-selection",
    title: "Export selection…",
    keys: [],
    menu: { name: "File", group: 1 },
    enabled: hasSelection,
    run: ({ actions }) => actions.change({ kind: "dialog-changed", dialog: "export-selection" }),
  },
  {
    id: "copy-image",
    title: "Copy the graph as an image",
    keys: ["$mod+Shift+c"],
    menu: { name: "Edit", group: 1 },
    enabled: hasPicture,
    run: (context) => void copyImage(context),
  },
];
