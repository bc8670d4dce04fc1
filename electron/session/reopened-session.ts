/** A saved recording as a session: everything can be asked of it, and nothing runs. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { assertNever } from "../contract/assert-never";
import type { Failure } from "../contract/failure";
import type { RecordingFacts, RecordingTrouble } from "../contract/recording-facts";
import type { Answer } from "../contract/requests";
import type { SessionEvent, SessionPhase } from "../contract/session-events";
import { hearsNothing, openEngine } from "./engine-client";
import type { ConnectEngine } from "./engine-protocol";
import { readNotebook } from "./notebook/notebook-file";
import { progressOf } from "./progress-events";
import type { Session } from "./session-interface";

export interface ReopenOptions {
  readonly number: number;
  readonly file: string;
  /** Of a damaged file, show what can be read; else it is a failure that says how much that is. */
  readonly readablePart: boolean;
  readonly connectEngine: ConnectEngine;
  readonly publish: (event: SessionEvent) => void;
}

export interface ReopenedSession {
  readonly session: Session;
  readonly facts: RecordingFacts;
}

export async function reopenSession(options: ReopenOptions): Promise<Answer<ReopenedSession>> {
  const { number, file, publish } = options;
  const engine = openEngine(options.connectEngine, "", hearsNothing);
  const refuse = (failure: Failure): Answer<never> => {
    engine.close();
    return { ok: false, failure };
  };
  const answer = await engine
    .ask({ kind: "reopen-recording", file })
    // The engine broke on it.
    .catch((): undefined => undefined);
  if (answer === undefined) return refuse(failureOf(file, unreadable));
  if (!answer.ok) return refuse(answer.failure);
  const { trouble, recording } = answer.value;
  const isWanted = trouble === undefined || (trouble.kind === "damaged" && options.readablePart);
  if (recording === undefined || !isWanted) return refuse(failureOf(file, trouble ?? unreadable));

  const { progress } = recording;
  const facts = withNotebook(recording.facts);
  const phase: SessionPhase = { kind: "ended", outcome: facts.outcome };
  const { script, python, exactness, output: chunks } = facts;
  publish({ kind: "session-started", session: number, script, python, recording: file });
  publish({ kind: "exactness-known", session: number, exactness });
  for (const event of progressOf(number, progress, chunks)) publish(event);
  if (facts.cells.length > 0)
    publish({ kind: "cells-changed", session: number, cells: facts.cells });
  publish({ kind: "phase-changed", session: number, phase });
  const output = outputFiles(facts);
  const session: Session = {
    number,
    engine,
    get stdoutPath() {
      return output.fileOf("stdout");
    },
    get stderrPath() {
      return output.fileOf("stderr");
    },
    ended: Promise.resolve({ kind: "outcome", outcome: facts.outcome }),
    phase: () => phase,
    stop: () => undefined,
    keepGoing: () => undefined,
    collectNow: () => undefined,
    resume: () => undefined,
    pause: () => undefined,
    runCells: () => undefined,
    execute: () => undefined,
    setBreakpoints: () => undefined,
    sendInput: () => undefined,
    dispose: async () => {
      engine.close();
      output.remove();
      return Promise.resolve();
    },
  };
  return { ok: true, value: { session, facts } };
}

/** The file keeps a notebook as its text. */
function withNotebook(facts: RecordingFacts): RecordingFacts {
  if (path.extname(facts.script.name).toLowerCase() !== ".ipynb") return facts;
  const answer = readNotebook(facts.script.text);
  return answer.ok ? { ...facts, script: { ...facts.script, notebook: answer.notebook } } : facts;
}

const unreadable: RecordingTrouble = { kind: "damaged", lastStep: undefined };

function failureOf(file: string, trouble: RecordingTrouble): Failure {
  switch (trouble.kind) {
    case "not-a-recording":
      return { kind: "not-a-recording", path: file };
    case "newer":
      return { kind: "recording-newer", path: file, version: trouble.version };
    case "damaged":
      return { kind: "recording-damaged", path: file, lastStep: trouble.lastStep };
    default:
      return assertNever(trouble, "trouble with a recording");
  }
}

interface OutputFiles {
  fileOf(stream: "stdout" | "stderr"): string;
  remove(): void;
}

/** What the program printed, as files like a running program's; made when they are asked for. */
function outputFiles({ output }: RecordingFacts): OutputFiles {
  let folder: string | undefined;
  return {
    fileOf(stream) {
      folder ??= fs.mkdtempSync(path.join(os.tmpdir(), "ouroscope-output-"));
      const file = path.join(folder, stream);
      const texts = output.filter((chunk) => chunk.stream === stream).map(({ text }) => text);
      if (!fs.existsSync(file)) fs.writeFileSync(file, texts.join(""));
      return file;
    },
    remove() {
      if (folder !== undefined) fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
