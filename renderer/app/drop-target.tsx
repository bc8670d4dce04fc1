/** A script may be dropped anywhere on the window. */
import { useEffect, useState, type ReactElement } from "react";
import { useActions } from "../state/store";

export function DropTarget(): ReactElement | null {
  const actions = useActions();
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent): void => {
      // Without this the window would navigate to the file.
      event.preventDefault();
      if (event.dataTransfer?.types.includes("Files") === true) setDragging(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      setDragging(false);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) void actions.openFile(file);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [actions]);
  return dragging ? (
    <div className="drop-veil">Drop to run the script, or to open the recording</div>
  ) : null;
}
