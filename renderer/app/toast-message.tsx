/** A short message over the bottom of the window that goes by itself. */
import { X } from "lucide-react";
import { useEffect, type ReactElement } from "react";
import { useActions, useAppState } from "../state/store";
import "./toast-message.css";

const shownFor = 6000;

export function ToastMessage(): ReactElement {
  const toast = useAppState((state) => state.toast);
  const actions = useActions();
  const { path } = toast ?? {};
  useEffect(() => {
    if (toast === undefined) return undefined;
    const timer = setTimeout(() => actions.change({ kind: "toast-closed" }), shownFor);
    return () => clearTimeout(timer);
  }, [toast, actions]);
  return (
    <div className="toast-place" role="status">
      {toast === undefined ? null : (
        <div className="toast" data-testid="toast" key={toast.serial}>
          {toast.text}
          {path === undefined ? null : (
            <button type="button" className="link" onClick={() => void actions.showInFolder(path)}>
              Show in folder
            </button>
          )}
          {path === undefined ? null : (
            <button type="button" className="link" onClick={() => actions.copy(path)}>
              Copy path
            </button>
          )}
          <button
            type="button"
            className="btn icon quiet"
            aria-label="Close the message"
            onClick={() => actions.change({ kind: "toast-closed" })}
          >
            <X size={14} />
          </button>
        </div>
      )}
    </div>
  );
}
