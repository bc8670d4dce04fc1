/** On every interpreter: each bundled example shows what it says, by what the engine found while it ran, and its lesson can be followed. */
import fs from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { createCountCorrections } from "../agent/count-correction";
import type { Lesson } from "../contract/lesson";
import { entryIndex } from "../contract/ids";
import type { ReportStep } from "../contract/report";
import { engineInProcess } from "../session/engine-in-process";
import { findTestPythons } from "../session/interpreters-for-tests";
import { readLesson } from "../session/lesson-file";
import type { Session } from "../session/session-interface";
import { exampleClaims } from "./example-claims-for-tests";
import { factsOf, type RecordedExample } from "./example-facts-for-tests";
import { startRecording } from "./start-recording";

const root = path.resolve(import.meta.dirname, "../..");
const agentFolder = path.join(root, "python-agent");
const examples = path.join(root, "assets/examples");
const corrections = createCountCorrections(agentFolder);
const scripts = fs.readdirSync(examples).filter((name) => name.endsWith(".py"));
const { pythons } = await findTestPythons();

/** Runs an example and hands over what the engine recorded, while it can still be asked. */
async function record(
  script: string,
  python: string,
  look: (recording: RecordedExample, engine: Session["engine"]) => Promise<void>,
): Promise<void> {
  const command = {
    file: path.join(examples, script),
    python,
    maxSteps: 1000,
    timeLimitSeconds: 60,
    scriptArgs: [],
  };
  const surroundings = { agentFolder, connectEngine: engineInProcess, corrections };
  const begun = await startRecording(command, surroundings);
  if (!begun.ok) throw new Error(JSON.stringify(begun.failure));
  const { session } = begun.value;
  try {
    expect(await session.ended).toMatchObject({ outcome: { kind: "finished" } });
    const steps: ReportStep[] = [];
    for (;;) {
      // Each piece is asked for when the one before has come.
      // oxlint-disable-next-line eslint/no-await-in-loop
      const piece = await session.engine.ask({ kind: "report", from: entryIndex(steps.length) });
      if (piece.length === 0) break;
      steps.push(...piece.map(({ step }) => step));
    }
    await look({ script, python: begun.value.python.version, steps }, session.engine);
  } finally {
    await session.dispose();
  }
}

test("every bundled script has a claim, and every claim an example in the catalogue", () => {
  const catalogue = fs.readFileSync(path.join(examples, "catalogue.json"), "utf8");
  // The catalogue is our own file.
  const listed = (JSON.parse(catalogue) as readonly { readonly file: string }[]).map(
    ({ file }) => file,
  );
  expect(Object.keys(exampleClaims).toSorted()).toEqual(scripts.toSorted());
  const listedScripts = listed.filter((name) => name.endsWith(".py"));
  expect(listedScripts.toSorted()).toEqual(scripts.toSorted());
});

function lessonOf(script: string): Lesson | undefined {
  const answer = readLesson(path.join(examples, script));
  if (!answer.ok) throw new Error(JSON.stringify(answer.failure));
  return answer.value;
}

/** Pages whose line did not run, and questions this run has no answer to. */
async function unansweredIn(
  lesson: Lesson | undefined,
  { steps }: RecordedExample,
  engine: Session["engine"],
): Promise<readonly string[]> {
  const pages = (lesson?.steps ?? []).map(async ({ title, at, question }) => {
    const places = steps.flatMap(({ code }, place) => (code === at.code ? [place] : []));
    const place = places[at.turn - 1];
    if (place === undefined) return [`${title}: ${at.code}`];
    if (question === undefined) return [];
    const answer = steps.findIndex(({ code }, other) => other >= place && code === question.after);
    const fact =
      answer < 0
        ? undefined
        : await engine.ask({ kind: "lessonFact", args: [entryIndex(answer), question.fact] });
    return fact === undefined ? [`${title}: ${question.ask}`] : [];
  });
  return (await Promise.all(pages)).flat();
}

describe.each(pythons)("on Python $full", ({ path: python }) => {
  test.concurrent.each(scripts)("%s shows what it teaches", { timeout: 120_000 }, (script) =>
    record(script, python, async (recording, engine) => {
      exampleClaims[script]?.(factsOf(recording));
      expect(await unansweredIn(lessonOf(script), recording, engine)).toEqual([]);
    }),
  );
});
