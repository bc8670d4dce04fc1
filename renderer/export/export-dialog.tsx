/** Makes a file of the graph: a live preview at the left, what and how at the right; stays open until it is saved. */
import { type FormEvent, type ReactElement, useEffect, useMemo, useRef, useState } from "react";
import { type ExportSettings, FIRST_SETTINGS } from "../../electron/contract/export-settings";
import type { Failure } from "../../electron/contract/failure";
import type { Answer, SaveManner, SavePicture } from "../../electron/contract/requests";
import type { DataChoice } from "../state/data-choice";
import type { ExportActions } from "../state/export-actions";
import type { Picture } from "./compose-picture";
import { composeStill } from "./compose-still";
import { DataPreview } from "./export-data";
import { exportFile } from "./export-file";
import { ExportFooter } from "./export-footer";
import { ExportOptions } from "./export-options";
import { ExportPreview } from "./export-preview";
import { FilmPreview } from "./film/film-preview";
import { useFilmWork } from "./film/use-film-work";
import type { PictureContent } from "./picture-content";
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
  useEffect(() => {
    dialog.current?.showModal();
    // The browser would take the first of the radios, chosen or not.
    dialog.current?.querySelector<HTMLInputElement>("input:checked")?.focus();
  }, []);
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
  const film = useFilmWork();
  const content = useSubjectContent(settings.subject, source, now);
  const picture = useMemo(
    () => (content === undefined ? undefined : composeStill(settings, content, source.state)),
    [settings, content, source],
  );
  const name =
    data === undefined ? pictureName(settings, source.state) : props.data.dataFileName(data);

  const isFilm = data === undefined && settings.subject.kind === "animation";
  /** Undefined: called off. */
  const file = async (): Promise<SavePicture | undefined> => {
    if (content === undefined) return undefined;
    const watch = film.begin();
    const order = { settings, content, recording: source.state, name };
    return exportFile(order, watch).finally(watch.done);
  };
  const attempt = async (work: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setFailure(undefined);
    try {
      await work();
    } catch (error) {
      setFailure(
        `Could not make the file: ${error instanceof Error ? error.message : String(error)}`,
      );
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
  const save = async (): Promise<void> => {
    const made = await file();
    if (made !== undefined) told(await props.save(made, "ask"));
  };
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
  const drag = async (thumbnail: Uint8Array): Promise<void> => {
    const made = await file();
    if (made === undefined) return;
    const answer = await props.drag(made, thumbnail);
    if (!answer.ok) setFailure(props.explain(answer.failure));
  };
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    void (data === undefined ? attempt(save) : attempt(() => saveData(data)));
  };

  return (
    <form onSubmit={onSubmit}>
      <h2 id="export-title">{data === undefined ? "Export picture" : "Export data"}</h2>
      {data !== undefined ? (
        <DataPreview choice={data} textOf={props.data.dataText} />
      ) : isFilm ? (
        <FilmPreview settings={settings} content={content} />
      ) : (
        <ExportPreview
          picture={picture}
          format={settings.format}
          onDrag={(thumbnail) => void attempt(() => drag(thumbnail))}
        />
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
      <ExportFooter
        name={name}
        film={film}
        busy={busy}
        canCopy={!isFilm && picture !== undefined}
        canSave={picture !== undefined}
        onClose={props.onClose}
        onCopy={() =>
          void (data === undefined ? attemptPicture(copy) : attempt(() => copyData(data)))
        }
      />
    </form>
  );
}
