/** Every trouble in plain words: what happened, what is kept, what to do. The only place with these sentences. */
import { assertNever } from "../../electron/contract/assert-never";
import type { Failure, Outcome } from "../../electron/contract/failure";
import type { SessionPhase } from "../../electron/contract/session-events";
import type { Notice, NoticeAction } from "./notice";
import { recordingText } from "./recording-failure-text";

export function failureText(failure: Failure): Notice {
  switch (failure.kind) {
    case "no-python":
      return {
        key: "no-python",
        title: "No Python found.",
        body: "This app runs your script with your own Python 3.9 to 3.15.",
        actions: [{ kind: "choose-python" }, { kind: "look-again" }, { kind: "how-to-install" }],
      };
    case "python-too-old":
      return {
        key: "python-too-old",
        title: `Python ${failure.version} is too old.`,
        body: "Version 3.9 or newer is needed.",
        actions: [{ kind: "choose-python" }],
      };
    case "python-not-runnable":
      return {
        key: "python-not-runnable",
        title: "This Python could not be started.",
        body: `${failure.path}: ${failure.reason}`,
        actions: [{ kind: "choose-python" }, { kind: "look-again" }],
      };
    case "file-unreadable":
      return {
        key: "file-unreadable",
        title: `${fileName(failure.path)} could not be read.`,
        body: failure.reason,
        actions: [{ kind: "open" }],
      };
    case "notebook-unreadable":
      return notOpened(failure);
    case "unsupported-file":
      return {
        key: "unsupported-file",
        title: "Only .py, .ipynb and recordings can be opened",
        body: "",
        actions: [],
      };
    case "agent-silent":
      return {
        key: "agent-silent",
        title: "Python started, but the recorder inside it did not answer.",
        body: failure.detail,
        actions: [{ kind: "run-again" }, { kind: "show-output" }, { kind: "choose-python" }],
      };
    case "wire-damaged":
      return {
        key: "wire-damaged",
        title: "The recording stopped: what Python reported could not be read.",
        body: `The script was ended; every step before is kept and can be explored. (${failure.detail})`,
        actions: [{ kind: "run-again" }],
      };
    case "lesson-damaged":
      return lessonText(failure);
    case "save-failed":
      return {
        key: "save-failed",
        title: `Could not save: ${failure.reason}`,
        body: `Nothing was written to ${failure.path}: choose another folder or name.`,
        actions: [],
      };
    case "not-a-recording":
    case "recording-newer":
    case "recording-damaged":
      return recordingText(failure, fileName(failure.path));
    case "settings-damaged":
      return {
        key: "settings-damaged",
        calm: true,
        title: settingsTitle(failure.refused),
        body: `The file as it was is kept as ${fileName(failure.path)}.`,
        actions: [],
      };
    default:
      return assertNever(failure, "failure");
  }
}

function notOpened({ path, reason }: Extract<Failure, { kind: "notebook-unreadable" }>): Notice {
  return {
    key: "notebook-unreadable",
    title: `${fileName(path)} could not be opened: ${reason}.`,
    body: path,
    actions: [{ kind: "open" }],
  };
}

function lessonText({ path, line, reason }: Failure & { kind: "lesson-damaged" }): Notice {
  return {
    key: "lesson-damaged",
    title: `The lesson cannot be shown: line ${line} of ${fileName(path)}.`,
    body: `${reason} The script is recorded as always; put the line right and run it again.`,
    actions: [{ kind: "run-again" }],
  };
}

function settingsTitle(refused: readonly string[]): string {
  if (refused.length === 0)
    return "Your settings could not be read, so the usual ones are used; the old file is kept.";
  const which = refused.length === 1 ? "One setting" : `${refused.length} settings`;
  return `${which} had a value that cannot be (${refused.join(", ")}); the old file is kept.`;
}

