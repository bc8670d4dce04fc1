/** What Python runs: the script, or for a notebook one line that the agent gives a meaning. */
import type { ScriptSource } from "../../contract/session-events";

export function programTextOf({ text, notebook }: ScriptSource): string {
  return notebook === undefined ? text : "_run_cells()\n";
}
