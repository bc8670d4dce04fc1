/** Stands in for the export dialog until it is there. */
import type { ReactElement } from "react";
import type { Answer, SavePicture } from "../../electron/contract/requests";
import type { GraphHandle } from "../graph/graph-view";

export interface ExportDialogProps {
  readonly open: boolean;
  readonly graph: GraphHandle;
  readonly suggestedName: string;
  readonly caption: string;
  onClose(): void;
  save(picture: SavePicture): Promise<Answer<string | undefined>>;
  onSaved(path: string): void;
}

export function ExportDialog(props: ExportDialogProps): ReactElement {
  return <dialog open={props.open} onClose={props.onClose} />;
}
