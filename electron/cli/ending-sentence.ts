/** How a script ended, for the terminal; undefined at its end. */
import { assertNever } from "../contract/assert-never";
import type { Outcome } from "../contract/failure";

export function endingSentence(outcome: Outcome): string | undefined {
  switch (outcome.kind) {
    case "finished":
      return undefined;
    case "exited":
      return `The script ended itself with exit code ${outcome.exitCode}.`;
    case "raised":
      return `The script stopped: ${outcome.type}${atLine(outcome.line)}.`;
    case "syntax-error":
      return `The script is not valid Python${atLine(outcome.line)}; nothing was run.`;
    case "killed":
      return `Python was ended by ${outcome.signal}${atLine(outcome.line)}.`;
    case "step-limit":
      return `Stopped after ${outcome.steps} steps: --max-steps.`;
    case "time-limit":
      return `Stopped after ${outcome.seconds} s: --time-limit.`;
    case "stopped":
      return "The script was interrupted.";
    case "recorded-so-far":
      return "The recording was saved before the script ended.";
    default:
      return assertNever(outcome, "outcome");
  }
}

const atLine = (line: number | undefined): string => (line === undefined ? "" : ` at line ${line}`);
