/** `ouroscope export`: records, has the files drawn one after the other, and says what it could not do. */
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { CollectionSummary } from "../contract/object-detail";
import { replaceFile } from "../session/replace-file";
import { reasonOf } from "../session/script-file";
import { createContentMaker } from "./export-content";
import type { ExportCommand } from "./export-command-line";
import { createExportProgress } from "./export-progress";
import { failureSentence } from "./failure-sentence";
import { type PlannedFile, planFiles } from "./planned-files";
import {
  type RecordingSurroundings,
  type RunningRecording,
  startRecording,
} from "./start-recording";
import { writeWhole } from "./whole-writing";

/** Answers the exit code. */
export async function runExport(
  command: ExportCommand,
  surroundings: RecordingSurroundings,
): Promise<number> {
  const noPlace = whyNoPlace(command.out);
  if (noPlace !== undefined) {
    say(noPlace);
    return 2;
  }
  const collections: CollectionSummary[] = [];
  const begun = await startRecording(command.run, {
    ...surroundings,
    publish(event) {
      if (event.kind === "collections-seen") collections.push(...event.collections);
    },
  });
  if (!begun.ok) return sayFailed(failureSentence(begun.failure));
  const recording = begun.value;
  try {
    const end = await recording.session.ended;
    if (end.kind === "failure") return sayFailed(failureSentence(end.failure));
    const { outcome } = end;
    if (outcome.kind === "time-limit") say(`Stopped after ${outcome.seconds} s: --time-limit.`);
    if (outcome.kind === "step-limit") say(`Stopped after ${outcome.steps} steps: --max-steps.`);
    const steps = await recording.session.engine.ask({ kind: "steps" });
    const files = planFiles(command, recording.script.name, steps);
    if (typeof files !== "string") return await writeFiles(files, recording, collections);
    say(files);
    return 2;
  } finally {
    await recording.session.dispose();
  }
}

async function writeFiles(
  files: readonly PlannedFile[],
  recording: RunningRecording,
  collections: readonly CollectionSummary[],
): Promise<number> {
  const progress = createExportProgress(process.stderr);
  let finished = 0;
  const maker = createContentMaker({
    recording,
    collections,
    starter: findStarter(),
    progressed: (one) => {
      if (files.length === 1) progress.show(one);
    },
  });
  try {
    for (const file of files) {
      // One window draws one picture at a time.
      // oxlint-disable-next-line eslint/no-await-in-loop
      writeOut(file.file, await maker.make(file));
      finished += 1;
      progress.show({ done: finished, of: files.length });
    }
    return 0;
  } catch (error) {
    progress.end();
    const kept = finished === 0 ? "" : ` ${finished} of ${files.length} files were written.`;
    return sayFailed(`${error instanceof Error ? error.message : String(error)}${kept}`);
  } finally {
    progress.end();
    await maker.close();
  }
}

function writeOut(file: string | undefined, content: string | Uint8Array): void {
  if (file === undefined) return writeWhole(content);
  try {
    return replaceFile(file, content);
  } catch (error) {
    throw new Error(`${file} could not be written: ${reasonOf(error)}.`, { cause: error });
  }
}

/** out/cli -> the tool that starts Electron. */
function findStarter(): string {
  const here = path.dirname(fileURLToPath(import.meta.url));
  return path.resolve(here, "../../electron/tooling/picture-window.mjs");
}

/** Found out before the script runs, which may take its time. */
function whyNoPlace(out: string): string | undefined {
  const folder = path.dirname(path.resolve(out));
  if (out === "-" || fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true)
    return undefined;
  return `There is no folder ${folder} to write to.`;
}

function sayFailed(sentence: string): number {
  say(sentence);
  return 1;
}

function say(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
