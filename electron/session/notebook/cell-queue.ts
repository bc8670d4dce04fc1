/** The cells that run and wait in one program: which is next, how often each has run, and what became of it. Knows no process. */
import type { CellRequest, CellRun, CellState } from "../../contract/notebook";
import { cellCode } from "./cell-code";

/** What the agent is to run. */
export interface ReadyCell {
  readonly name: string;
  readonly file: string;
  readonly code: string;
}

export interface CellQueue {
  /** They run when those before them are through. */
  add(cells: readonly CellRequest[]): void;
  /** The next cell with something to run, which runs now; undefined when none waits. */
  next(): ReadyCell | undefined;
  /** What became of the cell that runs. */
  finish(state: CellState): void;
  /** Those that wait do not run after all. */
  clear(): void;
  readonly isRunning: boolean;
  /** Of a cell: how the recording calls the text of its last run. */
  fileOf(name: string): string;
}

interface WaitingCell {
  readonly request: CellRequest;
  readonly before: CellRun | undefined;
}

export function createCellQueue(tell: (runs: readonly CellRun[]) => void): CellQueue {
  /** By the cell's id. */
  const runs = new Map<string, CellRun>();
  const files = new Map<string, string>();
  let waiting: readonly WaitingCell[] = [];
  let current: CellRun | undefined;

  function note(run: CellRun): void {
    runs.set(run.id, run);
    tell([run]);
  }

  return {
    add(cells) {
      waiting = [
        ...waiting,
        ...cells.map((request) => ({ request, before: runs.get(request.id) })),
      ];
      tell(
        cells.map((cell) => ({ ...upcoming(cell, runs.get(cell.id)), state: { kind: "queued" } })),
      );
    },
    next() {
      for (;;) {
        const [first, ...rest] = waiting;
        if (first === undefined) return undefined;
        waiting = rest;
        const { request } = first;
        const { code, skipped } = cellCode(request.text);
        const run = { ...upcoming(request, runs.get(request.id)), skipped };
        files.set(request.name, run.file);
        if (hasCode(code)) {
          current = { ...run, state: { kind: "running" } };
          note(current);
          return { name: request.name, file: run.file, code };
        }
        note({ ...run, state: { kind: "done" } });
      }
    },
    finish(state) {
      if (current !== undefined) note({ ...current, state });
      current = undefined;
    },
    clear() {
      const given = waiting;
      waiting = [];
      // Each is shown again as its last run left it.
      tell(
        given.map(
          ({ request, before }) =>
            before ?? { ...upcoming(request, undefined), run: 0, state: { kind: "left" } },
        ),
      );
    },
    get isRunning() {
      return current !== undefined;
    },
    fileOf: (name) => files.get(name) ?? name,
  };
}

function upcoming(cell: CellRequest, before: CellRun | undefined): Omit<CellRun, "state"> {
  const run = (before?.run ?? 0) + 1;
  const file = run === 1 ? cell.name : `${cell.name} run ${run}`;
  return { id: cell.id, run, file, text: cell.text, skipped: [] };
}

function hasCode(code: string): boolean {
  return code.split("\n").some((line) => !/^\s*(?:#.*)?$/.test(line));
}
