/** Runs a script to its end without a window and saves its recording. */
import path from "node:path";
import type { Answer } from "../contract/requests";
import type { SessionEvent } from "../contract/session-events";
import { emptyHistory, factsOf, remember } from "../session/session-history";
import { endingSentence } from "./ending-sentence";
import type { RecordCommand } from "./record-command-line";
import { type RecordingSurroundings, startRecording } from "./start-recording";

/** What the terminal is told. */
export interface SavedRecording {
  /** Number of the last step. */
  readonly steps: number;
  readonly bytes: number;
  /** How the script ended, when not at its end. */
  readonly ending: string | undefined;
}

export async function saveRecording(
  { run, out, redaction }: RecordCommand,
  surroundings: RecordingSurroundings,
  app: string,
): Promise<Answer<SavedRecording>> {
  let history = emptyHistory;
  const begun = await startRecording(run, {
    ...surroundings,
    publish(event: SessionEvent) {
      history = remember(history, event);
    },
  });
  if (!begun.ok) return begun;
  const { session } = begun.value;
  try {
    const end = await session.ended;
    if (end.kind === "failure") return { ok: false, failure: end.failure };
    const facts = factsOf(history, app);
    if (facts === undefined) throw new Error("A recording ended before it began");
    const file = path.resolve(out);
    const steps = await session.engine.ask({ kind: "steps" });
    const saved = await session.engine.ask({ kind: "save-recording", file, facts, redaction });
    if (!saved.ok) return saved;
    const ending = endingSentence(facts.outcome);
    return { ok: true, value: { steps: steps.at(-1)?.step ?? 0, bytes: saved.value, ending } };
  } finally {
    await session.dispose();
  }
}
