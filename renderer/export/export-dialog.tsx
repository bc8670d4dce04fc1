/** Makes a file of the graph: a live preview at the left, what and how at the right; stays open until it is saved. */
import { type FormEvent, type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import {
  type ExportSettings,
  FIRST_SETTINGS,
  isStill,
} from "../../electron/contract/export-settings";
import type { Failure } from "../../electron/contract/failure";
import type { Answer, SaveManner, SavePicture } from "../../electron/contract/requests";
import type { ExportActions } from "../state/export-actions";
import type { DataChoice } from "../state/data-choice";
import { composePicture, type Picture } from "./compose-picture";
import { DataPreview } from "./export-data";
import { ExportOptions } from "./export-options";
import { ExportPreview } from "./export-preview";
import type { PictureContent } from "./picture-content";
import { pictureFile } from "./picture-file";
import { contentNow, pictureName, type PictureSource } from "./picture-gathering";
import { copyPicture, lastSettings, rememberSettings } from "./quick-pictures";
import { settingsFor } from "./settings-changes";
import { useSubjectContent } from "./use-subject-content";
import "./export-dialog.css";

export interface ExportDialogProps {
  onClose(): void;
  readonly source: PictureSource;
  /** Whether it was asked for what is selected. */
  readonly ofSelection: boolean;
  save(picture: SavePicture, manner: SaveManner): Promise<Answer<string | undefined>>;
  drag(picture: SavePicture, thumbnail: Uint8Array): Promise<Answer<void>>;
  /** Why something could not be saved, and what to do. */
  explain(failure: Failure): string;
  /** What stands in a file of data, and saving it. */
  readonly data: Pick<ExportActions, "dataText" | "dataFileName" | "saveData" | "copyData">;
  onSaved(path: string): void;
  onCopied(): void;
}

export function ExportDialog(props: ExportDialogProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  // What is exported is what was there when it was asked for.
  const [source] = useState(props.source);
  const [now] = useState(() => contentNow(source));
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="export-dialog"
      data-testid="export-dialog"
      aria-labelledby="export-title"
      onClose={props.onClose}
      onKeyDown={(event) => event.stopPropagation()}
    >
      {now === undefined ? null : <ExportForm {...props} source={source} now={now} />}
    </dialog>
  );
}

type FormProps = ExportDialogProps & { readonly now: PictureContent };

function ExportForm({ source, now, ...props }: FormProps): ReactElement {
  const [settings, setSettings] = useState<ExportSettings>(() =>
    settingsFor(lastSettings() ?? FIRST_SETTINGS, {
      theme: source.graph.theme(),
      lastStep: now.lastStep,
      selected: now.selection.length > 0,
      ofSelection: props.ofSelection,
    }),
  );
  const [data, setData] = useState<DataChoice>();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const content = useSubjectContent(settings.subject, source, now);
  const picture = useMemo(
    () => (content === undefined ? undefined : composePicture(settings, content)),
    [settings, content],
  );
  const name =
    data === undefined ? pictureName(settings, source.state) : props.data.dataFileName(data);

  const file = async (made: Picture): Promise<SavePicture> => {
    if (!isStill(settings.format)) throw new Error("Only still pictures are made here.");
    return pictureFile(made, settings.format, name);
  };
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      setFailure(`Could not make the file: ${String(error)}`);
    } finally {
      setBusy(false);
    }
  };
  const attemptPicture = async (work: (made: Picture) => Promise<void>): Promise<void> => {
    if (picture !== undefined) await attempt(() => work(picture));
  };
  const told = (answer: Answer<string | undefined>): void => {
    if (!answer.ok) setFailure(props.explain(answer.failure));
    else if (answer.value !== undefined) {
      if (data === undefined) rememberSettings(settings);
      props.onSaved(answer.value);
    }
  };
  const save = async (made: Picture): Promise<void> =>
    told(await props.save(await file(made), "ask"));
  const saveData = async (choice: DataChoice): Promise<void> =>
    told(await props.data.saveData(choice));
  const copyData = async (choice: DataChoice): Promise<void> => {
    await props.data.copyData(choice);
    props.onClose();
  };
  const copy = async (made: Picture): Promise<void> => {
    await copyPicture(made);
    props.onCopied();
  };
  const drag = async (made: Picture, thumbnail: Uint8Array): Promise<void> => {
    const answer = await props.drag(await file(made), thumbnail);
    if (!answer.ok) setFailure(props.explain(answer.failure));
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void (data === undefined ? attemptPicture(save) : attempt(() => saveData(data)));
  };

  return (
    <form onSubmit={onSubmit}>
      <h2 id="export-title">{data === undefined ? "Export picture" : "Export data"}</h2>
      {data === undefined ? (
        <ExportPreview
          picture={picture}
          format={settings.format}
          onDrag={(thumbnail) => void attemptPicture((made) => drag(made, thumbnail))}
        />
      ) : (
        <DataPreview choice={data} textOf={props.data.dataText} />
      )}
      <ExportOptions
        settings={settings}
        data={data}
        onData={setData}
        content={now}
        size={picture?.size}
        screen={source.graph.theme()}
        failure={failure}
        onChange={setSettings}
      />
      <footer>
        <span className="name">{name}</span>
        <button type="button" className="export-button" onClick={props.onClose}>
          Cancel
        </button>
        <button
          type="button"
          className="export-button"
          disabled={busy || picture === undefined}
          onClick={() =>
            void (data === undefined ? attemptPicture(copy) : attempt(() => copyData(data)))
          }
        >
          Copy
        </button>
        <button
          type="submit"
          className="export-button primary"
          data-testid="export-save"
          disabled={busy || picture === undefined}
        >
          {busy ? "Saving…" : "Save…"}
        </button>
      </footer>
    </form>
  );
}
