/** The command line: one JSON document on stdout, sentences on stderr. Exit code 2: wrong command line; 1: our own failure, or something that was to fail on; 0: anything else the script does. */
import { createCountCorrections } from "../agent/count-correction";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { engineThread } from "../session/engine-thread";
import { readScript } from "../session/script-file";
import type { Session } from "../session/session-interface";
import { readCommandLine, usage } from "./command-line";
import { failureSentence } from "./failure-sentence";
import { findingsText } from "./findings-text";
import { type ReportTaker, takeReport } from "./report";
import { createReportText } from "./report-text";

async function main(words: readonly string[]): Promise<number> {
  const line = readCommandLine(words);
  if (line.kind === "wrong") {
    process.stderr.write(`${line.message}\n${usage}\n`);
    return 2;
  }
  const file = path.resolve(line.command.file);
  const missing = whyNoFile(file);
  if (missing !== undefined) {
    process.stderr.write(`${file} cannot be read: ${missing}\n`);
    return 2;
  }
  const text = createReportText();
  const agentFolder = findAgentFolder();
  const surroundings = {
    agentFolder,
    corrections: createCountCorrections(agentFolder),
    connectEngine: engineThread(new URL("engine-worker.js", import.meta.url)),
    started: endWithUs,
  };
  const taker: ReportTaker = {
    begin: (head) => writeWhole(text.begin(head)),
    take(steps) {
      for (const piece of text.piece(steps)) writeWhole(piece);
    },
  };
  const answer = await takeReport(line.command, surroundings, taker, line.failOn);
  if (!answer.ok) {
    process.stderr.write(`${failureSentence(answer.failure)}\n`);
    return 1;
  }
  writeWhole(text.end());
  if (line.failOn.length === 0) return 0;
  process.stderr.write(findingsText(answer.value, line.failOn));
  return answer.value.findings.length === 0 ? 0 : 1;
}

/** A file that cannot be read at all is a wrong command line. */
function whyNoFile(file: string): string | undefined {
  const source = readScript(file, false);
  return source.ok || source.failure.kind !== "file-unreadable" ? undefined : source.failure.reason;
}

/** out/cli -> the folder that holds python-agent. */
function findAgentFolder(): string {
  return path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../../python-agent");
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

/** Synchronous, so that a document of any size is out before we end. */
function writeWhole(text: string): void {
  const all = Buffer.from(text, "utf8");
  let written = 0;
  while (written < all.length) {
    try {
      written += fs.writeSync(1, all, written);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : undefined;
      // The reader has had enough.
      if (code === "EPIPE") return;
      if (code !== "EAGAIN") throw error;
      // A pipe whose reader is slower than we are: a moment later there is room.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 2);
    }
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`The report could not be finished. ${reason}\n`);
  process.exitCode = 1;
}
