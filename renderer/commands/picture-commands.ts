/** Commands that make pictures of the graph: with the dialog, as the last time, onto the clipboard. */
import { pictureCaption, pictureName, pictureWarning } from "../app/picture-caption";
import {
  copyPicture,
  lastChoices,
  pictureAgain,
  type PictureWords,
} from "../export/quick-pictures";
import type { AppState } from "../state/app-state";
import type { Command, CommandContext } from "./command";

const hasPicture = (state: AppState): boolean => state.picture !== undefined;
const wordsOf = (state: AppState): PictureWords => ({
  caption: pictureCaption(state),
  warning: pictureWarning(state),
});

async function exportAgain({ state, actions, graph }: CommandContext): Promise<void> {
  if (graph === undefined || lastChoices() === undefined) {
    actions.change({ kind: "dialog-changed", dialog: "export" });
    return;
  }
  const words = { ...wordsOf(state), name: pictureName(state) };
  const answer = await actions.savePicture(await pictureAgain(graph, words));
  const path = answer.ok ? answer.value : undefined;
  if (!answer.ok) actions.change({ kind: "toast-shown", text: "Could not save the picture" });
  else if (path !== undefined)
    actions.change({ kind: "toast-shown", text: `Saved ${path.split(/[\\/]/).at(-1)}`, path });
}

async function copyImage({ state, actions, graph }: CommandContext): Promise<void> {
  if (graph === undefined) return;
  const copied = await copyPicture(graph, wordsOf(state)).then(
    () => true,
    () => false,
  );
  const text = copied ? "Copied the picture" : "The picture could not be copied";
  actions.change({ kind: "toast-shown", text });
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
    id: "copy-image",
    title: "Copy the graph as an image",
    keys: ["$mod+Shift+c"],
    menu: { name: "Edit", group: 1 },
    enabled: hasPicture,
    run: (context) => void copyImage(context),
  },
];
