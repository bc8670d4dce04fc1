/** The one program in which a notebook's cells run: starts the next cell, and tells what became of the last. */
import type { AgentProcess } from "../../agent/agent-process";
import type { AgentMessage } from "../../contract/agent-message";
import type { Breakpoint, ResumeUntil, SourceLine } from "../../contract/breakpoint";
import { codeCellsOf, type CellRequest, type CellState } from "../../contract/notebook";
import type { SessionPhase } from "../../contract/session-events";
import type { EngineClient } from "../engine-client";
import { isPausedOnItsWay } from "../phase-rules";
import type { SessionOptions } from "../session-options";
import { createCellQueue } from "./cell-queue";

interface CellWish {
  readonly until: ResumeUntil;
  /** In the text of a cell, by the cell's name. */
  readonly runTo: SourceLine | undefined;
}

export interface NotebookProgram {
  /** After those that run or wait; a cell in which the program is paused is left. */
  run(cells: readonly CellRequest[], wish: CellWish, phase: SessionPhase): void;
  /** Whether a cell has been started. */
  programWaits(failure: CellFailure | undefined): boolean;
  /** False when no cell runs, or this has been tried. */
  interrupt(): boolean;
  /** Those in cells stand where the cell's text was run last. */
  inLastRuns(breakpoints: readonly Breakpoint[]): readonly Breakpoint[];
}

type CellFailure = Extract<AgentMessage, { kind: "failure" }>;

interface ProgramSurroundings {
  readonly agent: Pick<AgentProcess, "send" | "writeCell" | "interrupt">;
  readonly engine: Pick<EngineClient, "addSource">;
  /** Just before a cell starts: breakpoints may stand in its new text. */
  readonly goTo: (line: SourceLine | undefined) => void;
  readonly started: () => void;
}

const throughAll: CellWish = { until: "breakpoint", runTo: undefined };

/** Undefined for a script. With nobody to ask for cells, all of them run. */
export function openNotebookProgram(
  options: Pick<SessionOptions, "maxSteps" | "number" | "publish" | "attended" | "script">,
  { agent, engine, goTo, started }: ProgramSurroundings,
): NotebookProgram | undefined {
  const { maxSteps, number: session, publish, attended, script } = options;
  if (script.notebook === undefined) return undefined;
  const queue = createCellQueue((cells) => publish({ kind: "cells-changed", session, cells }));
  let wish = throughAll;
  let isInterrupted = false;
  if (!attended) queue.add(codeCellsOf(script.notebook));

  function startNext(): boolean {
    const cell = queue.next();
    if (cell === undefined) return false;
    const { until, runTo } = wish;
    wish = throughAll;
    isInterrupted = false;
    engine.addSource(cell.file, cell.code);
    goTo(runTo === undefined ? undefined : { ...runTo, file: queue.fileOf(runTo.file) });
    const file = agent.writeCell(cell.file, cell.code);
    const { file: name, code: text } = cell;
    agent.send({ kind: "run-cell", furtherSteps: maxSteps, until, file, name, text });
    started();
    return true;
  }

  return {
    run(cells, wished, phase) {
      if (cells.length === 0) return;
      wish = wished;
      queue.add(cells);
      if (isPausedOnItsWay(phase)) queue.finish({ kind: "left" });
      else if (phase.kind !== "paused-at-end") return;
      startNext();
    },
    programWaits(failure) {
      queue.finish(failure === undefined ? { kind: "done" } : failedState(failure));
      // As in a notebook program: what comes after a cell that failed is not run.
      if (failure !== undefined) queue.clear();
      return startNext();
    },
    interrupt() {
      if (!queue.isRunning || isInterrupted) return false;
      isInterrupted = true;
      queue.clear();
      agent.interrupt();
      return true;
    },
    inLastRuns: (breakpoints) =>
      breakpoints.map((one) => ({ ...one, file: queue.fileOf(one.file) })),
  };
}

function failedState({ type, message, line, file }: CellFailure): CellState {
  return { kind: "failed", type, message, line, file };
}
