/** Trouble in plain words, with the ways out. Never a modal. */
import { CircleAlert, X } from "lucide-react";
import type { ReactElement } from "react";
import { assertNever } from "../../electron/contract/assert-never";
import { useActions } from "../state/store";
import type { UserActions } from "../state/user-actions";
import type { Notice, NoticeAction } from "./notice";

export function NoticeBanner({ notice }: { readonly notice: Notice }): ReactElement {
  const actions = useActions();
  return (
    <div data-testid="outcome" className="banner-place">
      <div
        className={notice.calm === true ? "banner" : "banner trouble"}
        role="alert"
        data-testid={`error-${notice.key}`}
      >
        <CircleAlert size={16} className="i" aria-hidden="true" />
        <div className="banner-words">
          <b>{notice.title}</b> {notice.body}
        </div>
        <div className="banner-actions">
          {notice.actions.map((action, index) => (
            <button
              key={action.kind}
              type="button"
              className={index === 0 ? "btn primary" : "btn"}
              onClick={() => perform(action, notice.key, actions)}
            >
              {actionTitle(action)}
            </button>
          ))}
          <button
            type="button"
            className="btn icon quiet"
            aria-label="Close this notice"
            onClick={() => actions.change({ kind: "notice-dismissed", key: notice.key })}
          >
            <X size={14} />
          </button>
        </div>
      </div>
    </div>
  );
}

function actionTitle(action: NoticeAction): string {
  switch (action.kind) {
    case "choose-python":
      return "Choose interpreter…";
    case "look-again":
      return "Look again";
    case "open":
      return "Open another…";
    case "go-to-line":
      return "Go to line";
    case "run-again":
      return "Run again";
    case "keep-going":
      return action.title;
    case "pause":
      return "Pause";
    case "stop":
      return "Stop";
    case "how-to-install":
      return "How to install";
    case "keep-recording":
      return "Keep recording";
    case "show-output":
      return "Show output";
    case "open-readable-part":
      return "Open readable part";
    case "open-unsaved":
      return "Open it";
    case "discard-unsaved":
      return "Discard";
    case "close":
      return "Cancel";
    default:
      return assertNever(action, "notice action");
  }
}

function perform(action: NoticeAction, key: string, actions: UserActions): void {
  switch (action.kind) {
    case "choose-python":
      return void actions.choosePython();
    case "look-again":
      return void actions.lookForPythons().then(() => actions.run());
    case "open":
      return void actions.openDialog();
    case "go-to-line":
      return actions.change({ kind: "line-revealed", file: action.file, line: action.line });
    case "run-again":
      return void actions.run();
    case "keep-going":
      return void actions.keepGoing();
    case "pause":
      return void actions.pauseProgram();
    case "stop":
      return void actions.stop();
    case "how-to-install":
      return actions.change({ kind: "dialog-changed", dialog: "install-help" });
    case "keep-recording":
      return actions.change({ kind: "notice-dismissed", key });
    case "show-output":
      return actions.change({ kind: "bottom-tab-chosen", tab: "output" });
    case "open-readable-part":
      return void actions.openRecording(action.path, true);
    case "open-unsaved":
      return void actions.openRecording(action.path, true);
    case "discard-unsaved":
      return void actions.discardUnsaved();
    case "close":
      return actions.change({ kind: "failure-closed" });
    default:
      return assertNever(action, "notice action");
  }
}