/** `steps` is the number of the last recorded step. */
export function outcomeNotice(outcome: Outcome, steps: number): Notice | undefined {
  const recorded =
    steps === 0 ? "No step was recorded." : `Everything up to step ${steps} is recorded.`;
  const goTo = goToLine(outcome.kind === "finished" ? undefined : outcome.line);
  switch (outcome.kind) {
    case "finished":
      return undefined;
    case "raised":
      return {
        key: "script-raised",
        title: `The script stopped: ${outcome.type}${atLine(outcome.line, outcome.file)}.`,
        body: outcome.message === "" ? recorded : `${sentence(outcome.message)} ${recorded}`,
        actions: [...goToLine(outcome.line, outcome.file), { kind: "run-again" }],
      };
    case "syntax-error":
      return {
        key: "syntax-error",
        title:
          outcome.line === undefined
            ? "This is not valid Python:"
            : `Line ${outcome.line} is not valid Python:`,
        body: `${sentence(outcome.message)} Nothing was run.`,
        actions: goTo,
      };
    case "exited":
      return {
        key: "script-exited",
        title: `The script ended itself${atLine(outcome.line)}, exit code ${outcome.exitCode}.`,
        body: recorded,
        actions: [...goTo, { kind: "run-again" }],
      };
    case "killed":
      return {
        key: "script-killed",
        title: `Python ended unexpectedly (${endedBy(outcome.signal, outcome.exitCode)}).`,
        body: `${steps} ${steps === 1 ? "step was" : "steps were"} saved.`,
        actions: [{ kind: "run-again" }, { kind: "show-output" }],
      };
    case "step-limit":
      return stepLimit(outcome.steps, [{ kind: "run-again" }]);
    case "time-limit":
      return {
        key: "time-limit",
        title: `Stopped after ${outcome.seconds} s without a new step${atLine(outcome.line)}.`,
        body: recorded,
        actions: [...goTo, { kind: "run-again" }],
      };
    case "stopped":
      return {
        key: "script-stopped",
        calm: true,
        title: `You stopped the script${atLine(outcome.line)}.`,
        body: recorded,
        actions: [{ kind: "run-again" }],
      };
    case "recorded-so-far":
      return undefined;
    default:
      return assertNever(outcome, "outcome");
  }
}

export function phaseNotice(phase: SessionPhase, steps: number): Notice | undefined {
  switch (phase.kind) {
    case "starting":
    case "running":
    case "paused-at-line":
    case "paused-at-end":
      return undefined;
    case "waiting-for-input":
      return {
        key: "waiting-input",
        calm: true,
        title: "The script waits for input.",
        body: "Type a line in the Output panel and press Enter.",
        actions: [{ kind: "stop" }],
      };
    case "time-limit-reached":
      return {
        key: "time-limit",
        title: `Still running after ${phase.seconds} s without a new step${atLine(phase.line)}.`,
        body: "You can explore what was recorded so far.",
        actions: [
          { kind: "keep-going", title: "Keep waiting" },
          { kind: "pause" },
          { kind: "stop" },
        ],
      };
    case "step-limit-reached":
      return stepLimit(phase.steps, [
        { kind: "keep-going", title: `Continue ${thousands(phase.steps)} more` },
        { kind: "stop" },
      ]);
    case "tracing-lost":
      return {
        key: "agent-blocked",
        title: "The script replaced sys.settrace.",
        body: `Recording and stepping is off from${phase.line === undefined ? " here" : ` line ${phase.line}`} on; the steps before are kept.`,
        actions: goToLine(phase.line),
      };
    case "ended":
      return outcomeNotice(phase.outcome, steps);
    default:
      return assertNever(phase, "phase");
  }
}

/** The script's file is not what was recorded. */
export function diskNotice(onDisk: "changed" | "gone", name: string): Notice {
  switch (onDisk) {
    case "changed":
      return {
        key: "file-changed",
        calm: true,
        title: "The script changed on disk since it was recorded.",
        body: "What you see is what ran.",
        actions: [{ kind: "run-again" }, { kind: "keep-recording" }],
      };
    case "gone":
      return {
        key: "file-gone",
        calm: true,
        title: `${name} is no longer on disk.`,
        body: "The recording is kept as long as it is open.",
        actions: [{ kind: "keep-recording" }],
      };
  }
}

/** So many objects that their types are shown first. */
export function crowdNotice(objects: number): Notice {
  return {
    key: "huge-heap",
    calm: true,
    title: `${thousands(objects)} objects.`,
    body: "Showing types first; search or pick one to see its graph.",
    actions: [],
  };
}

function stepLimit(steps: number, actions: readonly NoticeAction[]): Notice {
  return {
    key: "step-limit",
    title: `Stopped after ${thousands(steps)} recorded steps.`,
    body: "The program may still be in a loop. You can explore what was recorded.",
    actions,
  };
}

function endedBy(signal: string, exitCode: number | undefined): string {
  if (signal === "") return `exit code ${exitCode ?? "unknown"}`;
  const number = signalNumbers[signal];
  return number === undefined ? `signal ${signal}` : `signal ${number}`;
}

/** Those a script or the system really sends; POSIX gives them the same numbers everywhere but for SIGBUS. */
const signalNumbers: Readonly<Record<string, number>> = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGILL: 4,
  SIGABRT: 6,
  SIGFPE: 8,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
};

const atLine = (line: number | undefined, file: string = ""): string => {
  if (line === undefined) return "";
  return ` at line ${line}${file === "" ? "" : ` of ${fileName(file)}`}`;
};
const goToLine = (line: number | undefined, file: string = ""): readonly NoticeAction[] =>
  line === undefined ? [] : [{ kind: "go-to-line", file, line }];
const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
const thousands = (count: number): string => count.toLocaleString("en-US");
