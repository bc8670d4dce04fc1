/** One session over a script of a few lines, in a folder of its own, with everything it said; for tests. */
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import type {
  OutputChunk,
  SessionEvent,
  SessionPhase,
  StepSummary,
} from "../contract/session-events";
import { engineInProcess } from "./engine-in-process";
import type { TestPython } from "./interpreters-for-tests";
import { startSession } from "./session";
import type { Session } from "./session-interface";
import type { SessionOptions } from "./session-options";

export interface TestSession {
  readonly session: Session;
  readonly folder: string;
  readonly events: readonly SessionEvent[];
  steps(): readonly StepSummary[];
  text(stream: OutputChunk["stream"]): string;
  until<Kind extends SessionPhase["kind"]>(
    kind: Kind,
    isIt?: (phase: Extract<SessionPhase, { kind: Kind }>) => boolean,
  ): Promise<Extract<SessionPhase, { kind: Kind }>>;
  end(): Promise<void>;
}

const agentFolder = path.resolve(import.meta.dirname, "../../python-agent");
const patience = 20_000;

/** `files` by name; `script.py` is what runs. */
export function sessionOver(
  python: TestPython,
  files: Readonly<Record<string, readonly string[]>>,
  options: Partial<SessionOptions> = {},
): TestSession {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "session-")));
  for (const [name, lines] of Object.entries(files))
    fs.writeFileSync(path.join(folder, name), `${lines.join("\n")}\n`);
  const events: SessionEvent[] = [];
  const script = path.join(folder, "script.py");
  const session = startSession({
    number: 1,
    script: {
      path: script,
      name: "script.py",
      text: fs.readFileSync(script, "utf8"),
      example: false,
    },
    isEdited: false,
    python: {
      path: python.path,
      version: python.full,
      implementation: "cpython",
      origin: "chosen",
    },
    args: [],
    agentFolder,
    connectEngine: engineInProcess,
    maxSteps: 1000,
    timeLimitSeconds: 30,
    attended: true,
    publish: (event) => events.push(event),
    ...options,
  });

  async function until<Kind extends SessionPhase["kind"]>(
    kind: Kind,
    isIt: (phase: Extract<SessionPhase, { kind: Kind }>) => boolean = () => true,
  ): Promise<Extract<SessionPhase, { kind: Kind }>> {
    const end = Date.now() + patience;
    const isKind = (phase: SessionPhase): phase is Extract<SessionPhase, { kind: Kind }> =>
      phase.kind === kind;
    for (;;) {
      const phase = session.phase();
      if (isKind(phase) && isIt(phase)) return phase;
      if (Date.now() > end)
        throw new Error(
          `${JSON.stringify(phase)}, not ${kind}: ${JSON.stringify(events.slice(-3))}`,
        );
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  return {
    session,
    folder,
    events,
    steps: () => events.flatMap((event) => (event.kind === "steps-recorded" ? event.steps : [])),
    text: (stream) =>
      events
        .flatMap((event) => (event.kind === "output-written" ? event.chunks : []))
        .filter((chunk) => chunk.stream === stream)
        .map((chunk) => chunk.text)
        .join(""),
    until,
    async end() {
      await session.dispose();
      fs.rmSync(folder, { recursive: true });
    },
  };
}
