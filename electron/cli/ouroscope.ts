/** The command line: one document on stdout or files where they are wanted, sentences on stderr. Exit code 2: wrong command line; 1: our own failure, or something that was to fail on; 0: anything else the script does. */
import { createCountCorrections } from "../agent/count-correction";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Failure } from "../contract/failure";
import { isRecordingFile, whyUnreadable } from "../session/recording-disk";
import { engineThread } from "../session/engine-thread";
import { readScript } from "../session/script-file";
import type { Session } from "../session/session-interface";
import { type CommandLine, readCommandLine, usage } from "./command-line";
import { runExport } from "./export-command";
import { failureSentence } from "./failure-sentence";
import { findingsText } from "./findings-text";
import { saveRecording } from "./record-command";
import type { RecordCommand } from "./record-command-line";
import { type ReportTaker, takeReport } from "./report";
import { createReportText } from "./report-text";
import type { RunCommand } from "./run-options";
import type { RecordingSurroundings } from "./start-recording";
import { writeWhole } from "./whole-writing";

async function main(words: readonly string[]): Promise<number> {
  const line = readCommandLine(words);
  switch (line.kind) {
    case "wrong":
      process.stderr.write(`${line.message}\n${usage}\n`);
      return 2;
    case "report":
      return whyNoFile(line.command) ?? runReport(line, surroundings());
    case "export":
      return whyNoFile(line.command.run) ?? runExport(line.command, surroundings());
    case "record":
      return whyNoFile(line.command.run) ?? runRecord(line.command);
  }
}

async function runReport(
  { command, failOn }: Extract<CommandLine, { kind: "report" }>,
  around: RecordingSurroundings,
): Promise<number> {
  const text = createReportText();
  const taker: ReportTaker = {
    begin: (head) => writeWhole(text.begin(head)),
    take(steps) {
      for (const piece of text.piece(steps)) writeWhole(piece);
    },
  };
  const answer = await takeReport(command, around, taker, failOn);
  if (!answer.ok) {
    process.stderr.write(`${failureSentence(answer.failure)}\n`);
    return 1;
  }
  writeWhole(text.end());
  if (failOn.length === 0) return 0;
  process.stderr.write(findingsText(answer.value, failOn));
  return answer.value.findings.length === 0 ? 0 : 1;
}

async function runRecord(command: RecordCommand): Promise<number> {
  const answer = await saveRecording(command, surroundings(), appVersion());
  if (!answer.ok) {
    process.stderr.write(`${failureSentence(answer.failure)}\n`);
    return 1;
  }
  const { steps, bytes, ending } = answer.value;
  if (ending !== undefined) process.stderr.write(`${ending}\n`);
  process.stderr.write(`Saved ${command.out}: ${steps} steps, ${bytes} bytes.\n`);
  return 0;
}

function surroundings(): RecordingSurroundings {
  const agentFolder = path.join(findAppFolder(), "python-agent");
  return {
    agentFolder,
    corrections: createCountCorrections(agentFolder),
    connectEngine: engineThread(new URL("engine-worker.js", import.meta.url)),
    started: endWithUs,
    warn: (sentence) => process.stderr.write(`${sentence}\n`),
  };
}

/** A file that cannot be read at all is a wrong command line: answers its exit code. */
function whyNoFile(command: RunCommand): 2 | undefined {
  const file = path.resolve(command.file);
  const failure = isRecordingFile(file) ? whyNoRecording(file) : whyNoScript(file);
  if (failure?.kind !== "file-unreadable") return undefined;
  process.stderr.write(`${failureSentence(failure)}\n`);
  return 2;
}

function whyNoScript(file: string): Failure | undefined {
  const source = readScript(file, false);
  return source.ok ? undefined : source.failure;
}

function whyNoRecording(file: string): Failure | undefined {
  const reason = whyUnreadable(file);
  return reason === undefined ? undefined : { kind: "file-unreadable", path: file, reason };
}

/** out/cli -> the folder that holds python-agent and package.json. */
function findAppFolder(): string {
  return path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
}

function appVersion(): string {
  const text = fs.readFileSync(path.join(findAppFolder(), "package.json"), "utf8");
  return /"version": *"([^"]*)"/.exec(text)?.[1] ?? "";
}

/** A terminal's Ctrl+C or a `kill` ends us; nothing may stay behind. */
function endWithUs(session: Session): void {
  for (const [signal, number] of [
    ["SIGINT", 2],
    ["SIGTERM", 15],
    ["SIGHUP", 1],
  ] as const) {
    process.once(signal, () => {
      void session.dispose();
      process.exit(128 + number);
    });
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`That could not be finished. ${reason}\n`);
  process.exitCode = 1;
}
