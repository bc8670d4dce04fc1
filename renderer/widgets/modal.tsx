/** A modal over the window on the browser's own dialog element: it keeps the focus inside and closes with Esc. */
import { useEffect, useLayoutEffect, useRef, type ReactElement, type ReactNode } from "react";
import "./modal.css";

interface ModalProps {
  readonly label: string;
  readonly className?: string;
  readonly children: ReactNode;
  onClose(): void;
}

export function Modal({ label, className, children, onClose }: ModalProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null);
  // Before paint: whoever types right after the shortcut must type into the dialog.
  useLayoutEffect(() => dialog.current?.showModal(), []);
  useEffect(() => {
    const shown = dialog.current;
    const clickOutside = (event: MouseEvent): void => {
      if (event.target === shown) shown?.close();
    };
    shown?.addEventListener("click", clickOutside);
    return () => shown?.removeEventListener("click", clickOutside);
  }, []);
  return (
    <dialog
      ref={dialog}
      className={className === undefined ? "modal" : `modal ${className}`}
      aria-label={label}
      onClose={onClose}
    >
      <div className="modal-inner">{children}</div>
    </dialog>
  );
}
