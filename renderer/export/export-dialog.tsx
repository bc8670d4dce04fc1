/** Saves the graph as it is now as PNG or SVG: a live preview at the left, few choices at the right. */
import { type FormEvent, type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import { assertNever } from "../../electron/contract/assert-never";
import type { Answer, SavePicture } from "../../electron/contract/requests";
import type { GraphHandle } from "../graph/graph-handle";
import {
  type ExportChoices,
  fileName,
  FIRST_CHOICES,
  pictureFor,
  themeFor,
} from "./export-choices";
import { ExportOptions } from "./export-options";
import { ExportPreview } from "./export-preview";
import type { Picture } from "./picture-frame";
import { rememberChoices } from "./quick-pictures";
import { writePng } from "./png-writer";
import { writeSvg } from "./svg-writer";
import "./export-dialog.css";

export interface ExportDialogProps {
  readonly open: boolean;
  onClose(): void;
  readonly graph: GraphHandle;
  /** With or without ending. */
  readonly suggestedName: string;
  readonly caption: string;
  /** What nobody may miss: the picture is not of what is. */
  readonly warning?: string;
  save(picture: SavePicture): Promise<Answer<string | undefined>>;
  onSaved(path: string): void;
}

export function ExportDialog(props: ExportDialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (props.open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [props.open]);
  return (
    <dialog
      ref={dialog}
      className="export-dialog"
      data-testid="export-dialog"
      aria-labelledby="export-title"
      onClose={props.onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {props.open ? <ExportForm {...props} /> : null}
    </dialog>
  );
}

function ExportForm({
  graph,
  suggestedName,
  caption,
  warning,
  save,
  onSaved,
  onClose,
}: ExportDialogProps): ReactElement {
  const [choices, setChoices] = useState<ExportChoices>(FIRST_CHOICES);
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string>();
  const theme = themeFor(choices.background, graph.theme());
  const scene = useMemo(() => graph.scene(theme), [graph, theme]);
  const picture = useMemo(
    () => pictureFor(choices, scene, caption, warning),
    [choices, scene, caption, warning],
  );
  const name = fileName(suggestedName, choices.format);

  const submit = async (): Promise<void> => {
    setSaving(true);
    setFailure(undefined);
    try {
      const bytes = await bytesOf(picture, choices);
      const answer = await save({ suggestedName: name, format: choices.format, bytes });
      if (!answer.ok) setFailure(`Could not save: ${reasonOf(answer.failure)}.`);
      else if (answer.value !== undefined) {
        rememberChoices(choices);
        onSaved(answer.value);
        onClose();
      }
    } catch (error) {
      setFailure(`Could not save: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      setSaving(false);
    }
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void submit();
  };

  return (
    <form onSubmit={onSubmit}>
      <h2 id="export-title">Export picture</h2>
      <ExportPreview picture={picture} choices={choices} />
      <ExportOptions choices={choices} picture={picture} failure={failure} onChange={setChoices} />
      <footer>
        <span className="name">{name}</span>
        <button type="button" className="export-button" onClick={onClose}>
          Cancel
        </button>
        <button
          type="submit"
          className="export-button primary"
          data-testid="export-save"
          disabled={saving}
        >
          {saving ? "Saving…" : "Save…"}
        </button>
      </footer>
    </form>
  );
}

async function bytesOf(picture: Picture, choices: ExportChoices): Promise<Uint8Array> {
  switch (choices.format) {
    case "png":
      return writePng(picture, choices.scale);
    case "svg":
      return new TextEncoder().encode(writeSvg(picture));
    default:
      return assertNever(choices.format, "picture format");
  }
}

function reasonOf(failure: Extract<Answer<never>, { ok: false }>["failure"]): string {
  return failure.kind === "save-failed" ? failure.reason : failure.kind;
}
