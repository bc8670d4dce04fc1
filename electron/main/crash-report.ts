/** The last resort for a bug in main: written to a log and said once, instead of the system's dialog for each. */
import { dialog } from "electron";
import fs from "node:fs";
import path from "node:path";

export function reportCrashes(dataFolder: string, e2e: boolean): void {
  const report = (error: unknown): void => {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`A JavaScript error occurred in the main process: ${text}\n`);
    const log = path.join(dataFolder, "crash.log");
    try {
      fs.appendFileSync(log, `${new Date().toISOString()} ${text}\n`);
    } catch {
      // A log that cannot be written must not hide the error it is about.
    }
    if (!e2e)
      dialog.showErrorBox("Ouroscope made a mistake", `${text}\n\nIt is written down in ${log}.`);
  };
  process.on("uncaughtException", report);
  process.on("unhandledRejection", report);
}
