/** The foot of the export dialog: what the file is called or how far it is, and what can be done with it. */
import type { ReactElement } from "react";
import { FilmProgress } from "./film/film-progress";
import type { FilmWork } from "./film/use-film-work";

interface ExportFooterProps {
  readonly name: string;
  readonly film: FilmWork;
  readonly busy: boolean;
  readonly canCopy: boolean;
  readonly canSave: boolean;
  onClose(): void;
  onCopy(): void;
}

export function ExportFooter(props: ExportFooterProps): ReactElement {
  const { name, film, busy, canCopy, canSave, onClose, onCopy } = props;
  return (
    <footer>
      <span className="name">
        {film.progress === undefined ? name : <FilmProgress {...film.progress} />}
      </span>
      <button
        type="button"
        className="export-button"
        onClick={film.progress === undefined ? onClose : film.cancel}
      >
        Cancel
      </button>
      <button type="button" className="export-button" disabled={busy || !canCopy} onClick={onCopy}>
        Copy
      </button>
      <button
        type="submit"
        className="export-button primary"
        data-testid="export-save"
        disabled={busy || !canSave}
      >
        {busy ? "Saving…" : "Save…"}
      </button>
    </footer>
  );
}
