/** The first screen: one button, a place to drop, examples with what each teaches, and what was opened before. */
import { FileCode2, FolderOpen, History, X } from "lucide-react";
import { useLayoutEffect, useRef, type ReactElement } from "react";
import type { RecentFile } from "../../electron/contract/requests";
import { useActions, useAppState } from "../state/store";
import { ExampleShelf } from "./example-shelf";
import { Logo } from "./logo";
import { NoticeBanner } from "./notice-banner";
import { currentNotice } from "../state/selectors";
import "./start-screen.css";

export function StartScreen(): ReactElement {
  const recent = useAppState((state) => state.recent);
  const notice = useAppState(currentNotice);
  const actions = useActions();
  const open = useRef<HTMLButtonElement>(null);
  // The one thing to do first has the focus, so Enter opens.
  useLayoutEffect(() => open.current?.focus(), []);
  return (
    <main className="start" data-testid="start-screen">
      <div className="start-inner">
        <Logo size={52} />
        <h1>See what your Python script keeps in memory</h1>
        <p className="start-lead">
          Every line is recorded while your own Python runs it. Then go forwards and back, and watch
          names, references and the garbage collector at work.
        </p>
        <div className="start-open">
          <button
            type="button"
            ref={open}
            className="btn primary big"
            onClick={() => void actions.openDialog()}
          >
            <FolderOpen size={17} strokeWidth={1.9} />
            Open script…
          </button>
          <span className="start-drop">or drop a .py, .ipynb or recording file anywhere</span>
        </div>
        {notice === undefined ? null : <NoticeBanner notice={notice} />}
        <ExampleShelf />
        {recent.length === 0 ? null : (
          <>
            <h2>Recent</h2>
            <ul className="recent">
              {recent.map((file) => (
                <Recent key={file.path} file={file} />
              ))}
            </ul>
          </>
        )}
      </div>
    </main>
  );
}

function Recent({ file }: { readonly file: RecentFile }): ReactElement {
  const actions = useActions();
  const RecentIcon = file.name.endsWith(".ouroscope") ? History : FileCode2;
  return (
    <li className={file.missing ? "recent-file missing" : "recent-file"} data-testid="recent-file">
      <button
        type="button"
        className="recent-open"
        disabled={file.missing}
        onClick={() => void actions.openPath(file.path)}
      >
        <RecentIcon size={15} strokeWidth={1.8} className="i" />
        <span className="recent-name">{file.name}</span>
        <span className="recent-folder">{file.missing ? "no longer there" : file.folder}</span>
        <span className="recent-when">{dayInWords(file.opened)}</span>
      </button>
      <button
        type="button"
        className="btn icon quiet"
        aria-label={`Remove ${file.name} from the list`}
        title="Remove from the list"
        onClick={() => void actions.forgetRecent(file.path)}
      >
        <X size={13} />
      </button>
    </li>
  );
}

function dayInWords(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? ""
    : date.toLocaleDateString("en-GB", { day: "numeric", month: "short" });
}
