/** The export dialog in the window: what it exports, and what happens with the file. */
import type { ReactElement, RefObject } from "react";
import type { Failure } from "../../electron/contract/failure";
import { ExportDialog } from "../export/export-dialog";
import type { GraphHandle } from "../graph/graph-handle";
import { fileName } from "../state/selectors";
import { useActions, useStore } from "../state/store";
import { failureText } from "./failure-text";

interface ExportPlaceProps {
  readonly graph: RefObject<GraphHandle | null>;
  readonly ofSelection: boolean;
}

export function ExportPlace({ graph, ofSelection }: ExportPlaceProps): ReactElement | null {
  const store = useStore();
  const actions = useActions();
  if (graph.current === null) return null;
  const close = (): void => actions.change({ kind: "dialog-changed", dialog: "none" });
  return (
    <ExportDialog
      source={{ state: store.get(), graph: graph.current, viewAt: actions.viewAt }}
      ofSelection={ofSelection}
      onClose={close}
      save={actions.savePicture}
      drag={actions.dragPicture}
      data={actions}
      explain={explained}
      onSaved={(path) => {
        close();
        actions.change({ kind: "toast-shown", text: `Saved ${fileName(path)}`, path });
      }}
      onCopied={() => {
        close();
        actions.change({ kind: "toast-shown", text: "Copied the picture" });
      }}
    />
  );
}

function explained(failure: Failure): string {
  const { title, body } = failureText(failure);
  return `${title}. ${body}`;
}
