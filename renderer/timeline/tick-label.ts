/** What stands below a tick of the step track. Pure. */
import type { StepSummary } from "../../electron/contract/session-events";

/** The step's code, short: an assignment's right side and a definition's body say little here. */
export function tickLabel(step: StepSummary, most: number): string {
  if (step.entry === 0) return "start";
  const code = step.code.trim().replace(/^(class|def)\s+(\w+).*$/, "$1 $2");
  if (code.length <= most) return code;
  const assigned = /^([\w.[\]'"]+)\s*=(?!=)/.exec(code);
  if (assigned?.[1] !== undefined && assigned[1].length + 4 <= most) return `${assigned[1]} = …`;
  return `${code.slice(0, Math.max(1, most - 1))}…`;
}
