/** Starts a script of the command line with nobody attending, or opens a recording that was saved: what every command does that needs a recording. */
import path from "node:path";
import type { CountCorrections } from "../agent/count-correction";
import { createPythonFinder } from "../agent/python-finder";
import type { Answer } from "../contract/requests";
import type { PythonInfo, ScriptSource, SessionEvent } from "../contract/session-events";
import type { ConnectEngine } from "../session/engine-protocol";
import { isRecordingFile } from "../session/recording-disk";
import { reopenSession } from "../session/reopened-session";
import { readScript } from "../session/script-file";
import { startSession } from "../session/session";
import type { Session } from "../session/session-interface";
import type { RunCommand } from "./run-options";

export interface RecordingSurroundings {
  readonly agentFolder: string;
  readonly connectEngine: ConnectEngine;
  readonly corrections: CountCorrections;
  /** Receives the way to end the program early, for when the terminal interrupts us. */
  readonly started?: (session: Session) => void;
  /** What the session tells while it runs. */
  readonly publish?: (event: SessionEvent) => void;
  /** Receives a sentence about what the recording does not hold. */
  readonly warn?: (sentence: string) => void;
}

export interface RunningRecording {
  /** The caller disposes of it. */
  readonly session: Session;
  readonly script: ScriptSource;
  readonly python: PythonInfo;
}

export async function startRecording(
  command: RunCommand,
  surroundings: RecordingSurroundings,
): Promise<Answer<RunningRecording>> {
  const file = path.resolve(command.file);
  if (isRecordingFile(file)) return openRecording(file, surroundings);
  const source = readScript(file, false);
  if (!source.ok) return source;
  const script = source.value;
  const finder = createPythonFinder();
  const folder = path.dirname(script.path);
  const found = command.python
    ? await finder.check(command.python, folder)
    : await finder.findFirst(folder);
  if (!found.ok) return found;
  const session = startSession({
    number: 1,
    script,
    isEdited: false,
    python: found.value,
    args: command.scriptArgs,
    countCorrection: await surroundings.corrections.of(found.value.path),
    agentFolder: surroundings.agentFolder,
    connectEngine: surroundings.connectEngine,
    maxSteps: command.maxSteps,
    timeLimitSeconds: command.timeLimitSeconds,
    attended: false,
    publish(event) {
      warnOfLostLines(event, surroundings);
      surroundings.publish?.(event);
    },
  });
  surroundings.started?.(session);
  return { ok: true, value: { session, script, python: found.value } };
}

function warnOfLostLines(event: SessionEvent, { warn }: RecordingSurroundings): void {
  if (event.kind !== "phase-changed" || event.phase.kind !== "tracing-lost") return;
  const { line } = event.phase;
  const from = line === undefined ? "" : ` from line ${line} on`;
  warn?.(
    `The script replaced sys.settrace: nothing is recorded${from}. The steps before are kept.`,
  );
}

async function openRecording(
  file: string,
  { connectEngine, started, publish }: RecordingSurroundings,
): Promise<Answer<RunningRecording>> {
  const opened = await reopenSession({
    number: 1,
    file,
    readablePart: false,
    connectEngine,
    publish: publish ?? (() => undefined),
  });
  if (!opened.ok) return opened;
  const { session, facts } = opened.value;
  started?.(session);
  return { ok: true, value: { session, script: facts.script, python: facts.python } };
}
