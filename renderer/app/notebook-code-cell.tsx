/** A cell of code with its own editor, which is only made when the cell comes into sight. */
import { useEffect, useRef, useState, type ReactElement, type RefObject } from "react";
import type { CodeCell } from "../../electron/contract/notebook";
import { commandById } from "../commands/registry";
import type { RunCommand } from "../commands/use-commands";
import { CellHead } from "../notebook/cell-head";
import { CellOutputs } from "../notebook/cell-outputs";
import { shownFile } from "../state/line-ahead";
import { cellNameOf, cellText } from "../state/notebook-state";
import { useActions, useAppState } from "../state/store";
import { FileEditor } from "./file-editor";

interface NotebookCodeCellProps {
  readonly cell: CodeCell;
  readonly printed: ReadonlyMap<string, string>;
  readonly run: RunCommand;
}

export function NotebookCodeCell({ cell, printed, run }: NotebookCodeCellProps): ReactElement {
  const { id, name } = cell;
  const host = useRef<HTMLElement>(null);
  const lastRun = useAppState((state) => state.cellRuns.get(id));
  const isChosen = useAppState((state) => state.chosenCell === id);
  const isReplayed = useAppState((state) => state.recording !== undefined);
  const text = useAppState((state) => cellText(state, cell));
  const isShown = useAppState((state) => cellNameOf(shownFile(state)) === name);
  const file = useAppState((state) => (isShown ? shownFile(state) : (lastRun?.file ?? name)));
  const wasSeen = useWasSeen(host) || isShown;
  const actions = useActions();
  useFollowedLine(host, isShown);
  useChosenFocus(host, isChosen);
  useChoiceByFocus(host, id);
  const runIt = (): void => {
    actions.change({ kind: "cell-chosen", id });
    run(commandById("run-cell"));
  };
  return (
    <section
      ref={host}
      className={isChosen ? "cell chosen" : "cell"}
      aria-label={name}
      data-testid="cell"
      data-cell={name}
    >
      <CellHead
        name={name}
        run={lastRun}
        canRun={!isReplayed}
        isChanged={lastRun !== undefined && lastRun.run > 0 && lastRun.text !== text}
        onRun={() => {
          actions.change({ kind: "cell-chosen", id });
          void actions.runCells([id], "breakpoint");
        }}
      />
      {wasSeen ? (
        <FileEditor
          file={file}
          place={name}
          label={`Code of ${name}`}
          text={cell.text}
          draft={text}
          editable={!isReplayed}
          run={run}
          onEdit={(edited) =>
            actions.change({ kind: "cell-edited", id, text: edited.replace(/\n$/, "") })
          }
          onRun={runIt}
        />
      ) : (
        <pre className="cell-still">{text}</pre>
      )}
      <CellOutputs
        run={lastRun}
        printed={lastRun === undefined ? "" : (printed.get(lastRun.file) ?? "")}
        saved={cell.saved}
      />
    </section>
  );
}

/** Editors are dear: of a notebook with hundreds of cells only those looked at have one. */
function useWasSeen(host: RefObject<HTMLElement | null>): boolean {
  const [wasSeen, setWasSeen] = useState(false);
  useEffect(() => {
    if (host.current === null || wasSeen) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) setWasSeen(true);
      },
      { root: host.current.closest(".notebook"), rootMargin: "400px" },
    );
    observer.observe(host.current);
    return () => observer.disconnect();
  }, [host, wasSeen]);
  return wasSeen;
}

/** The line of the step on the screen is in sight. */
function useFollowedLine(host: RefObject<HTMLElement | null>, isShown: boolean): void {
  const entry = useAppState((state) => (isShown ? state.travel.entry : undefined));
  useEffect(() => {
    if (entry === undefined) return undefined;
    const frame = requestAnimationFrame(() => {
      const line = host.current?.querySelector(".line-next, .line-done");
      if (line != null) bringIntoSight(line);
    });
    return () => cancelAnimationFrame(frame);
  }, [host, entry]);
}

/** Only up and down: the beginnings of the lines stay where they are. */
function bringIntoSight(line: Element): void {
  const panel = line.closest(".notebook");
  if (panel === null) return;
  const [seen, wanted] = [panel.getBoundingClientRect(), line.getBoundingClientRect()];
  if (wanted.top < seen.top || wanted.bottom > seen.bottom)
    panel.scrollTop += wanted.top - seen.top - seen.height / 3;
}

/** The cell somebody works in is the one that commands mean. */
function useChoiceByFocus(host: RefObject<HTMLElement | null>, id: string): void {
  const actions = useActions();
  useEffect(() => {
    const section = host.current;
    const choose = (): void => actions.change({ kind: "cell-chosen", id });
    section?.addEventListener("focusin", choose);
    return () => section?.removeEventListener("focusin", choose);
  }, [host, id, actions]);
}

/** After Shift+Enter the keys go on in the next cell, as in other notebook programs. */
function useChosenFocus(host: RefObject<HTMLElement | null>, isChosen: boolean): void {
  useEffect(() => {
    const panel = host.current?.closest(".notebook");
    const isInNotebook = panel?.contains(document.activeElement) === true;
    if (!isChosen || !isInNotebook || host.current?.contains(document.activeElement) === true)
      return;
    host.current?.scrollIntoView({ block: "nearest" });
    host.current?.querySelector<HTMLElement>(".cm-content")?.focus({ preventScroll: true });
  }, [host, isChosen]);
}
